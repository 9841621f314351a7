// Stands in for ../pages.ts in a file whose instruments are flat.
import type { cutPages as full } from '../pages.ts';
import { keep } from '../same.ts';

export const cutPages: typeof full = (instances, size, before) => {
  const pages: (typeof instances)[] = [];
  const end = instances.length;
  for (let from = 0, to; from < end || !from; from = to) {
    to = from + size;
    // one last optional question joins the page before it
    if (to === end - 1 && instances[to]!.item.optional) to = end;
    pages.push(keep(before[pages.length], instances.slice(from, to)));
  }
  return keep(before, pages);
};
