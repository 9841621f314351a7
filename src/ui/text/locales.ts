import { widerTag } from '../../core/plain-data/wider-tag.ts';
import type { Table } from './catalogue.ts';

/** The interface messages of one language. */
export interface Locale {
  /** A BCP 47 tag. */
  lang: string;
  messages: Table;
}

/**
 * The locales of the page, by tag in lower case, the latest first. Every file of the library on a page has the same ones,
 * whichever file registered them, so they are in a global. It holds messages only: no widget, no function and no answer.
 */
const shared = globalThis as { [key: symbol]: Map<string, Locale[]> | undefined };
export const locales: Map<string, Locale[]> = (shared[Symbol.for('attune.locales')] ??= /* @__PURE__ */ new Map());

/** The type of the event at the window when a locale or a translation was registered. `instruments/add-translations.ts` writes it again. */
export const LANGUAGE_EVENT = 'attune-language';

/** The locales for a tag, the best one first: `de-AT`, `de`. */
export const localesFor = (tag: string): Locale[] =>
  tag ? [...(locales.get(tag.toLowerCase()) ?? []), ...localesFor(widerTag(tag))] : [];
