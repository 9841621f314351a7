import { isLocale } from '../../core/plain-data/locale.ts';
import { widerTag } from '../../core/plain-data/wider-tag.ts';
import { localesFor } from '../../ui/text/locales.ts';
import { en, type FrameWords } from './en.ts';

/** The languages that have a file beside the page. */
export const LANGUAGES = ['ar', 'de', 'es', 'fr', 'he', 'pt', 'tr'] as const;

/** The name under which a file of a language has the words of the page. */
export const FRAME = 'frame';

/** The language whose file has the words for a tag: `de` for `de-AT`. Undefined if there is none. */
export function fileFor(tag: string): string | undefined {
  for (let wider = isLocale(tag) ? tag.toLowerCase() : ''; wider; wider = widerTag(wider)) {
    if ((LANGUAGES as readonly string[]).includes(wider)) return wider;
  }
  return undefined;
}

/** The words of the page for a tag, and their language: English if the page has no others. */
export function wordsFor(tag: string): { words: FrameWords; lang: string } {
  const found = localesFor(tag).find(({ messages }) => Object.hasOwn(messages, FRAME));
  return found ? { words: found.messages[FRAME] as FrameWords, lang: found.lang } : { words: en, lang: 'en' };
}
