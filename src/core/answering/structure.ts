import type { Item } from '../item-types/index.ts';
import { cutPages } from './pages.ts';
import { createRepeats } from './repeats.ts';
import { createVisibility } from './visibility.ts';

/** The code that reads the answers of a response: for groups, repetitions and conditions, or without them. */
export interface SheetStructure {
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

/** For responses to any instrument. */
export const nestedSheet: SheetStructure = { createRepeats, createVisibility };

/** For sessions of any instrument. */
export const nested: NestedStructure = { createRepeats, createVisibility, cutPages, isNested: true, supports: () => true };
