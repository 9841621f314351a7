import type { Instrument, Item } from '../core/instrument/instrument.ts';
import type { Answer } from '../core/record/response.ts';
import type { EntryValues } from './entries.ts';
import { entryKey, entryName } from './entry-names.ts';
import type { FormProblem } from './form-problem.ts';
import type { Words } from './words.ts';

/** What all parts of one form have in common. */
export interface FormContext {
  instrument: Instrument;
  words: Words;
  /** The name of the form: the beginning of the name of each entry. */
  name: string;
  /** What is filled in. */
  values: EntryValues;
  /** Nothing was filled in yet, so values at the start are shown. */
  isNew: boolean;
  /** What is wrong, by the name of the entry. */
  problems: ReadonlyMap<string, FormProblem>;
  given: readonly Answer[];
  itemOf(id: string): Item | undefined;
  /** Every item must be answered or left out. */
  isRequired: boolean;
  /** The heading level of the title. */
  level: number;
  timeZone: string;
  /** The text of the host below the heading of a group, by the id of the group. */
  notes: Readonly<Record<string, string>>;
  /** How many blank repetitions there are for what a person may add. */
  extraRows: number;
  hasFiles: boolean;
}

/** An item at one place of a form. */
export interface Placed {
  item: Item;
  at: readonly number[];
  /** A condition decides whether it is asked, so the browser must not ask for an answer. */
  isConditional: boolean;
  /** The number of the repetition, after the text of each question in it. */
  suffix: string;
}

/** The name of the entry of an item. */
export const nameOf = ({ name }: Pick<FormContext, 'name'>, { item, at }: Pick<Placed, 'item' | 'at'>): string => entryName(name, item.id, at);

/** The id of an element of the form. No white space, so it can be in a list of ids. */
export const idOf = ({ name }: Pick<FormContext, 'name'>, { item, at }: Pick<Placed, 'item' | 'at'>): string =>
  `${formId(name)}-${entryKey(item.id, at)}`;

export const formId = (name: string): string => `attune-${name.replace(/\s/g, '-')}`;
