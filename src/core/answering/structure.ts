import type { Item } from '../item-types/index.ts';
import { cutPages } from './pages.ts';
import { createRepeats } from './repeats.ts';
import { createVisibility } from './visibility.ts';

/** How items are found that a response answers. */
export interface SheetStructure {
  readonly createRepeats: typeof createRepeats;
  readonly createVisibility: typeof createVisibility;
}

/** How the items of an instrument belong together, for a session over it. */
export interface Structure extends SheetStructure {
  /** Whether it knows what to do with an item. */
  supports(item: Item): boolean;
  readonly cutPages: typeof cutPages;
}

export interface NestedStructure extends Structure {
  readonly isNested: true;
}

/** For responses to any instrument: what is in groups, in repetitions, and asked on a condition. */
export const nestedSheet: SheetStructure = { createRepeats, createVisibility };

/** For sessions over any instrument. */
export const nested: NestedStructure = { createRepeats, createVisibility, cutPages, isNested: true, supports: () => true };
