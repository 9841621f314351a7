import { addLocale, reviewKey } from '../ui/text/add-locale.ts';
import { locales } from '../ui/text/locales.ts';
import type { Catalogue, Message, Table } from '../ui/text/catalogue.ts';
import { english } from '../ui/text/locales/en/index.ts';
import { mistakesIn } from '../ui/text/message-mistakes.ts';

/** Some messages of a language. What is not there is shown in English. */
export type Messages = { readonly [K in keyof Catalogue]?: Catalogue[K] extends Message ? Catalogue[K] : Partial<Catalogue[K]> };

/**
 * Adds interface messages in a language, given by its BCP 47 tag, to those that the page has. Widgets in this language show
 * them at once. A message that cannot be used is left out. Returns what is wrong with the messages, such as an unknown key
 * with the nearest known one, and writes it to the console.
 */
export function registerLocale(tag: string, messages: Messages): readonly string[] {
  const mistakes: string[] = [];
  let lang: string | undefined;
  try {
    [lang] = Intl.getCanonicalLocales(tag);
  } catch {
    // Not a language tag.
  }
  if (!lang) mistakes.push(`"${String(tag)}" is no language tag`);
  else addLocale(lang, usable(messages, mistakes));
  // eslint-disable-next-line no-console -- there is no element to report to
  for (const mistake of mistakes) console.warn(`attune-elements: ${mistake}`);
  return mistakes;
}

/** A review of the safety messages of a language: who did it, and how. */
export interface LocaleReview {
  people: readonly { name: string; role: string }[];
  method: string;
}

/**
 * Says that your clinic has reviewed the safety messages of a language, so that the warning about them does not appear.
 * These are the messages on crisis, on erasing, and on keeping something on a device. To change one, register it yourself.
 * Returns false without a name, a role and a method.
 */
export function reviewLocale(tag: string, { people, method }: LocaleReview): boolean {
  const isComplete = people.length > 0 && people.every(({ name, role }) => name.trim() && role.trim()) && method.trim();
  if (isComplete) locales.set(reviewKey(tag), []);
  // eslint-disable-next-line no-console -- there is no element to report to
  else console.warn(`attune-elements: the review of "${tag}" needs people with name and role, and a method`);
  return !!isComplete;
}

/** The messages without those that cannot be used. */
function usable(messages: Messages, mistakes: string[]): Table {
  const found = mistakesIn(messages, english);
  mistakes.push(...found.map(({ about }) => about));
  const wrong = new Set(found.map(({ key }) => key));
  const keep = (table: object, path: string): [string, unknown][] =>
    Object.entries(table).flatMap(([name, value]): [string, unknown][] => {
      const key = path + name;
      if (wrong.has(key)) return [];
      const isGroup = typeof value === 'object' && value && !('other' in value);
      return [[name, isGroup ? Object.fromEntries(keep(value as object, `${key}.`)) : value]];
    });
  return Object.fromEntries(keep(Object(messages) as object, '')) as Table;
}
