import type { GroupItem, Item, ItemOf } from '../core/instrument/instrument.ts';

/** What a FHIR answer to an item contains. */
export type AnswerKind = 'Attachment' | 'Boolean' | 'Coding' | 'Date' | 'DateTime' | 'Decimal' | 'Integer' | 'Quantity' | 'String' | 'Time' | 'Uri';

/** What an item is in FHIR: a question with answers of one kind, a group, or text to read. */
export type ItemKind = AnswerKind | 'Group' | 'Display';

/** The kind of each item type. */
const itemKinds = {
  boolean: () => 'Boolean',
  choice: () => 'Coding',
  date: () => 'Date',
  dateTime: () => 'DateTime',
  decimal: () => 'Decimal',
  display: () => 'Display',
  file: () => 'Attachment',
  group: () => 'Group',
  integer: () => 'Integer',
  quantity: () => 'Quantity',
  rating: () => 'Integer',
  slider: ({ min, step = 1 }) => (Number.isInteger(min) && Number.isInteger(step) ? 'Integer' : 'Decimal'),
  text: () => 'String',
  time: () => 'Time',
  url: () => 'Uri',
} satisfies { [Type in Item['type']]: (item: ItemOf<Type>) => ItemKind };

export const kindOf = (item: Item): ItemKind => (itemKinds[item.type] as (item: Item) => ItemKind)(item);

export const isGroup = (item: Item): item is GroupItem => kindOf(item) === 'Group';

export const isChoice = (item: Item): item is ItemOf<'choice'> => kindOf(item) === 'Coding';

/** Undefined for items that are no questions. */
export function answerKind(item: Item): AnswerKind | undefined {
  const kind = kindOf(item);
  return kind === 'Group' || kind === 'Display' ? undefined : kind;
}

const LISTS = ['choice', 'rating'];
const NUMBERS = ['integer', 'decimal', 'quantity'];

/** Whether a person picks the answer from a list. */
export const isListed = ({ type }: { type: unknown }): boolean => LISTS.includes(String(type));

/** Whether a person writes a number. */
export const isWrittenNumber = ({ type }: { type: unknown }): boolean => NUMBERS.includes(String(type));

const WRITTEN = ['text', 'integer', 'decimal', 'quantity', 'url'];

/** Whether a person writes the answer in a format of the form. Other fields have a format of their own. */
export const isWritten = ({ type }: { type: unknown }): boolean => WRITTEN.includes(String(type));
