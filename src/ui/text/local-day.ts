import { langAround } from './lang-around.ts';

/**
 * A day (`YYYY-MM-DD`) in words, in the language around the element. If the browser does not know it, in the browser's own.
 */
export function localDay(element: Element, date: string): string {
  const day = (lang?: string): string =>
    new Date(date).toLocaleDateString(lang, { dateStyle: 'long', timeZone: 'UTC' });
  try {
    return day(langAround(element));
  } catch {
    return day();
  }
}
