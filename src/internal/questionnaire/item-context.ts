import { fill } from '../../core/fill.ts';
import type { Instrument, Item, Value } from '../../core/instrument.ts';
import { indexItems } from '../../core/item-index.ts';
import type { Instance } from '../../core/snapshot.ts';
import { valueText } from '../../core/value.ts';
import type { Words } from '../words.ts';
import type { Parts } from './parts.ts';
import { optionsFor, type LeaveOut, type Option } from './options.ts';

/** What the items need to know beside their instances. It keeps its identity while nothing in it changes. */
export interface ItemContext extends LeaveOut {
  instrument: Instrument;
  words: Words;
  /** The views that the widget has, and what else it needs of the library. */
  parts: Parts;
  /** Unique in the document. */
  uid: string;
  /** Heading level of the title; groups stand one deeper. */
  level: number;
  readonly: boolean;
  /** On a device that others use. */
  shared: boolean;
  /** One list for all items with the same options, so that their radios share one pattern. */
  optionSets: Map<Item, Option[]>;
  /** What other items of the same repetition hold, for `{item-id}` in a text. */
  answersAt: (at: readonly number[]) => Record<string, readonly Value[]>;
  /** What stands under a group's heading. */
  groupNote: (instance: Instance) => unknown;
  /** What stands over the field of an item that is written. */
  fieldNote: (instance: Instance) => unknown;
}

/** Values in words, as the person saw them. */
export function answerWords(item: Item, values: readonly Value[], context: ItemContext): string {
  const options = optionsFor(item, context);
  return values.map((one) => options.find(({ value }) => value === one)?.text ?? valueText(context.instrument, item, one)).join(', ');
}

/** The words of an item, with what the person answered in the same repetition in the places named for it. */
export function itemText({ item, at }: Instance, context: ItemContext): string {
  if (!item.text.includes('{')) return item.text;
  const index = indexItems(context.instrument);
  const near = Object.entries(context.answersAt(at)).map(([id, values]) => {
    return [id, answerWords(index.get(id)!.item, values, context)];
  });
  return fill(item.text, Object.fromEntries(near) as Record<string, string>);
}
