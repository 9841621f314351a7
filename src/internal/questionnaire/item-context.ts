import { fill } from '../../core/fill.ts';
import type { Instrument } from '../../core/instrument.ts';
import type { Instance } from '../../core/session.ts';
import type { Words } from '../words.ts';
import type { LeaveOut, Option } from './options.ts';

/** What the items need to know beside their instances. It keeps its identity while nothing in it changes. */
export interface ItemContext extends LeaveOut {
  instrument: Instrument;
  words: Words;
  /** Unique in the document. */
  uid: string;
  /** Heading level of groups: one more than the host gave for the title. */
  level: number;
  readonly: boolean;
  /** One list for all items with the same options, so that their radios share one pattern. */
  optionSets: Map<string, Option[]>;
  /** What other items of the same repetition hold, for `{item-id}` in a text. */
  answersAt: (at: readonly number[]) => Record<string, string>;
  /** What stands under a group's heading. */
  groupNote: (instance: Instance) => unknown;
  /** What stands over the field of an item that is written. */
  fieldNote: (instance: Instance) => unknown;
}

/** The words of an item, with what other items of the same repetition hold in the places named for them. */
export const itemText = ({ item, at }: Instance, context: ItemContext): string =>
  item.text.includes('{') ? fill(item.text, context.answersAt(at)) : item.text;
