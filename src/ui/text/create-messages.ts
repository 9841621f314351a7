import { fill } from '../../core/plain-data/fill.ts';
import type { Key, Message, Strings, Table, Value, ValuesOf } from './catalogue.ts';
import { directionOf, isSameLanguage } from './direction.ts';
import { type Locale, localesFor } from './locales.ts';

/** Interface words in the best language that there is for them. `K` is the keys, `Shown` is text for a place in a view. */
export interface MessagesFor<K extends string, Shown> {
  /** A message for a place in a template. */
  <One extends K>(key: One, ...values: ValuesOf<One>): Shown;
  /** The same as plain text, for an attribute, a record or a copy. */
  text<One extends K>(key: One, ...values: ValuesOf<One>): string;
  /** The language of the messages, and of numbers and dates. */
  readonly lang: string;
  /** Text in a language for a place in a template. '' is for names and formulas, which have none. */
  mark(text: string, lang: string): Shown;
  /** The `dir` of content in a language; `undefined` if that of the page is right. */
  dir(lang: string): 'ltr' | 'rtl' | undefined;
}

export interface MessageOptions {
  /** The messages in English. */
  english: Table;
  /** The language around the widget, a BCP 47 tag; '' if the page does not say. */
  asked: string;
  strings?: Strings | undefined;
  /** Messages that are content of an instrument, in the language of its wording. Asked at each use: it can change by itself. */
  content?: (() => Locale) | undefined;
  /** The language of the content around the messages, if it is not theirs. */
  around?: string | undefined;
}

/** A message, and the language that it is in. */
interface Found {
  lang: string;
  message: Message;
}

type Values = Readonly<Record<string, Value>>;

const at = (table: unknown, key: string): Message | undefined =>
  key.split('.').reduce((part, name) => (part as Record<string, unknown> | undefined)?.[name], table) as Message | undefined;

/** Finds and writes messages. `marked` shows a text in another language than the one around it. */
export function messagesWith<Marked>(marked: (text: string, lang: string) => Marked, { english, asked, strings, content, around }: MessageOptions): MessagesFor<Key, string | Marked> {
  // The page may name a region, which decides how numbers and dates are written.
  const inRegion = ({ lang, messages }: Locale): Locale => ({ lang: isSameLanguage(asked, lang) ? asked : lang, messages });
  const locales = [...localesFor(asked), { lang: 'en', messages: english }].map(inRegion);
  const { lang } = locales[0]!;

  const mark = (text: string, of: string): string | Marked => (isSameLanguage(of, around ?? lang) ? text : marked(text, of));

  const find = (key: string): Found => {
    // A framework may set '' for no messages, and a text has a `length`.
    const own = (strings || {})[key as Key];
    if (own !== undefined) return { lang, message: own };
    for (const { lang, messages } of content ? [content(), ...locales] : locales) {
      const message = at(messages, key);
      if (message !== undefined) return { lang, message };
    }
    return { lang, message: key };
  };

  const write = ({ lang, message }: Found, values: Values = {}): string => {
    const text = typeof message === 'string' ? message : (message[new Intl.PluralRules(lang).select(Number(values.count))] ?? message.other);
    const written = Object.entries(values).map(([name, value]) => {
      const shown = typeof value === 'number' ? value.toLocaleString(lang, { maximumFractionDigits: 20 }) : value;
      // Isolated, so that a value from left to right does not change the order of the text.
      return [name, directionOf(lang) === 'rtl' ? `\u2068${shown}\u2069` : shown];
    });
    return fill(text, Object.fromEntries(written) as Record<string, string>);
  };

  const messages = (key: string, values?: Values): string | Marked => {
    const found = find(key);
    return mark(write(found, values), found.lang);
  };
  // A page whose language is read from left to right may still be set from right to left, as a test of its layout.
  const dir = (of: string): 'ltr' | 'rtl' | undefined =>
    isSameLanguage(asked || of, of) && directionOf(of) === 'ltr' ? undefined : directionOf(of);

  return Object.assign(messages, { lang, mark, dir, text: (key: string, values?: Values) => write(find(key), values) }) as unknown as MessagesFor<Key, string | Marked>;
}
