import { langAround } from './lang-around.ts';

/**
 * A day (`YYYY-MM-DD`) in words, in this language. If the browser does not know it, in the browser's own. A text that is no day
 * stays as it is.
 */
export function dayIn(lang: string | undefined, date: string): string {
  const day = new Date(date);
  if (Number.isNaN(day.getTime())) return date;
  try {
    return day.toLocaleDateString(lang, { dateStyle: 'long', timeZone: 'UTC' });
  } catch {
    return dayIn(undefined, date);
  }
}

/** A day in words, in the language around the element. */
export const localDay = (element: Element, date: string): string => dayIn(langAround(element), date);
