import type { Instrument, Item, Value } from '../instrument/instrument.ts';
import { type ReadValues, readValues } from '../instrument/value.ts';
import type { Derivation } from './derivation.ts';
import { cutPages } from './pages.ts';
import type { Snapshot } from './snapshot.ts';
import { isPlain } from './plain-items.ts';
import { createRepeats } from './repeats.ts';
import type { SheetParts } from './sheet-parts.ts';
import { createVisibility } from './visibility.ts';

/** The code that reads the answers of a response: for groups, repetitions and conditions, or without them; for all values, or for plain ones. */
export interface SheetStructure {
  readonly readValues: ReadValues;
  /** Copies values that a host gave, if they can be objects. */
  readonly settle?: (values: readonly Value[]) => readonly Value[];
  readonly createRepeats: typeof createRepeats;
  readonly createVisibility: typeof createVisibility;
  /** In place of `createVisibility`: for everything that follows from answers. */
  readonly createDerivation?: (sheet: SheetParts) => Derivation;
}

/** The code for a filling session. */
export interface Structure extends SheetStructure {
  /** Whether this structure supports an item. */
  supports(item: Item): boolean;
  readonly cutPages: (...args: [...Parameters<typeof cutPages>, instrument?: Instrument]) => ReturnType<typeof cutPages>;
  /** Whether the instrument itself says what is on a page. */
  saysPages?(instrument: Instrument): boolean;
  /** Whether the person may go to a page now. */
  mayOpen?(instrument: Instrument, snapshot: Snapshot, page: number): boolean;
  /** The page on which the person continues a record. */
  pageToContinue?(instrument: Instrument, snapshot: Snapshot): number;
}

export interface NestedStructure extends Structure {
  readonly isNested: true;
}

/** Also for values that are objects, and for what follows from other answers. */
export interface FullStructure extends NestedStructure {
  readonly isFull: true;
}

/** For responses to instruments with plain values. */
export const nestedSheet: SheetStructure = { createRepeats, createVisibility, readValues };

/** For sessions of instruments with plain values. */
export const nested: NestedStructure = { createRepeats, createVisibility, readValues, cutPages, isNested: true, supports: isPlain };
