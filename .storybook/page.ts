import type { Decorator } from '@storybook/web-components-vite';
import { inLanguage } from './in-language.ts';
import { languageOf } from './languages.ts';

/** Settings of the page around a story: `parameters.page`. */
export interface PageParameters {
  scheme?: 'light' | 'dark';
  dir?: 'ltr' | 'rtl';
  lang?: string;
  /** As wide as the smallest phone. */
  narrow?: boolean;
}

// The signal stays the same when only the args of a story change. A story that is mounted again gets a new page.
const pages = new WeakMap<AbortSignal, HTMLElement>();

/** Puts each story on its own page. The globals of the toolbar apply unless the story sets its own values. */
export const onPage: Decorator = (story, { abortSignal, globals, parameters }) => {
  const { scheme, dir, lang, narrow }: PageParameters = parameters['page'] ?? {};
  const language = languageOf(globals['lang']);
  const page = pages.get(abortSignal) ?? document.createElement('div');
  pages.set(abortSignal, page);
  page.className = 'attune-page';
  page.dataset['scheme'] = scheme ?? (globals['scheme'] as string);
  page.dir = dir ?? (globals['dir'] === 'auto' ? language.dir : (globals['dir'] as string));
  page.lang = lang ?? language.tag;
  page.toggleAttribute('data-width', !!narrow);
  page.toggleAttribute('data-translated', !!language.load);
  const content = story() as HTMLElement;
  if (language.load) inLanguage(content, language.tag);
  if (page.firstChild !== content) page.replaceChildren(content);
  return page;
};
