import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calculableOf } from '../../src/core/item-types/calculable.ts';
import type { ChoiceItem, Item, QuantityItem } from '../../src/core/instrument/instrument.ts';

const common = { id: 'v', text: 'What?' };
const quantity = (more: Partial<QuantityItem> = {}): QuantityItem => ({ ...common, type: 'quantity', ...more });
const of = (item: Item) => calculableOf(item)!;
const system = 'http://unitsofmeasure.org';
const mg = { text: 'mg', system, code: 'mg' };
/** The key of the unit of a value. */
const unitOf = (value: object): string | undefined => of(quantity()).unitOf!({ value: 1, ...value });
const toQuantity = (item: QuantityItem, unit?: string) => of(item).toValue!(5, item, unit);

describe('the number of a value', () => {
  const scales = { often: { choices: [{ code: 'never', text: 'Never', value: 0 }, { code: 'other', text: 'Other' }] } };

  it('is the number that was answered', () => {
    for (const type of ['integer', 'decimal', 'rating', 'slider'] as const) {
      const item = { ...common, type, min: 0, max: 9, minText: '', maxText: '' } as Item;
      assert.equal(of(item).numberOf!(7, item, {}), 7);
      assert.equal(of(item).numberOf!('7', item, {}), undefined);
    }
  });

  it('is the weight of a choice, if it has one', () => {
    const ofScale: ChoiceItem = { ...common, type: 'choice', scale: 'often' };
    assert.equal(of(ofScale).numberOf!('never', ofScale, scales), 0);
    assert.equal(of(ofScale).numberOf!('other', ofScale, scales), undefined);
    assert.equal(of(ofScale).numberOf!({ words: 'never' }, ofScale, scales), undefined);
  });

  it('is the one before the unit of a quantity', () => {
    assert.equal(of(quantity()).numberOf!({ value: 5, unit: 'mg' }, quantity(), {}), 5);
    for (const value of [5, 'mg', { words: 'mg' }]) assert.equal(of(quantity()).numberOf!(value, quantity(), {}), undefined);
  });

  it('does not exist for a text or a date', () => {
    assert.equal(of({ ...common, type: 'text' }).numberOf, undefined);
    assert.equal(calculableOf({ ...common, type: 'date' }), undefined);
  });
});

describe('the unit of a quantity', () => {
  it('is its code in its system, whatever the text of the unit is', () => {
    assert.equal(unitOf({ ...mg, unit: 'mg' }), unitOf({ ...mg, unit: 'Milligramm' }));
    assert.notEqual(unitOf(mg), unitOf({ ...mg, code: 'g' }));
    assert.notEqual(unitOf(mg), unitOf({ ...mg, system: 'urn:other' }));
  });

  it('is the text of the unit if there is no code', () => {
    assert.equal(unitOf({ unit: 'cups' }), unitOf({ unit: 'cups' }));
    assert.notEqual(unitOf({ unit: 'cups' }), unitOf({ unit: 'spoons' }));
    assert.notEqual(unitOf({ unit: 'cups' }), undefined);
    assert.notEqual(unitOf({ unit: 'mg' }), unitOf({ ...mg, unit: 'mg' }));
  });

  it('does not exist for a number alone, and for what is no quantity', () => {
    assert.equal(unitOf({}), undefined);
    assert.equal(of(quantity()).unitOf!({ words: 'mg' }), undefined);
    assert.equal(of(quantity()).unitOf!(5), undefined);
  });
});

describe('a calculated value', () => {
  it('of a quantity has the first unit of the item, with its code and system if there are any', () => {
    assert.deepEqual(toQuantity(quantity({ units: [mg, { text: 'g' }] })), { value: 5, unit: 'mg', system, code: 'mg' });
    assert.deepEqual(toQuantity(quantity({ units: [{ text: 'cups' }] })), { value: 5, unit: 'cups' });
    assert.deepEqual(toQuantity(quantity()), { value: 5 });
  });

  it('of a quantity exists only in the first unit', () => {
    const item = quantity({ units: [mg, { text: 'g' }] });
    assert.deepEqual(toQuantity(item, unitOf({ ...mg, unit: 'mg' })), { value: 5, unit: 'mg', system, code: 'mg' });
    assert.equal(toQuantity(item, unitOf({ unit: 'g' })), undefined);
    assert.equal(toQuantity(quantity(), unitOf({ unit: 'g' })), undefined);
    const cups = quantity({ units: [{ text: 'cups' }] });
    assert.deepEqual(toQuantity(cups, unitOf({ unit: 'cups' })), { value: 5, unit: 'cups' });
    assert.equal(toQuantity(cups, unitOf(mg)), undefined);
  });

  it('of a text is the number as written', () => {
    const item: Item = { ...common, type: 'text' };
    assert.equal(of(item).toValue!(5.5, item), '5.5');
  });

  it('of a decimal number has the decimal places of the item', () => {
    const item: Item = { ...common, type: 'decimal', decimals: 1 };
    assert.equal(of(item).toValue!(5.26, item), 5.3);
  });
});
