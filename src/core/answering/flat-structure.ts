import { isQuestion } from '../item-types/index.ts';
import { keep } from '../plain-data/same.ts';
import type { SheetStructure, Structure } from './structure.ts';

// For an instrument of questions alone, each asked once and always. Most are like that, and a widget for one of them does
// without the code for groups, repetitions and conditions (docs/decisions/0027).

const createVisibility: Structure['createVisibility'] = () => () => true;

const createRepeats: Structure['createRepeats'] = () => ({
  each: (_, around, visit) => visit(around),
  isThere: (_, at) => !at.length,
  open: (_, at) => !at.length,
  add: () => false,
  remove: () => false,
});

const cutPages: Structure['cutPages'] = (instances, size, before) => {
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

export const flatSheet: SheetStructure = { createRepeats, createVisibility };

export const flat: Structure = { createRepeats, createVisibility, cutPages, supports: (item) => !item.when && isQuestion(item) };
