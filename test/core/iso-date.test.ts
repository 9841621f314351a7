import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDay, isMoment, withSeconds } from '../../src/core/plain-data/iso-date.ts';

describe('a day', () => {
  for (const text of ['2026-02-28', '2024-02-29', '0001-01-01', '9999-12-31']) it(`can be ${text}`, () => assert.ok(isDay(text)));
  for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-2-8', '26-02-28', '20260228', '+012026-01-01', '2026-02-28T00:00:00.000Z', ' 2026-02-28', '2026-02-28\n', '']) {
    it(`cannot be ${JSON.stringify(text)}`, () => assert.equal(isDay(text), false));
  }
});

describe('a moment', () => {
  for (const text of ['2026-02-28T09:30:00Z', '2026-02-28T23:59:59+14:00', '2026-02-28T00:00:00.5-03:30', '2026-02-28T09:30:00.123456789+00:00']) {
    it(`can be ${text}`, () => assert.ok(isMoment(text)));
  }
  const others = [
    '2026-02-28', '2026-02-28T09:30Z', '2026-02-28T09:30:00', '2026-02-28T24:00:00Z', '2026-02-28T09:60:00Z', '2026-02-28T09:30:60Z', '2026-02-28T09:30:00.Z',
    '2026-02-28T09:30:00.1234567890Z', '2026-02-28T09:30:00+24:00', '2026-02-28T09:30:00+1:00', '2026-02-29T09:30:00Z', '2026-02-28 09:30:00Z',
    '2026-02-28 2026-02-28T09:30:00Z', '2026-02-28T09:30:00Z ', '2026-02-28T09:30:00z',
  ];
  for (const text of others) it(`cannot be ${text}`, () => assert.equal(isMoment(text), false));

  it('gets the seconds that a field left out, and no others', () => {
    assert.equal(withSeconds('2026-11-29T10:00+01:00'), '2026-11-29T10:00:00+01:00');
    assert.equal(withSeconds('2026-11-29T10:00:30+01:00'), '2026-11-29T10:00:30+01:00');
  });
});
