import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Item } from '../../src/core/instrument/instrument.ts';
import { indexItems } from '../../src/core/instrument/item-index.ts';
import { optionsOf, readValues } from '../../src/core/instrument/value.ts';
import { listInstruments } from '../../src/instruments/index.ts';
import { everyForm } from './answers.ts';
import { intake } from './fixtures/intake.ts';

const spots = indexItems(intake);
const of = (id: string) => optionsOf(intake, spots.get(id)!.item);
const rating = (min: number, max: number): Item => ({ id: 'r', type: 'rating', text: '', min, max, minText: '', maxText: '' });

describe('the answer options of an item', () => {
  it('are its own choices or those of its scale', () => {
    assert.deepEqual(of('helps').map(({ code, text }) => [code, text]), [['talk', 'To talk'], ['walk', 'To walk'], ['rest', 'To rest']]);
    assert.deepEqual(of('mood'), intake.scales.agree!.choices);
  });

  it('are the whole numbers of a rating, each with itself as weight', () => {
    assert.deepEqual(optionsOf(intake, rating(-1, 1)), [
      { code: -1, text: '-1', value: -1 },
      { code: 0, text: '0', value: 0 },
      { code: 1, text: '1', value: 1 },
    ]);
  });

  it('are yes and no without a text, because the interface language provides it', () => {
    assert.deepEqual(of('alone'), [{ code: true }, { code: false }]);
  });

  it('are empty for items that the person types, and for text to read', () => {
    for (const id of ['mood-why', 'people', 'weight', 'since', 'welcome', 'person']) assert.deepEqual(of(id), [], id);
  });

  it('are valid answers, for every item of every instrument', () => {
    for (const definition of listInstruments()) {
      for (const instrument of everyForm(definition)) {
        for (const { item } of indexItems(instrument).values()) {
          for (const { code } of optionsOf(instrument, item)) assert.deepEqual(readValues(instrument, item, [code]), [code]);
        }
      }
    }
  });

  it('contain every valid answer to a rating, and no others', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 5 }), fc.nat(9), fc.integer({ min: -9, max: 20 }), (min, size, value) => {
        const item = rating(min, min + size);
        const isOption = optionsOf(intake, item).some(({ code }) => code === value);
        assert.equal(isOption, typeof readValues(intake, item, [value]) !== 'string');
      }),
    );
  });
});

describe('the values of an answer', () => {
  it('are none for what is no question, and for no input', () => {
    for (const id of ['welcome', 'person']) assert.equal(readValues(intake, spots.get(id)!.item, ['x']), 'of-its-type', id);
    for (const id of ['mood', 'helps', 'more']) assert.equal(readValues(intake, spots.get(id)!.item, []), 'of-its-type', id);
  });
});
