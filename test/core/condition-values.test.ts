import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byType } from '../../src/core/answering/condition-values.ts';
import type { Item, Value } from '../../src/core/instrument/instrument.ts';

const item = (type: Item['type']): Item => ({ id: 'a', type, text: 'a' }) as Item;
const system = 'http://unitsofmeasure.org';

/** How an answer is compared with the value of a condition: whether it is the same, and which is lower. */
const compared = (type: Item['type'], answer: Value, value: Value): [boolean | undefined, number | undefined] => {
  const order = byType.order(item(type), answer, value);
  return [byType.isSame(item(type), answer, value), order === undefined ? undefined : Math.sign(order)];
};

describe('the quantity of a condition', () => {
  const mg = (value: number): Value => ({ value, unit: 'mg', system, code: 'mg' });

  it('without a unit is compared with the number of an answer in any unit', () => {
    assert.deepEqual(compared('quantity', mg(3), { value: 3 }), [true, 0]);
    assert.deepEqual(compared('quantity', mg(3), { value: 4 }), [false, -1]);
    assert.deepEqual(compared('quantity', { value: 5, unit: 'spoons' }, { value: 4 }), [false, 1]);
  });

  it('with a unit is compared with an answer in that unit', () => {
    assert.deepEqual(compared('quantity', mg(3), mg(4)), [false, -1]);
    assert.deepEqual(compared('quantity', mg(4), mg(4)), [true, 0]);
    assert.deepEqual(compared('quantity', mg(4), { value: 4, unit: 'g', system, code: 'g' }), [undefined, undefined]);
    assert.deepEqual(compared('quantity', mg(4), { value: 4, unit: 'mg' }), [undefined, undefined]);
    assert.deepEqual(compared('quantity', mg(4), { value: 4, system, code: 'g' }), [undefined, undefined]);
  });

  it('is compared with a unit that the person wrote, as its text or as its code', () => {
    assert.deepEqual(compared('quantity', { value: 3, unit: 'Milligramm' }, { value: 3, unit: 'Milligramm', system, code: 'mg' }), [true, 0]);
    assert.deepEqual(compared('quantity', { value: 3, unit: 'mg' }, { value: 4, unit: 'Milligramm', system, code: 'mg' }), [false, -1]);
    assert.deepEqual(compared('quantity', { value: 3, unit: 'g' }, { value: 3, unit: 'Milligramm', system, code: 'mg' }), [undefined, undefined]);
    // No unit was written, so it is not known which one is meant.
    assert.deepEqual(compared('quantity', { value: 3 }, mg(3)), [undefined, undefined]);
    assert.deepEqual(compared('quantity', { value: 3 }, { value: 3, unit: 'mg' }), [undefined, undefined]);
  });

  it('has no order with what is no quantity', () => {
    assert.deepEqual(compared('quantity', { words: 'three' }, { value: 3 }), [undefined, undefined]);
    assert.deepEqual(compared('quantity', mg(3), 3), [undefined, undefined]);
    assert.equal(byType.order(item('quantity'), undefined, mg(3)), undefined);
  });
});

describe('the date of a condition', () => {
  for (const type of ['date', 'dateTime'] as const) {
    it(`may be less exact than the answer: ${type}`, () => {
      assert.deepEqual(compared(type, '2026-03-31', '2025'), [false, 1]);
      assert.deepEqual(compared(type, '2026-03-31', '2026'), [undefined, undefined]);
      assert.deepEqual(compared(type, '2026-03-31', '2026-03-31'), [true, 0]);
    });
  }
});

describe('another value of a condition', () => {
  it('is the same or not, and has its usual order', () => {
    assert.deepEqual(compared('integer', 3, 3), [true, 0]);
    assert.deepEqual(compared('integer', 3, 4), [false, -1]);
    assert.deepEqual(compared('text', 'a', '2025'), [false, 1]);
    assert.deepEqual(compared('choice', { words: 'Tea' }, { words: 'Tea' }), [true, undefined]);
  });
});
