import { fill } from '../../core/fill.ts';
import type { Form } from '../../core/series.ts';
import type { TrendWords } from './trend-words.ts';

/** What every part of the trend is written with. */
export interface View {
  words: TrendWords;
  /** A day `YYYY-MM-DD` in words. */
  day: (day: string) => string;
  /** With two decimals at most. */
  number: (value: number) => string;
  nameOf: (form: Form) => string;
  /** `8 sessions`. */
  sessions: (n: number) => string;
  isRtl: boolean;
}

function formats(lang?: string): [Intl.DateTimeFormat, Intl.NumberFormat] {
  try {
    return [
      new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: 'UTC' }),
      new Intl.NumberFormat(lang, { maximumFractionDigits: 2 }),
    ];
  } catch {
    // No language: that of the browser.
    return formats();
  }
}

export function viewOf(words: TrendWords, names: Readonly<Record<string, string>>, lang: string, isRtl: boolean): View {
  const [days, numbers] = formats(lang);
  return {
    words,
    day: (day) => {
      const text = days.format(new Date(day));
      // In words of the other direction its parts would be taken apart.
      return isRtl ? `\u2068${text}\u2069` : text;
    },
    number: (value) => numbers.format(value),
    nameOf: ({ id, version, options }) => `${names[id] ?? id} (${[version, ...Object.values(options)].join(', ')})`,
    sessions: (n) => (n === 1 ? words.session : fill(words.sessions, { n })),
    isRtl,
  };
}
