import type { Instrument, Item, ItemOf, Value } from '../../core/instrument/instrument.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import { choiceValues } from '../choice-value.ts';
import { fhirValues } from '../fhir-values.ts';
import { isChoice } from '../item-kind.ts';
import type { AnswerValue } from '../resources.ts';
import type { Typed } from './part.ts';

const NUMBERS = ['Decimal', 'Integer'];
/** Types of which the record has the whole value, if it has it at all. The content of a file never is in a record. */
const WHOLE = ['Attachment', 'DateTime', 'Quantity', 'Time'];

const identifierOf = ({ identifier }: Readonly<Record<string, unknown>>): unknown => (Object(identifier) as { value?: unknown }).value;

/** Whether what is written says all that was given. Texts beside a code do not count. */
function saysAll({ type, value: given }: Typed, written: AnswerValue): boolean {
  const [name = '', value] = Object.entries(written)[0] ?? [];
  const own = name.slice('value'.length);
  if (NUMBERS.includes(type)) return NUMBERS.includes(own) && given === value;
  if (own !== type) return false;
  if (WHOLE.includes(type)) return true;
  if (!isObject(given) || !isObject(value)) return given === value;
  const isSame = (...names: string[]): boolean => names.every((one) => given[one] === undefined || given[one] === value[one]);
  if (type === 'Coding') return given.code === undefined ? isSame('display') : isSame('system', 'code');
  if (given.reference !== undefined) return isSame('reference');
  return identifierOf(given) === undefined ? isSame('display') : identifierOf(given) === identifierOf(value);
}

/** Tells whether a value of a record is written as it was given. */
export function asGivenIn(instrument: Instrument, base: string): (item: Item, value: Value, typed: Typed) => boolean {
  const { fhirVersion = 'R4' } = instrument.source ?? {};
  const choices = new Map<string, (code: string) => AnswerValue>();
  return (item, value, typed) => {
    const toChoice = isChoice(item) ? (choices.get(item.id) ?? choiceValues(base, instrument, item as ItemOf<'choice'>)) : undefined;
    if (toChoice) choices.set(item.id, toChoice);
    const [written] = fhirValues({ instrument, item, base, fhirVersion }, value, toChoice);
    return !!written && saysAll(typed, written);
  };
}
