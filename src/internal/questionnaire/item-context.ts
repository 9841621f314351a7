import { fill } from '../../core/fill.ts';
import type { Instrument, Value } from '../../core/instrument.ts';
import { indexItems } from '../../core/item-index.ts';
import type { Instance } from '../../core/snapshot.ts';
import type { Words } from '../words.ts';
import { optionsFor, type LeaveOut, type Option } from './options.ts';

/** What the items need to know beside their instances. It keeps its identity while nothing in it changes. */
export interface ItemContext extends LeaveOut {
  instrument: Instrument;
  words: Words;
  /** Unique in the document. */
  uid: string;
  /** Heading level of the title; groups stand one deeper. */
  level: number;
  readonly: boolean;
  /** One list for all items with the same options, so that their radios share one pattern. */
  optionSets: Map<string, Option[]>;
  /** What other items of the same repetition hold, for `{item-id}` in a text. */
  answersAt: (at: readonly number[]) => Record<string, readonly Value[]>;
  /** What stands under a group's heading. */
  groupNote: (instance: Instance) => unknown;
  /** What stands over the field of an item that is written. */
  fieldNote: (instance: Instance) => unknown;
}

/** The words of an item, with what the person answered in the same repetition in the places named for it. */
export function itemText({ item, at }: Instance, context: ItemContext): string {
  if (!item.text.includes('{')) return item.text;
  const index = indexItems(context.instrument);
  const near = Object.entries(context.answersAt(at)).map(([id, values]) => {
    const options = optionsFor(index.get(id)!.item, context);
    return [id, values.map((one) => options.find(({ value }) => value === one)?.text ?? one).join(', ')];
  });
  return fill(item.text, Object.fromEntries(near) as Record<string, string>);
}
