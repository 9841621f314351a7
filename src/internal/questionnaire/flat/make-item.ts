// Stands in for ../make-item.ts in a file whose instruments are flat: they have no groups and no words to read.
import { makeChoice } from '../choice-item.ts';
import type { MakeItem } from '../item-list.ts';
import { isTyped } from '../options.ts';
import { makeTyped } from '../typed-item.ts';

export const makeItem: MakeItem = (instance, id, context) =>
  (isTyped(instance.item) ? makeTyped : makeChoice)(instance, id, context);
