import { localesFor } from '../ui/text/locales.ts';
import { loadScript } from './load-script.ts';
import { fileFor, FRAME } from './words/index.ts';

/** Loads the words of a language, if there is a file of it that the page does not have yet. */
export function loadLanguage(tag: string): Promise<void> {
  const file = fileFor(tag);
  const isHere = !file || localesFor(file).some(({ messages }) => Object.hasOwn(messages, FRAME));
  return isHere ? Promise.resolve() : loadScript(`locales/${file}.js`);
}
