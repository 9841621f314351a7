import type { ChoiceItem, Item, TextItem, Value } from '../instrument/instrument.ts';
import { type ReadValues, readValues } from '../instrument/value.ts';
import { itemTypes } from '../item-types/index.ts';
import { cutPages } from './pages.ts';
import { createRepeats } from './repeats.ts';
import { createVisibility } from './visibility.ts';

/** The code that reads the answers of a response: for groups, repetitions and conditions, or without them; for all values, or for plain ones. */
export interface SheetStructure {
  readonly readValues: ReadValues;
  /** Copies values that a host gave, if they can be objects. */
  readonly settle?: (values: readonly Value[]) => readonly Value[];
  readonly createRepeats: typeof createRepeats;
  readonly createVisibility: typeof createVisibility;
}

/** The code for a filling session. */
export interface Structure extends SheetStructure {
  /** Whether this structure supports an item. */
  supports(item: Item): boolean;
  readonly cutPages: typeof cutPages;
}

export interface NestedStructure extends Structure {
  readonly isNested: true;
}

export interface FullStructure extends NestedStructure {
  readonly isFull: true;
}

/** Whether the values of an item are plain, so that `readValues` knows all rules about them. */
export function hasPlainValues(item: Item): boolean {
  const { open, choices } = item as ChoiceItem;
  const isOpen = open || choices?.some(({ exclusive }) => exclusive);
  return item.type in itemTypes && !isOpen && !(item as TextItem).pattern;
}

/** For responses to instruments with plain values. */
export const nestedSheet: SheetStructure = { createRepeats, createVisibility, readValues };

/** For sessions of instruments with plain values. */
export const nested: NestedStructure = { createRepeats, createVisibility, readValues, cutPages, isNested: true, supports: hasPlainValues };
