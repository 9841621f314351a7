/** A language of the toolbar. */
export interface Language {
  tag: string;
  /** The name of the language in itself. */
  name: string;
  dir: 'ltr' | 'rtl';
  /** Adds the interface and the translations of the instruments to the page. English needs none. */
  load?: () => Promise<unknown>;
}

const ENGLISH: Language = { tag: 'en', name: 'English', dir: 'ltr' };

/** The languages of the package, and one for tests. Each is loaded when somebody chooses it. */
export const LANGUAGES: readonly Language[] = [
  ENGLISH,
  {
    tag: 'de', name: 'Deutsch', dir: 'ltr',
    load: () => Promise.all([import('attune-elements/locales/de'), import('attune-elements/locales/de/clinician'), import('attune-elements/translations/de')]),
  },
  {
    tag: 'es', name: 'Español', dir: 'ltr',
    load: () => Promise.all([import('attune-elements/locales/es'), import('attune-elements/locales/es/clinician'), import('attune-elements/translations/es')]),
  },
  {
    tag: 'fr', name: 'Français', dir: 'ltr',
    load: () => Promise.all([import('attune-elements/locales/fr'), import('attune-elements/locales/fr/clinician'), import('attune-elements/translations/fr')]),
  },
  {
    tag: 'pt', name: 'Português', dir: 'ltr',
    load: () => Promise.all([import('attune-elements/locales/pt'), import('attune-elements/locales/pt/clinician'), import('attune-elements/translations/pt')]),
  },
  {
    tag: 'tr', name: 'Türkçe', dir: 'ltr',
    load: () => Promise.all([import('attune-elements/locales/tr'), import('attune-elements/locales/tr/clinician'), import('attune-elements/translations/tr')]),
  },
  {
    tag: 'ar', name: 'العربية', dir: 'rtl',
    load: () => Promise.all([import('attune-elements/locales/ar'), import('attune-elements/locales/ar/clinician'), import('attune-elements/translations/ar')]),
  },
  {
    tag: 'he', name: 'עברית', dir: 'rtl',
    load: () => Promise.all([import('attune-elements/locales/he'), import('attune-elements/locales/he/clinician'), import('attune-elements/translations/he')]),
  },
  { tag: 'eo-x-pseudo', name: '[Þšéüðö]', dir: 'ltr', load: async () => (await import('./pseudo-language.ts')).addPseudoLanguage() },
];

export const languageOf = (tag: unknown): Language => LANGUAGES.find((one) => one.tag === tag) ?? ENGLISH;
