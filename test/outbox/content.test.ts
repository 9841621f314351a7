import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { delayAfter } from '../../src/outbox/content/schedule.ts';
import { verdictOf, waitOf } from '../../src/outbox/content/verdict.ts';
import { afterTry, again, newlySent, read, timeLeft, write } from '../../src/outbox/content/waiting.ts';

const NOW = Date.UTC(2026, 10, 30, 9);
const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('the content of an outbox', () => {
  test('waits double from two seconds to five minutes, half of them at random', () => {
    assert.deepEqual([1, 2, 3, 8, 9, 100].map((tries) => delayAfter(tries, 1)), [2_000, 4_000, 8_000, 256_000, 300_000, 300_000]);
    fc.assert(fc.property(fc.nat(), unit, (tries, random) => {
      const delay = delayAfter(tries, random);
      assert.ok(delay >= 1_000 && delay <= 300_000);
    }));
  });

  test('every status means one thing: only a success takes the record away, only a 4xx refuses it', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999 }), fc.option(fc.string()), (status, after) => {
      const { kind } = verdictOf(status, after, NOW);
      assert.equal(kind === 'taken', status >= 200 && status < 300);
      if (kind === 'refused') assert.ok(status >= 400 && status < 500);
    }));
  });

  test('Retry-After is seconds or a date, and never more than a day', () => {
    assert.equal(waitOf('120', NOW), 120_000);
    assert.equal(waitOf(new Date(NOW + 5_000).toUTCString(), NOW), 5_000);
    assert.equal(waitOf(new Date(NOW - 5_000).toUTCString(), NOW), 0);
    assert.equal(waitOf('99999999999', NOW), 86_400_000);
    for (const nothing of [null, '', 'soon']) assert.equal(waitOf(nothing, NOW), undefined);
  });

  test('a record is read as it was written, and anything else is not', () => {
    fc.assert(fc.property(fc.string(), unit, (id, random) => {
      const waiting = afterTry(newlySent({ id }, NOW), { kind: 'later', after: 5 }, NOW, random);
      assert.deepEqual(read(write(waiting)), waiting);
    }));
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => assert.doesNotThrow(() => read(text))));
    for (const text of ['', 'null', '[]', '{"record":{}}', '{"record":{"id":"a"},"savedAt":null,"tries":0,"notBefore":0}']) assert.equal(read(text), undefined);
  });

  test('a refused record waits until somebody tries it again', () => {
    const refused = afterTry(newlySent({ id: 'a' }, NOW), { kind: 'refused', status: 422 }, NOW, 0);
    assert.equal(timeLeft(refused, NOW + 1e12), Infinity);
    assert.equal(timeLeft(again(refused), NOW), 0);
  });

  test('a clock that was set back by a minute, hours or a year does not keep a record for so long', () => {
    const waiting = afterTry(newlySent({ id: 'a' }, NOW), { kind: 'later' }, NOW, 1);
    assert.equal(timeLeft(waiting, NOW), 2000);
    for (const back of [60_000, 20 * 3_600_000, 365 * 86_400_000]) assert.equal(timeLeft(waiting, NOW - back), 0);
  });
});
