import type { Instrument, ItemOf, Value } from '../core/instrument/instrument.ts';
import { optionsOf } from '../core/instrument/value.ts';
import { codeSystemUrl } from './canonical.ts';
import type { AnswerKind } from './item-kind.ts';
import type { AnswerValue, Coding } from './resources.ts';

/** The name of the list of an item's choices: of a scale, or of the item's own choices. */
export const listName = ({ id, choices, scale }: ItemOf<'choice'>): string => (choices ? `item-${id}` : `scale-${scale}`);

/** A choice as a Coding. `display` is missing if the item has no such choice, or no text for it. */
export function codingOf(base: string, instrument: Instrument, item: ItemOf<'choice'>): (code: string) => Coding {
  const system = codeSystemUrl(base, instrument, listName(item));
  const texts = new Map(optionsOf(instrument, item).map(({ code, text }) => [code, text]));
  return (code) => {
    const display = texts.get(code);
    return { system, code, ...(display && { display }) };
  };
}

/** FHIR times have seconds. */
export const fhirTime = (time: string): string => (time.length === 5 ? `${time}:00` : time);

export const fitsInteger = (number: number): boolean => Number.isInteger(number) && Math.abs(number) < 2 ** 31;

/** A value that is not a choice. Undefined if the value is not of this kind. */
export function plainValue(kind: Exclude<AnswerKind, 'Coding'>, value: Value): AnswerValue | undefined {
  switch (kind) {
    case 'Boolean':
      return typeof value === 'boolean' ? { valueBoolean: value } : undefined;
    case 'Decimal':
      return typeof value === 'number' ? { valueDecimal: value } : undefined;
    case 'Integer':
      if (typeof value !== 'number') return undefined;
      return fitsInteger(value) ? { valueInteger: value } : { valueDecimal: value };
    case 'Date':
      return typeof value === 'string' ? { valueDate: value } : undefined;
    case 'Time':
      return typeof value === 'string' ? { valueTime: fhirTime(value) } : undefined;
    case 'String':
      return typeof value === 'string' ? { valueString: value } : undefined;
  }
}
