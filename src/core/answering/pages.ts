import { typeOf } from '../item-types/index.ts';
import { reuse, same } from '../plain-data/same.ts';
import type { Instance } from './snapshot.ts';

type Page = readonly Instance[];

/** Number of questions on a page. The first page may have fewer, because it also has the introduction. */
export interface PageSizes {
  first: number;
  rest: number;
}

/**
 * Divides the tree into pages:
 *
 * - Text to read is on the page of the question after it.
 * - An optional question at the end does not get a page of its own, nor do groups there that ask one optional question each.
 * - The repetitions of a question are on one page.
 * - A group begins a new page. If it has several pages, each contains the group with the members of that page.
 *
 * A page that is equal to one in `before` is the same object.
 */
export function cutPages(instances: Page, sizes: PageSizes, before: readonly Page[]): readonly Page[] {
  const pages = cut(instances, sizes);
  if (!pages.length) pages.push([]);
  return freezePages(before, pages);
}

/** A page that is equal to one in `before` becomes the same object. */
export const freezePages = (before: readonly Page[], pages: readonly Page[]): readonly Page[] =>
  reuse(before, pages.map((page, i) => freezePage(before[i], page)));

/** The same as `cutPages`. New groups are not frozen yet. */
export function cut(instances: Page, { first, rest }: PageSizes): Instance[][] {
  const pages: Instance[][] = [];
  const sizeOfNext = (): number => (pages.length ? rest : first);
  /** The page that the next question can join. */
  let open: Instance[] | undefined;
  /** Text that waits for the question after it. */
  let notes: Instance[] = [];
  /** How many questions the open page can still take. */
  let room = 0;
  // Not `entries()`: it is slow, and this runs for every item at every answer.
  for (let i = 0; i < instances.length; i++) {
    const instance = instances[i]!;
    const { role } = typeOf(instance.item);
    if (role === 'note') {
      notes.push(instance);
      continue;
    }
    if (role === 'section' && open && instances.slice(i).every(asksOneOptional)) open.push(...notes, instance);
    else if (role === 'section') {
      const groupPages = cut(instance.children, { first: sizeOfNext(), rest }).map((children) => [withChildren(instance, children)]);
      if (!groupPages[0]) continue;
      groupPages[0].unshift(...notes);
      for (const page of groupPages) pages.push(page);
      open = undefined;
    } else {
      const isLastOptional = instance.item.optional && i === instances.length - 1;
      const isNextRepetition = instances[i - 1]?.item === instance.item;
      if (!open || !(room > 0 || isLastOptional || isNextRepetition)) {
        open = [];
        room = sizeOfNext();
        pages.push(open);
      }
      open.push(...notes, instance);
      room--;
    }
    notes = [];
  }
  if (notes.length) pages.push([...(pages.pop() ?? []), ...notes]);
  return pages;
}

/** Whether it is a group with one question, which is optional. */
const asksOneOptional = ({ item, children: [only, second] }: Instance): boolean =>
  typeOf(item).role === 'section' && !!only?.item.optional && !second;

/** A group with some of its members. If it is a new object, it is not frozen yet. */
export const withChildren = (group: Instance, children: Page): Instance =>
  same(children, group.children) ? group : { ...group, children };

const freezePage = (before: Page | undefined, page: Page): Page =>
  reuse(before, page.map((instance, i) => (Object.isFrozen(instance) ? instance : freezeGroup(before?.[i], instance))));

function freezeGroup(before: Instance | undefined, group: Instance): Instance {
  const now: Instance = { ...group, children: freezePage(before?.children, group.children) };
  const names = Object.keys(now) as (keyof Instance)[];
  return before && names.every((name) => before[name] === now[name]) ? before : Object.freeze(now);
}
