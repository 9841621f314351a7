import type { Instrument, ItemOf, Value } from '../core/instrument/instrument.ts';
import { optionsOf } from '../core/instrument/value.ts';
import { withSeconds } from '../core/plain-data/iso-date.ts';
import { codeSystemUrl, nameOf } from './canonical.ts';
import { fileHash } from './extensions.ts';
import { sizeOf } from './field-part.ts';
import type { AnswerKind } from './item-kind.ts';
import type { AnswerValue, Coding, FhirVersion } from './resources.ts';

/** The name of the list of an item's choices: of a scale, or of the item's own choices. */
export const listName = ({ id, choices, scale }: ItemOf<'choice'>): string => (choices ? `item-${nameOf(id)}` : `scale-${scale}`);

/** A choice as a Coding: the concept that it stands for, else a code of our own. `display` is missing if the item has no such choice, or no text for it. */
export function codingOf(base: string, instrument: Instrument, item: ItemOf<'choice'>): (code: string) => Coding {
  const system = codeSystemUrl(base, instrument, listName(item));
  const options = new Map(optionsOf(instrument, item).map((option) => [option.code, option]));
  return (code) => {
    const { text: display, coding } = options.get(code) ?? {};
    return { ...(coding ? {} : { system, code }), ...(display && { display }), ...coding };
  };
}

/** FHIR times have seconds. */
export const fhirTime = (time: string): string => (time.length === 5 ? `${time}:00` : time);

export const fitsInteger = (number: number): boolean => Number.isInteger(number) && Math.abs(number) < 2 ** 31;

interface Emitting {
  fhirVersion: FhirVersion;
  base: string;
}

/** A value that is not a choice. Undefined if the value is not of this kind. */
export function plainValue(kind: Exclude<AnswerKind, 'Coding'>, value: Value, { fhirVersion, base }: Emitting): AnswerValue | undefined {
  if (typeof value === 'object') return objectValue(kind, value, { fhirVersion, base });
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
    case 'DateTime':
      return typeof value === 'string' ? { valueDateTime: withSeconds(value) } : undefined;
    case 'Uri':
      return typeof value === 'string' ? { valueUri: value } : undefined;
    case 'Attachment':
    case 'Quantity':
      return undefined;
  }
}

/** A value that is an object. */
function objectValue(kind: AnswerKind, value: Extract<Value, object>, { fhirVersion, base }: Emitting): AnswerValue | undefined {
  if ('value' in value) return kind === 'Quantity' ? { valueQuantity: value } : undefined;
  if ('words' in value || kind !== 'Attachment') return undefined;
  const size = sizeOf(value.size, fhirVersion);
  return { valueAttachment: { extension: [fileHash(base, value.sha256)], ...(value.type && { contentType: value.type }), title: value.name, ...(size !== undefined && { size }) } };
}
