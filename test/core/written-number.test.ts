import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DECIMAL, numberReader, WHOLE } from '../../src/core/plain-data/written-number.ts';

const read = (shape: RegExp, value: string, language = 'en'): number | string => numberReader(shape)({ value }, undefined, language);

describe('a number that a person wrote', () => {
  for (const [text, number] of [['7', 7], ['120', 120], ['+3', 3], ['-12', -12], [' 5\n', 5], ['007', 7]] as const) {
    it(`${JSON.stringify(text)} is the whole number ${number}`, () => assert.deepEqual([read(WHOLE, text), read(DECIMAL, text)], [number, number]));
  }

  for (const [text, number] of [['1.5', 1.5], ['1,5', 1.5], ['12,34', 12.34], ['-0.25', -0.25], ['+10,0', 10]] as const) {
    it(`${text} is ${number} in every language, and no whole number`, () => {
      assert.deepEqual([read(DECIMAL, text, 'en'), read(DECIMAL, text, 'de'), read(WHOLE, text)], [number, number, text]);
    });
  }

  for (const text of ['', ' ', ' x ', 'seven', '7x', 'x7', '1e3', '1.', '.5', '1,2,3', '1.5x', 'x1.5', '1;5', '--1', '1 000']) {
    it(`${JSON.stringify(text)} stays as it is`, () => assert.deepEqual([read(WHOLE, text), read(DECIMAL, text)], [text, text]));
  }

  describe('with a sign before three digits', () => {
    for (const text of ['1,234', '12,345', '123,456', '+1,234', '-9,000']) {
      const point = text.replace(',', '.');
      const number = Number(point);
      it(`${text} may be thousands: it is a number only where the sign is the decimal one`, () => {
        assert.deepEqual([read(DECIMAL, text, 'de'), read(DECIMAL, text, 'en')], [number, text]);
        assert.deepEqual([read(DECIMAL, point, 'de'), read(DECIMAL, point, 'en')], [point, number]);
      });
    }

    for (const [text, number] of [['0,123', 0.123], ['1234,567', 1234.567], ['1,2345', 1.2345], ['012,345', 12.345]] as const) {
      it(`${text} cannot be thousands`, () => assert.equal(read(DECIMAL, text, 'en'), number));
    }

    it('is read with a point in a language that nobody knows', () => {
      assert.deepEqual([read(DECIMAL, '1.234', '?'), read(DECIMAL, '1,234', '?')], [1.234, '1,234']);
    });
  });
});
