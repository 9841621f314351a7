import { directionOf } from './direction.ts';

// Numbers and dates as the language of the interface writes them.

/** Interface words, for their language. */
interface InLanguage {
  readonly lang: string;
}

/** A number with at most two decimals. */
export const number = ({ lang }: InLanguage, value: number): string => value.toLocaleString(lang, { maximumFractionDigits: 2 });

/** A number of percent: `40%`, in French `40 %`, in Turkish `%40`. */
export const percent = ({ lang }: InLanguage, value: number): string => (value / 100).toLocaleString(lang, { style: 'percent' });

/** A number of minutes: `3 minutes`. */
export const minutes = ({ lang }: InLanguage, value: number): string =>
  value.toLocaleString(lang, { style: 'unit', unit: 'minute', unitDisplay: 'long' });

const FILE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** The size of a file: `1.5 MB`. */
export function fileSize({ lang }: InLanguage, bytes: number): string {
  const power = Math.min(3, Math.floor(Math.log10(bytes || 1) / 3));
  return (bytes / 1000 ** power).toLocaleString(lang, { style: 'unit', unit: FILE_UNITS[power]!, maximumFractionDigits: 1 });
}

/**
 * A day `YYYY-MM-DD`; another text stays as it is. Isolated in text from right to left, which would change the order of its
 * parts. The mark before it says so too if a text consists of such days only.
 */
export function day({ lang }: InLanguage, date: string, dateStyle: 'long' | 'medium' = 'long'): string {
  const at = new Date(date);
  const text = Number.isNaN(+at) ? date : at.toLocaleDateString(lang, { dateStyle, timeZone: 'UTC' });
  return directionOf(lang) === 'rtl' ? `\u200f\u2068${text}\u2069` : text;
}

/** The name of a language: `German`. A tag that is none stays as it is. */
export function languageName({ lang }: InLanguage, tag: string): string {
  try {
    return new Intl.DisplayNames(lang, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
