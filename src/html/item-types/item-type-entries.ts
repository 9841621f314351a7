import type { Instrument, Item, Value } from '../../core/instrument/instrument.ts';
import type { EntryValues } from '../entries.ts';

/** The entries of one item at one place. */
export interface Field<I = Item> {
  instrument: Instrument;
  item: I;
  entries: EntryValues;
  /** The name of its entry. */
  name: string;
  /** The language in which the person writes numbers. */
  language: string;
  /** The time zone of dates with a time. */
  timeZone: string;
}

/** How the entries of one type of item are read. */
export interface ItemTypeEntries<I> {
  /** The answers are chosen from the options of the item. Without it, they are typed. */
  readonly isChosen?: true;
  /** Whether a form shows a typed item as a list. Without it, it is none. */
  isList?(item: I): boolean;
  /** Reads what was typed: values, which may be no valid ones. `texts` are not blank. Without it, the values are the texts. */
  read?(texts: readonly string[], field: Field<I>): readonly Value[];
}
