import { hydrate, render } from 'preact';
import { pages } from './page';

const { pathname, search } = location;
const { default: Page } = await pages[pathname.slice(1)]!();
const page = <Page search={search} />;
const root = document.querySelector('#root')!;
// With `?slow` the elements are defined long before Preact begins.
if (search.includes('slow')) await new Promise((go) => addEventListener('go', go, { once: true }));
if (root.firstChild) hydrate(page, root);
else render(page, root);
