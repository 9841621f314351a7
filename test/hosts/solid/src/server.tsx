import { generateHydrationScript, renderToString } from 'solid-js/web';
import { pages } from './page';

const loaded = Object.fromEntries(await Promise.all(Object.entries(pages).map(async ([name, load]) => [name, (await load!()).default])));

export const hydrationScript = generateHydrationScript();

/** The HTML of a page. */
export const render = (name: string, search: string): string => {
  const Page = loaded[name];
  return Page && renderToString(() => <Page search={search} />);
};
