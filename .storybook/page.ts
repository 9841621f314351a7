import type { Decorator } from '@storybook/web-components-vite';

/** What the page around a story is like: `parameters.page`. */
export interface PageParameters {
  scheme?: 'light' | 'dark';
  dir?: 'ltr' | 'rtl';
  lang?: string;
  /** As wide as the smallest phone. */
  narrow?: boolean;
}

// By its signal: a story that is only given other args keeps its page, one that is mounted again gets a new one.
const pages = new WeakMap<AbortSignal, HTMLElement>();

/** Puts a story on a page of its own; the toolbar's globals hold where the story says nothing. */
export const onPage: Decorator = (story, { abortSignal, globals, parameters }) => {
  const { scheme, dir, lang = 'en', narrow }: PageParameters = parameters['page'] ?? {};
  let page = pages.get(abortSignal);
  if (!page) pages.set(abortSignal, (page = document.createElement('div')));
  page.className = 'attune-page';
  page.dataset['scheme'] = scheme ?? (globals['scheme'] as string);
  page.dir = dir ?? (globals['dir'] as string);
  page.lang = lang;
  page.toggleAttribute('data-width', !!narrow);
  const content = story() as HTMLElement;
  if (page.firstChild !== content) page.replaceChildren(content);
  return page;
};
