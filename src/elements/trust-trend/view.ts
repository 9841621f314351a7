import { fill } from '../../core/fill.ts';
import type { Form } from '../../core/series.ts';
import type { TrendWords } from './trend-words.ts';

/** What every part of the trend is written with. */
export interface View {
  words: TrendWords;
  /** A day `YYYY-MM-DD` in words. */
  day: (day: string) => string;
  /** The same without its year. */
  shortDay: (day: string) => string;
  /** The same without its day. */
  month: (day: string) => string;
  /** With two decimals at most. */
  number: (value: number) => string;
  nameOf: (form: Form) => string;
  /** `8 sessions`. */
  sessions: (n: number) => string;
  isRtl: boolean;
}

export function viewOf(words: TrendWords, names: Readonly<Record<string, string>>, lang: string | undefined, isRtl: boolean): View {
  try {
    Intl.getCanonicalLocales(lang);
  } catch {
    // No language: that of the browser.
    lang = undefined;
  }
  const dates = (options: Intl.DateTimeFormatOptions): View['day'] => {
    let format: Intl.DateTimeFormat | undefined;
    return (day) => {
      const text = (format ??= new Intl.DateTimeFormat(lang || undefined, { ...options, timeZone: 'UTC' })).format(new Date(day));
      // In words of the other direction its parts would be taken apart.
      return isRtl ? `\u2068${text}\u2069` : text;
    };
  };
  const numbers = new Intl.NumberFormat(lang || undefined, { maximumFractionDigits: 2 });
  return {
    words,
    day: dates({ dateStyle: 'medium' }),
    shortDay: dates({ month: 'short', day: 'numeric' }),
    month: dates({ month: 'short', year: 'numeric' }),
    number: (value) => numbers.format(value),
    nameOf: ({ id, version, options }) => `${names[id] ?? id} (${[version, ...Object.values(options)].join(', ')})`,
    sessions: (n) => (n === 1 ? words.session : fill(words.sessions, { n })),
    isRtl,
  };
}
