import type { Value } from '../core/instrument/instrument.ts';
import { optionsOf } from '../core/instrument/value.ts';
import type { ItemInput } from '../core/answering/repeats.ts';
import { isBlank } from '../core/plain-data/plain-text.ts';
import { isReason, OWN_WORDS, partName, writtenCode } from './entry-names.ts';
import { textsOf } from './entries.ts';
import { isChosen, isList, typeEntriesOf } from './item-types/index.ts';
import { takesOwnWords } from './options.ts';
import type { Field } from './item-types/item-type-entries.ts';

/** What the person gave: values, which may be no valid answer, or a reason to leave the item out. An empty list is blank. */
export function readField(field: Field): ItemInput {
  const { item, entries, name } = field;
  if (isChosen(item)) return readChosen(field);
  const [reason] = textsOf(entries, isList(item) ? name : partName(name, 'out')).filter((text) => !isList(item) || isReason(text));
  const values = readTyped(field).filter((value) => !isList(item) || value !== reason);
  if (!reason) return values;
  // Both were given. Neither is dropped: the person is asked.
  return values.length || !isReason(reason) ? [...values, reason] : reason;
}

function readChosen({ instrument, item, entries, name }: Field): ItemInput {
  const given = textsOf(entries, name);
  const [words = ''] = textsOf(entries, partName(name, 'words'));
  const isOpen = takesOwnWords(item) && !isBlank(words);
  if (!given.length && !isOpen) return [];
  const [first] = given;
  if (given.length === 1 && !isOpen && first !== undefined && isReason(first)) return first;
  const codes = new Map(optionsOf(instrument, item).map(({ code }) => [writtenCode(code), code]));
  const values: Value[] = given.filter((text) => text !== OWN_WORDS).map((text) => codes.get(text) ?? text);
  return isOpen ? [...values, { words }] : values;
}

function readTyped(field: Field): readonly Value[] {
  const { item, entries, name } = field;
  const given = textsOf(entries, name).filter((text) => !isBlank(text));
  return typeEntriesOf(item).read?.(given, field) ?? given;
}
