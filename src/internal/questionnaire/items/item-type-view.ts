import type { CSSResult } from 'lit';
import type { Item, Value } from '../../../core/instrument.ts';
import type { Instance } from '../../../core/snapshot.ts';
import type { Words } from '../../words.ts';
import type { ItemContext } from '../item-context.ts';

/** The keys of the items that have an error. */
export type Errors = ReadonlySet<string>;

/** One item on the page. It is made once, and then kept in step with its instance. */
export interface ItemView {
  root: HTMLElement;
  /** `isLast`: the next item is not another repetition of the same group. */
  show(instance: Instance, context: ItemContext, errors: Errors, isLast: boolean): void;
}

/** Makes the view of an item; `id` is unique in the document. */
export type MakeItem = (instance: Instance, id: string, context: ItemContext) => ItemView;

export type Control = HTMLInputElement | HTMLTextAreaElement;

/** How one type of item is presented. */
export interface ItemTypeView<I> {
  /** Whether it can present this item, where it cannot present all of its type. */
  takes?(item: I): boolean;
  make: MakeItem;
  /** The person picks an answer: then "cannot say" and "did not come up" are offered beside it. */
  readonly isPicked?: boolean;
  /** An edit counts when it is finished, not while it is under way. */
  readonly commitsLate?: boolean;
  /** The browser's own parts of a date or time: half of one has no value that could be read or put back. */
  readonly hasParts?: boolean;
  /** What its control says, where it is no option. */
  read?(control: Control, item: I, language: string): Value;
  /** What is missing, or wrong by the rule `fault`: what to do, not what the person did. */
  problem?(item: I, words: Words, fault: string | undefined): string;
  /** Interface words of this type alone. */
  readonly words?: Partial<Words>;
  /** Styles of this type alone. */
  readonly styles?: CSSResult;
}

/** The views that a widget has, by type. */
export type ItemViews = { readonly [Type in Item['type']]?: ItemTypeView<Item> };
