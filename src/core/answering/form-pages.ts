import type { Instrument, Item } from '../instrument/instrument.ts';
import { cut, cutPages, freezePages, withChildren, type PageSizes } from './pages.ts';
import type { Instance } from './snapshot.ts';
import type { Structure } from './structure.ts';

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

/** In an order, each question is on a page of its own. */
const ONE_EACH: PageSizes = { first: 1, rest: 1 };

/**
 * The same as `cutPages`, for an instrument that says what a page is: each item with the layout `page` is one, and what is between two
 * of them is one too. If the person answers in an order, what is between them is one question after the other. Headers and footers are
 * on every page.
 */
export const cutFormPages: Structure['cutPages'] = (instances, sizes, before, { entryMode } = {} as Instrument) => {
  const pageSizes = entryMode ? ONE_EACH : sizes;
  const inPlace = (place: 'header' | 'footer'): Page => instances.filter(({ item }) => item.layout === place);
  const [headers, footers] = [inPlace('header'), inPlace('footer')];
  const isBook = instances.some(hasPage);
  if (!isBook && !headers.length && !footers.length) return cutPages(instances, pageSizes, before);
  const body = instances.filter((one) => !headers.includes(one) && !footers.includes(one));
  const pages = isBook ? cutBook(body, (between) => (entryMode ? cut(between, ONE_EACH) : [between])) : cutPages(body, pageSizes, before);
  return freezePages(before, pages.map((page) => [...headers, ...page, ...footers]));
};

/** A group with pages in it is on each of them, with the members of that page. `divide`: what is between two pages. */
function cutBook(instances: Page, divide: (between: Instance[]) => Page[]): Page[] {
  const pages: Page[] = [];
  let open: Instance[] = [];
  const close = (): void => {
    if (open.length) pages.push(...divide(open));
    open = [];
  };
  for (const instance of instances) {
    const isPage = instance.item.layout === 'page';
    if (!isPage && !hasPage(instance)) {
      open.push(instance);
      continue;
    }
    close();
    if (isPage) pages.push([instance]);
    else for (const children of cutBook(instance.children, divide)) pages.push([withChildren(instance, children)]);
  }
  close();
  return pages;
}
