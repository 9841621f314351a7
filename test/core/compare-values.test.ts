import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareDates, compareValues, isSameValue } from '../../src/core/item-types/compare-values.ts';
import type { Value } from '../../src/core/instrument/instrument.ts';

const system = 'http://unitsofmeasure.org';
const words = { words: 'Juice' };

describe('two values', () => {
  it('are equal if they have the same parts, in any order', () => {
    assert.equal(isSameValue({ value: 5, unit: 'mg' }, { unit: 'mg', value: 5 }), true);
    assert.equal(isSameValue({ value: 5, unit: 'mg' }, { value: 5 }), false);
    assert.equal(isSameValue(words, { words: 'Juice' }), true);
    assert.equal(isSameValue('Juice', 'Juice'), true);
  });

  it('are different if one is a text or a number, and the other has parts', () => {
    for (const plain of ['Juice', '', 5, 0, true]) {
      assert.equal(isSameValue(words, plain), false);
      assert.equal(isSameValue(plain, words), false);
    }
    assert.equal(isSameValue(5, '5'), false);
  });

  it('have no order if one of them is missing', () => {
    assert.equal(compareValues(undefined, undefined), undefined);
    for (const value of [1, 'a', '2026-11-29T10:00Z', { value: 1 }]) {
      assert.equal(compareValues(value, undefined), undefined);
      assert.equal(compareValues(undefined, value), undefined);
    }
  });

  it('have no order if they are of different kinds', () => {
    const values: Value[] = [1, 'a', true, { value: 1 }, words];
    for (const [i, a] of values.entries()) {
      for (const [j, b] of values.entries()) if (i !== j) assert.equal(compareValues(a, b), undefined, JSON.stringify([a, b]));
    }
    assert.equal(compareValues(words, words), undefined);
  });

  it('are in the order of numbers, of texts and of instants', () => {
    for (const [low, high] of [[9, 10], ['a', 'b'], ['2026-11-29T11:00+05:00', '2026-11-29T10:00Z']] as const) {
      assert.ok(compareValues(low, high)! < 0);
      assert.ok(compareValues(high, low)! > 0);
      assert.equal(compareValues(low, low), 0);
    }
  });
});

describe('two quantities', () => {
  it('have an order in the same coded unit, whatever its text is', () => {
    const of = (value: number, unit: string) => ({ value, unit, system, code: 'mg' });
    assert.ok(compareValues(of(4, 'mg'), of(5, 'Milligramm'))! < 0);
    assert.ok(compareValues(of(5, 'mg'), of(4, 'Milligramm'))! > 0);
    assert.equal(compareValues(of(5, 'mg'), of(5, 'Milligramm')), 0);
    assert.ok(compareValues(of(-5, 'mg'), of(5, 'mg'))! < 0);
  });

  it('have no order if the code or the system of the codes differs', () => {
    assert.equal(compareValues({ value: 4, system, code: 'mg' }, { value: 5, system, code: 'g' }), undefined);
    assert.equal(compareValues({ value: 4, system, code: 'mg' }, { value: 5, system: 'urn:other', code: 'mg' }), undefined);
  });

  it('without codes have an order if the text of their unit is the same', () => {
    assert.ok(compareValues({ value: 4, unit: 'cups' }, { value: 5, unit: 'cups' })! < 0);
    assert.equal(compareValues({ value: 4, unit: 'cups' }, { value: 5, unit: 'spoons' }), undefined);
    assert.ok(compareValues({ value: 4 }, { value: 5 })! < 0);
    assert.equal(compareValues({ value: 4 }, { value: 5, unit: 'cups' }), undefined);
  });
});

describe('two dates', () => {
  it('are compared as far as both are exact', () => {
    for (const [early, late] of [['2025', '2026-01-01'], ['2026-03', '2026-04-01'], ['2026-03-31', '2026-04'], ['2026-03-31', '2026-04-01T08:00Z']] as const) {
      assert.ok(compareDates(early, late)! < 0, `${early} < ${late}`);
      assert.ok(compareDates(late, early)! > 0, `${late} > ${early}`);
    }
  });

  it('have no order, and are not the same, where the less exact one contains the other', () => {
    for (const [whole, part] of [['2026', '2026-01-01'], ['2026-03', '2026-03-31'], ['2026-03-31', '2026-03-31T08:00Z']] as const) {
      assert.equal(compareDates(whole, part), undefined);
      assert.equal(compareDates(part, whole), undefined);
    }
  });

  it('have the day of a moment in its own offset', () => {
    assert.ok(compareDates('2026-03-31T23:30-05:00', '2026-04-01')! < 0);
  });

  it('are compared like other values if both are equally exact, or both are moments', () => {
    assert.equal(compareDates('2026-03', '2026-03'), 0);
    assert.ok(compareDates('2026-03-30', '2026-03-31')! < 0);
    assert.equal(compareDates('2026-11-29T11:00Z', '2026-11-29T12:00+01:00'), 0);
    assert.ok(compareDates('2026-11-29T11:00Z', '2026-11-29T11:00+01:00')! > 0);
  });

  it('have no order with what is no date', () => {
    assert.equal(compareDates('2026', 2026), undefined);
    assert.equal(compareDates(2026, '2026'), undefined);
    assert.equal(compareDates(undefined, '2026-01-01'), undefined);
    assert.equal(compareDates('2026-01-01', undefined), undefined);
    assert.equal(compareDates('2026-01-01', { value: 1 }), undefined);
  });
});
