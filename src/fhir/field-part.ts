import { withSeconds } from '../core/plain-data/iso-date.ts';
import type { ItemOf, TextPattern } from '../core/instrument/instrument.ts';
import * as extensions from './extensions.ts';
import type { Tell } from './issue.ts';
import type { Extension, FhirVersion, QuestionnaireItem } from './resources.ts';

// What is special to the item types that hold what a FHIR field holds: a moment, an address, a quantity, a file.

type FieldPart = Pick<QuestionnaireItem, 'extension' | 'type' | 'maxLength'>;

export const dateTimePart = ({ min, max }: ItemOf<'dateTime'>): FieldPart => ({
  extension: [
    ...(min ? [extensions.bound('min', { valueDateTime: withSeconds(min) })] : []),
    ...(max ? [extensions.bound('max', { valueDateTime: withSeconds(max) })] : []),
  ],
  type: 'dateTime',
});

/** The rules of a written answer, apart from `maxLength`. */
export const textRules = (item: { id: string; minLength?: number; pattern?: TextPattern }, tell: Tell): Extension[] => {
  const { id, minLength, pattern } = item;
  if (pattern?.message) tell(id, 'pattern-message-not-said');
  return [...(minLength ? [extensions.minLength(minLength)] : []), ...(pattern ? [extensions.regex(pattern.regex)] : [])];
};

export const urlPart = (item: ItemOf<'url'>, tell: Tell): FieldPart => ({
  extension: textRules(item, tell),
  type: 'url',
  ...(item.maxLength && { maxLength: item.maxLength }),
});

export const decimalPlaces = ({ decimals }: { decimals?: number }): Extension[] =>
  decimals === undefined ? [] : [extensions.maxDecimalPlaces(decimals)];

export function quantityPart(item: ItemOf<'quantity'>, tell: Tell): FieldPart {
  const { id, units = [], freeUnit, min, max } = item;
  if (!units.length && !freeUnit) tell(id, 'no-unit-not-said');
  const [first] = units;
  const { text: unit, ...coded } = first ?? {};
  const bound = (which: 'min' | 'max', value: number | undefined): Extension[] =>
    value === undefined ? [] : [extensions.quantityBound(which, { value, ...(unit && { unit }), ...coded })];
  return {
    extension: [
      ...units.map(({ text: display, ...coding }) => extensions.unitOption({ ...coding, display })),
      ...bound('min', min),
      ...bound('max', max),
      ...decimalPlaces(item),
    ],
    type: 'quantity',
  };
}

const BYTES_IN_MB = 1e6;

export const filePart = ({ mimeTypes = [], maxSize }: ItemOf<'file'>): FieldPart => ({
  extension: [
    ...mimeTypes.map(extensions.mimeType),
    ...(maxSize === undefined ? [] : [extensions.maxSize(maxSize / BYTES_IN_MB)]),
  ],
  type: 'attachment',
});

/** The size of a file. R5 has 64 bits for it, and writes them as text. */
export const sizeOf = (size: number, fhirVersion: FhirVersion): number | string | undefined =>
  fhirVersion === 'R5' ? String(size) : size < 2 ** 31 ? size : undefined;
