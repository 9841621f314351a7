import type { Item, Value } from '../instrument/instrument.ts';
import type { Problem } from '../plain-data/problem.ts';
import type { Answer, Response } from '../record/response.ts';

/** An item at one place: a repeating group has one instance a repetition. It keeps its identity until its answer changes. */
export interface Instance {
  /** The item's id, and the index of each repetition: `b01`, `question.0`. */
  readonly key: string;
  readonly item: Item;
  readonly at: readonly number[];
  readonly answer?: Answer;
  /** What was given and could not be taken; it is kept so that it can be shown and mended. */
  readonly rejected?: { readonly given: readonly Value[]; readonly problem: Problem };
  /** For a group that may be added to: whether the person may add or remove one now. (`at` of a group instance ends with its own index.) */
  readonly canAdd?: boolean;
  readonly canRemove?: boolean;
  readonly children: readonly Instance[];
}

/** Everything that can be shown, derived from the answers alone. Frozen; a new one after each change. */
export interface Snapshot {
  /** The record so far, `in-progress`; the completed one once it was sent, until the next change. */
  readonly response: Response;
  /** What is asked now, in order, as a tree. Hidden items and items whose condition fails are not in it. */
  readonly instances: readonly Instance[];
  /** The tree cut into pages. */
  readonly pages: readonly (readonly Instance[])[];
  /** From 1. */
  readonly page: number;
  /** Items that count: asked now and not optional; how many were answered or left out. */
  readonly answered: number;
  readonly total: number;
  /** Keys of the items that count and are blank. */
  readonly blank: readonly string[];
  /** Those of the blank ones that the instrument itself requires. */
  readonly needed: readonly string[];
  /** Keys of the items that were given something unusable. */
  readonly rejected: readonly string[];
  /** Nothing was answered, left out or given at all. */
  readonly pristine: boolean;
}
