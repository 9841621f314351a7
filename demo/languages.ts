/** The languages that the clinic speaks. The first is its own: the one of the clinicians’ desk. */
export const languages = ['en', 'de', 'ar'] as const;

export type Language = (typeof languages)[number];

export const ownLanguage: Language = 'en';

/** The `lang` of a page, its `dir`, and how each language is called in itself. */
export const languageFacts: Record<Language, { lang: string; dir: 'ltr' | 'rtl'; called: string }> = {
  en: { lang: 'en-GB', dir: 'ltr', called: 'English' },
  de: { lang: 'de', dir: 'ltr', called: 'Deutsch' },
  ar: { lang: 'ar', dir: 'rtl', called: 'العربية' },
};

export const isLanguage = (tag: unknown): tag is Language => (languages as readonly unknown[]).includes(tag);

/** The clinic's language that fits an `Accept-Language` header best, or `undefined`. `de-AT` fits `de`. */
export function acceptedLanguage(header: string): Language | undefined {
  const wanted = header.split(',').map((range) => {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((each) => each.startsWith('q='));
    return { language: tag.split('-')[0], weight: quality === undefined ? 1 : Number(quality.slice(2)) };
  });
  // The sort is stable, so that of two equal ranges the first counts.
  const best = wanted.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return best.map(({ language }) => language).find(isLanguage);
}
