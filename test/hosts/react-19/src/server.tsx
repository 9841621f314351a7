import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { pages } from './page';

const loaded = Object.fromEntries(await Promise.all(Object.entries(pages).map(async ([name, load]) => [name, (await load!()).default])));

/** The HTML of a page. */
export const render = (name: string, search: string): string => {
  const Page = loaded[name];
  return (
    Page &&
    renderToString(
      <StrictMode>
        <Page search={search} />
      </StrictMode>,
    )
  );
};
