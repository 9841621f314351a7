import { isQuestion } from '../item-types/index.ts';
import { reuse } from '../plain-data/same.ts';
import { readValues } from '../instrument/value.ts';
import { isPlain } from './plain-items.ts';
import type { SheetStructure, Structure } from './structure.ts';

// For an instrument that has only questions, without conditions. Most instruments are like that. Their widgets do not load
// the code for groups, repetitions and conditions (docs/decisions/0027).

const createVisibility: Structure['createVisibility'] = () => () => true;

const createRepeats: Structure['createRepeats'] = () => ({
  each: (_, around, visit) => visit(around),
  isThere: (_, at) => !at.length,
  open: (_, at) => !at.length,
  add: () => false,
  remove: () => false,
});

const cutPages: Structure['cutPages'] = (instances, { first, rest }, before) => {
  const pages: (typeof instances)[] = [];
  const end = instances.length;
  for (let from = 0, to; from < end || !from; from = to) {
    to = from + (from ? rest : first);
    // An optional question at the end does not get a page of its own.
    if (to === end - 1 && instances[to]!.item.optional) to = end;
    pages.push(reuse(before[pages.length], instances.slice(from, to)));
  }
  return reuse(before, pages);
};

export const flatSheet: SheetStructure = { createRepeats, createVisibility, readValues };

export const flat: Structure = { createRepeats, createVisibility, readValues, cutPages, supports: (item) => !item.when && isQuestion(item) && isPlain(item) };
