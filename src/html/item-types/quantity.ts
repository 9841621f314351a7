import type { QuantityItem, Value } from '../../core/instrument/instrument.ts';
import { isBlank } from '../../core/plain-data/plain-text.ts';
import { textsOf } from '../entries.ts';
import { partName } from '../entry-names.ts';
import { attributes, type Markup, markup } from '../markup.ts';
import { unitKeys } from '../unit-keys.ts';
import { readDecimals } from './decimal.ts';
import type { Field, ItemTypeEntries } from './item-type-entries.ts';
import type { ItemTypeMarkup, Making } from './item-type-markup.ts';
import { numberText } from './number-text.ts';

export const quantityEntries: ItemTypeEntries<QuantityItem> = {
  read: (texts, field) => readDecimals(texts, field).map((number) => readQuantity(number, field)),
};

export const quantityMarkup: ItemTypeMarkup<QuantityItem> = {
  field: quantityField,
  problem: (item, _, words) => numberText('errorNumber', item, words),
};

function readQuantity(number: number | string, { item, entries, name }: Field<QuantityItem>): Value {
  const { units = [], freeUnit } = item;
  const [given] = textsOf(entries, partName(name, 'unit'));
  if (typeof number !== 'number') return number;
  if (freeUnit) return isBlank(given ?? '') ? { value: number } : { value: number, unit: given!.trim() };
  const unit = units.length > 1 ? units[unitKeys(units).indexOf(given ?? '')] : units[0];
  if (!unit) return given === undefined ? { value: number } : { value: number, unit: given };
  const { text, ...coded } = unit;
  return { value: number, unit: text, ...coded };
}

function quantityField({ units = [], freeUnit }: QuantityItem, { context, id: field, name: entry, input }: Making): Markup {
  const name = partName(entry, 'unit');
  const id = `${field}-unit`;
  const [given] = textsOf(context.values, name);
  const { words } = context;
  const number = input({ type: 'text', inputmode: 'decimal' });
  if (!freeUnit && units.length < 2) return markup`${number} ${units[0]?.text}`;
  const keys = unitKeys(units);
  const unit =
    freeUnit ? markup`<input${attributes({ type: 'text', id, name, value: given, dir: 'auto', autocomplete: 'off' })}>`
    : markup`<select${attributes({ id, name })}><option value="">${words.text('fhir.chooseUnit')}</option>${units.map(
        ({ text }, i) => markup`<option${attributes({ value: keys[i], selected: keys[i] === given })}>${text}</option>`,
      )}</select>`;
  return markup`${number} <label for="${id}">${words('fhir.unit')}</label> ${unit}`;
}
