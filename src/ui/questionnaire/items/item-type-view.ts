import type { CSSResultGroup } from '../../lit/lit.ts';
import type { AbsentReason, Instrument, Item, TextItem, Value } from '../../../core/instrument/instrument.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import type { Structure } from '../../../core/answering/structure.ts';
import type { takeChangedLists } from '../../../core/record/changed-lists.ts';
import type { Response } from '../../../core/record/response.ts';
import type { ChosenFile } from '../../../events/submit-event.ts';
import type { FormKey } from '../../text/keys.ts';
import type { EntryOrder } from '../entry-order.ts';
import type { Table } from '../../text/catalogue.ts';
import type { Messages, Shown } from '../../text/messages.ts';

/** The keys of the items that have an error. */
export type Errors = ReadonlySet<string>;

/** The DOM of one item. It is created once and then updated with its instance. */
export interface ItemView {
  root: HTMLElement;
  /** Updates it. `isLast`: the next item is not another repetition of the same group. */
  show(instance: Instance, page: PageContext, isLast: boolean): void;
}

/** What all items of a page are shown with. */
export interface PageContext {
  context: ItemContext;
  errors: Errors;
  /** The keys of the items that the person was asked to look at again. */
  pointedOut: Errors;
  /** The items whose error is gone, as they were, by key. Its words still hold their place, so that nothing moves. */
  mended: ReadonlyMap<string, Instance>;
}

/** Creates the view of an item. `id` is unique in the document. */
export type MakeItem = (instance: Instance, id: string, context: ItemContext) => ItemView;

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** One radio or checkbox of an item: an answer, or a reason to leave the item out. */
export interface Option {
  text: string;
  /** The language of the text, if it is not the one around it. */
  lang?: string;
  value?: Value;
  absent?: AbsentReason;
  /** The person answers in own words, which are in a field below the list. */
  isOpen?: true;
  /** Never chosen together with another option. */
  isAlone?: true;
}

/** How one type of item is presented. */
export interface ItemTypeView<I> {
  /** Whether it can present this item. Without it, it can present every item of its type. */
  supports?(item: I): boolean;
  make: MakeItem;
  /** Neighbours with the same options form a matrix in a wide container. */
  isLine?(item: I, options: readonly Option[]): boolean;
  /** The person picks an answer. Only such items also offer "can't say" and "did not come up". */
  readonly isPicked?: boolean;
  /** The answer changes at the `change` event, not at each `input` event. */
  readonly commitsLate?: boolean;
  /**
   * The browser splits the control into fields, such as day and month. While it is half filled, it has no value to read or
   * to restore.
   */
  readonly isSegmented?: boolean;
  /** Changes the options of an item that a person can choose from, in their order. */
  offer?(options: Option[], item: I, context: Pick<ItemContext, 't' | 'instrument'>): void;
  /** Reads the value of a control that is no option. The default is its text. */
  read?(control: Control, item: I, language: string): Value;
  /** Reads the whole item after a change of one of its controls. The default reads that control only. */
  readItem?(control: HTMLInputElement, item: I, context: ItemContext): readonly Value[] | AbsentReason;
  /** An answer in the words of this language, if its value is not what the person saw. */
  say?(value: Value, t: Pick<Messages, 'lang'>): string;
  /** The message for a missing answer, or for an answer `given` that breaks the rule `fault`. It says what to do. */
  problem?(item: I, t: Messages<FormKey>, fault: string | undefined, given?: readonly Value[]): Shown;
  /** The messages of this type, in English. */
  readonly messages?: Table;
  /** The styles of this type. */
  readonly styles?: CSSResultGroup;
}

/** The views that a widget has, by item type. */
export type ItemViews = { readonly [Type in Item['type']]?: ItemTypeView<Item> };

/** A view for every text item, with or without limits and format. */
export interface FullTextView extends ItemTypeView<TextItem> {
  readonly hasLimits: true;
}

/** The code that a widget contains for the items of its instrument. Items of other types are not supported. */
export interface ItemSupport {
  readonly views: ItemViews;
  readonly structure: Structure;
  /** What an order of answering changes, for forms that can have one. */
  readonly entryOrder?: EntryOrder;
  /** Reads a record of the same form with other lists of answers. */
  takeChangedLists?: typeof takeChangedLists;
  /** The files that the answers of a record describe, as far as the widget still has them. It forgets all others. */
  filesOf?(widget: HTMLElement, record: Response): ChosenFile[];
  /** Puts these files into the entries of a form, in place of their names. `name` is the name of the widget's entry. */
  putFiles?(entries: FormData, name: string, files: readonly ChosenFile[]): void;
}

/** What all items of a widget have in common. It stays the same object as long as nothing in it changes. */
export interface ItemContext {
  instrument: Instrument;
  t: Messages<FormKey>;
  itemSupport: ItemSupport;
  /** The prefix of ids. Unique in the document. */
  uid: string;
  /** Heading level of the title. The headings of groups are one level deeper. */
  level: number;
  readonly: boolean;
  /** On a device that others use. */
  shared: boolean;
  /** Items offer "left out". A required item without another reason to leave it out always does. */
  skippable: boolean;
  required: boolean;
  /** Creates the view of an item of any type, for views that contain items. */
  makeItem: MakeItem;
  /** The options of each item. Items with the same options have the same list, so that they share one pattern. */
  optionSets: Map<Item, Option[]>;
  /** The answers of the same repetition, for `{item-id}` in a text. */
  answersAt: (at: readonly number[]) => Record<string, readonly Value[]>;
  /** Content below the heading of a group. */
  groupNote: (instance: Instance) => unknown;
  /** Content above the field of a typed item. */
  fieldNote: (instance: Instance) => unknown;
}
