import { fill } from '../../core/plain-data/fill.ts';
import type { Form } from '../../core/change/series.ts';
import { langAround } from '../../ui/text/lang-around.ts';
import { formName } from './form-name.ts';
import type { TrendWords } from './trend-words.ts';

interface FormatOptions {
  words: TrendWords;
  /** Names of instruments by their id. */
  names: Readonly<Record<string, string>>;
  /** The forms of the trend. */
  forms: readonly Form[];
  /** The trend shows several forms, so texts about one form contain its name. */
  hasMany: boolean;
}

/** The words of the trend, and how it writes dates, numbers and names. */
export interface Format {
  words: TrendWords;
  isRtl: boolean;
  /** A day `YYYY-MM-DD` in words. */
  day: (day: string) => string;
  /** A number with at most two decimals. */
  number: (value: number) => string;
  /** Puts values into the placeholders of a text. */
  say: (text: string, values: object) => string;
  /** The name of the form in words. */
  nameOf: (form: Form) => string;
  /** The trend shows several forms. */
  hasMany: boolean;
  /** The name of the form and a colon; empty if there is only one form. */
  prefixOf: (form: Form) => string;
  /** `8 sessions`. */
  sessions: (n: number) => string;
}

function intlFormats(lang?: string): [Intl.DateTimeFormat, Intl.NumberFormat] {
  try {
    return [
      new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: 'UTC' }),
      new Intl.NumberFormat(lang, { maximumFractionDigits: 2 }),
    ];
  } catch {
    // The `lang` is no language tag, so the browser's language is used.
    return intlFormats();
  }
}

/** The format for the language and the direction around an element. */
export function formatOf(element: Element, { words, names, forms, hasMany }: FormatOptions): Format {
  const [days, numbers] = intlFormats(langAround(element));
  const isRtl = getComputedStyle(element).direction === 'rtl';
  const number = (value: number): string => numbers.format(value);
  const written = (value: unknown): string => (typeof value === 'number' ? number(value) : String(value));
  const say: Format['say'] = (text, values) =>
    fill(text, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value)])));
  const nameOf: Format['nameOf'] = (form) => formName(form, { forms, names, words });
  return {
    words,
    number,
    say,
    day: (day) => {
      const text = days.format(new Date(day));
      // Isolated, so that text from right to left does not change the order of its parts.
      return isRtl ? `\u2068${text}\u2069` : text;
    },
    nameOf,
    hasMany,
    prefixOf: (form) => (hasMany ? `${nameOf(form)}: ` : ''),
    sessions: (n) => (n === 1 ? words.session : say(words.sessions, { n })),
    isRtl,
  };
}
