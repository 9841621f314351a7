import type { CSSResult } from 'lit';
import type { AbsentReason, Instrument, Item, TextItem, Value } from '../../../core/instrument/instrument.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import type { Structure } from '../../../core/answering/structure.ts';
import type { Words } from '../../text/words.ts';

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

/** One native radio or checkbox of an item: an answer, or a reason to leave the item out. */
export interface Option {
  text: string;
  value?: Value;
  absent?: AbsentReason;
}

/** How one type of item is presented. */
export interface ItemTypeView<I> {
  /** Whether it can present this item, where it cannot present all of its type. */
  supports?(item: I): boolean;
  make: MakeItem;
  /** The person picks an answer: then "cannot say" and "did not come up" are offered beside it. */
  readonly isPicked?: boolean;
  /** An edit counts when it is finished, not while it is under way. */
  readonly commitsLate?: boolean;
  /** The browser's own parts of a date or time: half of one has no value that could be read or put back. */
  readonly isSegmented?: boolean;
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

/** A view of any text. */
export interface FullTextView extends ItemTypeView<TextItem> {
  readonly hasLimits: true;
}

/** What a widget has of the library: what the items of its instrument need, and no more. */
export interface ItemSupport {
  readonly views: ItemViews;
  readonly structure: Structure;
}

/** What the items need to know beside their instances. It keeps its identity while nothing in it changes. */
export interface ItemContext {
  instrument: Instrument;
  words: Words;
  /** The views that the widget has, and what else it needs of the library. */
  itemSupport: ItemSupport;
  /** Unique in the document. */
  uid: string;
  /** Heading level of the title; groups stand one deeper. */
  level: number;
  readonly: boolean;
  /** On a device that others use. */
  shared: boolean;
  /** Items offer "skip" as the host wants it, and where there is no other way out of a line that is required. */
  skippable: boolean;
  required: boolean;
  /** Makes the view of an item of any type. A view that has items inside it calls this. */
  makeItem: MakeItem;
  /** One list for all items with the same options, so that their radios share one pattern. */
  optionSets: Map<Item, Option[]>;
  /** What other items of the same repetition hold, for `{item-id}` in a text. */
  answersAt: (at: readonly number[]) => Record<string, readonly Value[]>;
  /** What stands under a group's heading. */
  groupNote: (instance: Instance) => unknown;
  /** What stands over the field of an item that is written. */
  fieldNote: (instance: Instance) => unknown;
}
