import type { Table } from './catalogue.ts';
import { LANGUAGE_EVENT, locales } from './locales.ts';

/** The key that says that somebody has reviewed the safety messages of a language. It is no language tag. */
export const reviewKey = (lang: string): string => `${lang.toLowerCase()}!`;

/** Adds messages to those of a language, before earlier ones, and tells every widget of the page. */
export function addLocale(lang: string, messages: Table): void {
  const tag = lang.toLowerCase();
  const before = locales.get(tag);
  locales.set(tag, [{ lang, messages }, ...(before ?? [])]);
  globalThis.dispatchEvent?.(new Event(LANGUAGE_EVENT));
  if (before) return;
  // Later, so that the host can say in the same script that it has reviewed them.
  setTimeout(() => {
    // eslint-disable-next-line no-console -- there is no element to report to
    if (!locales.has(reviewKey(lang))) console.warn(`attune-elements: safety messages not reviewed: ${lang} (docs/translating.md)`);
  });
}
