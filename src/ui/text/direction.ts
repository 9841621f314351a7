/** The direction of a language, by its BCP 47 tag. */
export const directionOf = (lang: string): 'ltr' | 'rtl' => (/^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(lang) ? 'rtl' : 'ltr');

const languageOf = (tag: string): string => tag.split('-')[0]!.toLowerCase();

/** Whether two tags have the same language, in whatever region. */
export const isSameLanguage = (a: string, b: string): boolean => languageOf(a) === languageOf(b);
