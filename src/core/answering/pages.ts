import { typeOf } from '../item-types/index.ts';
import { keep, same } from '../plain-data/same.ts';
import type { Instance } from './snapshot.ts';

type Page = readonly Instance[];

/**
 * The tree cut into pages of `size` questions. Words to read stay with the question after them, and one last optional
 * question joins the page before it. A group has pages of its own; each holds the group with that page's members only.
 * What is the same as `before` is the same object.
 */
export function cutPages(instances: Page, size: number, before: readonly Page[]): readonly Page[] {
  const pages = cut(instances, size);
  if (!pages.length) pages.push([]);
  return keep(before, pages.map((page, i) => settle(before[i], page)));
}

function cut(instances: Page, size: number): Instance[][] {
  const pages: Instance[][] = [];
  let open: Instance[] | undefined;
  let words: Instance[] = [];
  let room = 0;
  for (const one of instances) {
    const { role } = typeOf(one.item);
    if (role === 'note') {
      words.push(one);
      continue;
    }
    if (role === 'section') {
      const own = cut(one.children, size).map((children) => [slice(one, children)]);
      if (!own[0]) continue;
      own[0].unshift(...words);
      for (const page of own) pages.push(page);
      open = undefined;
    } else {
      const joins = room > 0 || (one.item.optional && one === instances[instances.length - 1]);
      if (!open || !joins) {
        pages.push((open = []));
        room = size;
      }
      if (words.length) open.push(...words);
      open.push(one);
      room--;
    }
    words = [];
  }
  if (words.length) pages.push([...(pages.pop() ?? []), ...words]);
  return pages;
}

/** A group with some of its members; not yet frozen, unlike a whole one. */
const slice = (group: Instance, children: Page): Instance =>
  same(children, group.children) ? group : { ...group, children };

const settle = (before: Page | undefined, page: Page): Page =>
  keep(before, page.map((one, i) => (Object.isFrozen(one) ? one : settleSlice(before?.[i], one))));

function settleSlice(before: Instance | undefined, slice: Instance): Instance {
  const now: Instance = { ...slice, children: settle(before?.children, slice.children) };
  const names = Object.keys(now) as (keyof Instance)[];
  return before && names.every((name) => before[name] === now[name]) ? before : Object.freeze(now);
}
