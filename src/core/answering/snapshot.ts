import type { Constraint, Item, Value } from '../instrument/instrument.ts';
import type { Problem } from '../plain-data/problem.ts';
import type { Answer, Response } from '../record/response.ts';

/**
 * An item at one place. A repeating item has one instance for each repetition. The same object is used in later snapshots
 * until something in it changes.
 */
export interface Instance {
  /** The item's id and the index of each repetition: `b01`, `question.0`. */
  readonly key: string;
  readonly item: Item;
  /** The repetition of everything that repeats around the item. For a repeating item, its own index is the last one. */
  readonly at: readonly number[];
  readonly answer?: Answer;
  /** The invalid values that were given. They are shown so that the person can correct them. */
  readonly rejected?: { readonly given: readonly Value[]; readonly problem: Problem };
  /**
   * If the answer is not the person's: the value at the start, or a calculated value. `cleared`: the person has cleared the value
   * at the start.
   */
  readonly source?: 'initial' | 'calculated' | 'cleared';
  /** The rules that the answers break. Only if there are any. */
  readonly broken?: readonly Constraint[] | undefined;
  /** The item is not asked, and shown all the same. The answer is not in the record. */
  readonly isOff?: boolean;
  /** Only for an item to which the person may add repetitions: whether they may add or remove one now. */
  readonly canAdd?: boolean;
  readonly canRemove?: boolean;
  readonly children: readonly Instance[];
}

/** Everything that a widget can show. It depends only on the answers. Frozen: each change makes a new snapshot. */
export interface Snapshot {
  /** The record in progress. After it was sent: the completed record, until the next change. */
  readonly response: Response;
  /** The items that are asked now, as a tree, in order. It has no hidden items and no items whose condition fails. */
  readonly instances: readonly Instance[];
  /** The same tree, divided into pages. */
  readonly pages: readonly (readonly Instance[])[];
  /** The current page, from 1. */
  readonly page: number;
  /** Number of questions that were answered or left out. Only questions that are asked now and not optional count. */
  readonly answered: number;
  /** Number of questions that count. */
  readonly total: number;
  /** Keys of the questions that count and are blank. */
  readonly blank: readonly string[];
  /** Keys of the blank questions that the instrument requires. */
  readonly needed: readonly string[];
  /** Keys of the questions with invalid values. */
  readonly rejected: readonly string[];
  /** Whether nothing was answered, left out or rejected. Values at the start and calculated values do not count. */
  readonly pristine: boolean;
  /** Keys of what breaks a rule with the severity `error`, and `warning`. The key of the form itself is ''. Only if there are any. */
  readonly broken?: readonly string[];
  readonly warned?: readonly string[];
  /** The form itself, if the answers break a rule of it, or of an item that is not shown. */
  readonly form?: Instance;
  /** Expressions and calculations of the definition that do not work, each once. Only if there are any. */
  readonly problems?: readonly Problem[];
}
