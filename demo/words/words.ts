import { type Language, languageFacts, ownLanguage } from '../languages.ts';
import { arabic } from './ar/index.ts';
import { german } from './de/index.ts';
import { type Catalogue, english } from './en/index.ts';

/** What the clinic says, and the language that it says it in. */
export type Words = Catalogue & { language: Language; lang: string; dir: 'ltr' | 'rtl' };

const catalogues: Record<Language, Catalogue> = { en: english, de: german, ar: arabic };

export function wordsIn(language: Language): Words {
  const { lang, dir } = languageFacts[language];
  return { ...catalogues[language], language, lang, dir };
}

export const ownWords: Words = wordsIn(ownLanguage);
