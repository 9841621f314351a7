import type { Instrument, Item } from '../instrument/instrument.ts';
import { cutPages, freezePages, withChildren } from './pages.ts';
import type { Instance } from './snapshot.ts';

type Page = readonly Instance[];

const paged = new WeakMap<Instrument, boolean>();

/** Whether the instrument says which items are on a page of their own. */
export function saysPages(instrument: Instrument): boolean {
  const isPage = ({ layout, items }: Item): boolean => layout === 'page' || !!items?.some(isPage);
  const known = paged.get(instrument) ?? instrument.items.some(isPage);
  paged.set(instrument, known);
  return known;
}

const hasPage = ({ item, children }: Instance): boolean => item.layout === 'page' || children.some(hasPage);

/**
 * The same as `cutPages`, for an instrument that says what a page is: each item with the layout `page` is one, and what is between two
 * of them is one too. Headers and footers are on every page.
 */
export const cutFormPages: typeof cutPages = (instances, sizes, before) => {
  const inPlace = (place: 'header' | 'footer'): Page => instances.filter(({ item }) => item.layout === place);
  const [headers, footers] = [inPlace('header'), inPlace('footer')];
  const isBook = instances.some(hasPage);
  if (!isBook && !headers.length && !footers.length) return cutPages(instances, sizes, before);
  const body = instances.filter((one) => !headers.includes(one) && !footers.includes(one));
  const pages = isBook ? cutBook(body) : cutPages(body, sizes, before);
  return freezePages(before, pages.map((page) => [...headers, ...page, ...footers]));
};

/** A group with pages in it is on each of them, with the members of that page. */
function cutBook(instances: Page): Page[] {
  const pages: Instance[][] = [];
  let open: Instance[] | undefined;
  for (const instance of instances) {
    const isPage = instance.item.layout === 'page';
    if (isPage || hasPage(instance)) {
      for (const page of isPage ? [[instance]] : cutBook(instance.children).map((children) => [withChildren(instance, children)])) pages.push(page);
      open = undefined;
    } else if (open) open.push(instance);
    else pages.push((open = [instance]));
  }
  return pages;
}
