import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { pages } from './page';

const { pathname, search } = location;
const { default: Page } = await pages[pathname.slice(1)]!();
const page = (
  <StrictMode>
    <Page search={search} />
  </StrictMode>
);
const root = document.querySelector('#root')!;
// With `?slow` the elements are defined long before React begins.
if (search.includes('slow')) await new Promise((go) => addEventListener('go', go, { once: true }));
if (root.firstChild) hydrateRoot(root, page);
else createRoot(root).render(page);
