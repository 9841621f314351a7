import { hydrate, render } from 'solid-js/web';
import { pages } from './page';

const { pathname, search } = location;
const { default: Page } = await pages[pathname.slice(1)]!();
const root = document.querySelector('#root')!;
// With `?slow` the elements are defined long before Solid begins.
if (search.includes('slow')) await new Promise((go) => addEventListener('go', go, { once: true }));
const page = () => <Page search={search} />;
if (root.firstChild) hydrate(page, root);
else render(page, root);
