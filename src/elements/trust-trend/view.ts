import { fill } from '../../core/fill.ts';
import type { Form } from '../../core/series.ts';
import { textOf } from '../../core/shape.ts';
import type { TrendWords } from './trend-words.ts';

/** What every part of the trend is written with. */
export interface View {
  words: TrendWords;
  /** A day `YYYY-MM-DD` in words. */
  day: (day: string) => string;
  /** With two decimals at most. */
  number: (value: number) => string;
  /** Fills words in. */
  say: (text: string, values: object) => string;
  nameOf: (form: Form) => string;
  /** What says whose something is; nothing where there is one form. */
  prefixOf: (form: Form) => string;
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

export function viewOf(
  words: TrendWords,
  names: Readonly<Record<string, string>>,
  lang: string,
  isRtl: boolean,
  hasMany: boolean,
): View {
  const [days, numbers] = formats(lang);
  const number = (value: number): string => numbers.format(value);
  const say: View['say'] = (text, values) =>
    fill(text, Object.fromEntries(Object.entries(values).map(([key, value]: [string, unknown]) => [key, typeof value === 'number' ? number(value) : String(value)])));
  const nameOf: View['nameOf'] = ({ id, version, options }) => `${textOf(names[id]) || id} (${[version, ...Object.values(options)].join(', ')})`;
  return {
    words,
    number,
    say,
    day: (day) => {
      const text = days.format(new Date(day));
      // In words of the other direction its parts would be taken apart.
      return isRtl ? `\u2068${text}\u2069` : text;
    },
    nameOf,
    prefixOf: (form) => (hasMany ? `${nameOf(form)}: ` : ''),
    sessions: (n) => (n === 1 ? words.session : say(words.sessions, { n })),
    isRtl,
  };
}
