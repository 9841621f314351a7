import type { Table } from './catalogue.ts';
import { LANGUAGE_EVENT, locales } from './locales.ts';

/** The languages whose safety messages somebody has reviewed, by tag in lower case. Shared by the files of a page, as locales are. */
const shared = globalThis as { [key: symbol]: Set<string> | undefined };
export const reviewed: Set<string> = (shared[Symbol.for('attune.reviewed-locales')] ??= /* @__PURE__ */ new Set());

const noted = new Set<string>();

/** Adds messages to those of a language, and tells every widget of the page. */
export function addLocale(lang: string, messages: Table): void {
  const tag = lang.toLowerCase();
  const before = locales.get(tag)?.messages;
  locales.set(tag, { lang, messages: before ? merged(before, messages) : messages });
  globalThis.dispatchEvent?.(new Event(LANGUAGE_EVENT));
  // Later, so that the host can say in the same script that it has reviewed them.
  setTimeout(() => {
    if (reviewed.has(tag) || noted.has(tag)) return;
    noted.add(tag);
    // eslint-disable-next-line no-console -- there is no element to report to
    console.warn(`attune-elements: nobody has reviewed the safety messages in "${lang}". See docs/translating.md.`);
  });
}

/** Two tables as one. A group of messages of one widget may be in both. */
const merged = (first: Table, second: Table): Table => ({
  ...first,
  ...Object.fromEntries(
    Object.entries(second).map(([key, value]) => {
      const before = first[key];
      return [key, isGroup(value) && isGroup(before) ? merged(before, value) : value];
    }),
  ),
});

const isGroup = (value: Table[string] | undefined): value is Table => typeof value === 'object' && !('other' in value);
