import type { Value } from '../../core/instrument/instrument.ts';
import type { attributes, Markup, Part } from '../markup.ts';
import type { FormContext } from '../form-context.ts';
import type { Option } from '../option.ts';
import type { Words } from '../words.ts';

export type Attributes = Parameters<typeof attributes>[0];

/** What the control of a typed item is made with. */
export interface Making {
  context: FormContext;
  /** The id of the control. */
  id: string;
  /** The name of its entry. */
  name: string;
  /** What is filled in. */
  value: string;
  /** The attributes of every control. */
  common: Attributes;
  /** An `input` with these attributes, which has all others too. */
  input(own: Attributes): Markup;
}

/** How a form without script shows one type of item. */
export interface ItemTypeMarkup<I> {
  /** The person picks an answer. Only such items also offer "can't say" and "did not come up". */
  readonly isPicked?: true;
  /** The texts of the lowest and the highest number are shown. */
  readonly hasEnds?: true;
  /** Its entries are files. */
  readonly hasFiles?: true;
  /**
   * What a condition says of a value above or below another one: the options that fit, as the person sees no weights, or an earlier or
   * later time. Without it: more or less.
   */
  readonly order?: 'options' | 'moments';
  /** Writes a value that is no object as the value of an entry. Without it: as a text. */
  write?(value: Value, timeZone: string): string;
  /** The options of a typed item that is shown as a list. */
  options?(item: I): Option[];
  /** The native control, for items that are not chosen. */
  field?(item: I, making: Making): Markup;
  /** What the person must know before they write, below the control. */
  note?(item: I, context: Pick<FormContext, 'words' | 'timeZone'>): Part;
  /** What is wrong with an answer. It says what to do. Without it: write an answer. */
  problem?(item: I, code: string, words: Words): Part;
}
