import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { publishedChange, type PublishedChangeInput } from '../../src/core/change/published-change.ts';
import { phq9 } from './fixtures/published.ts';

const { points } = phq9.scoring.total.reliableChange as { points: number };
const changeOf = (before: number, after: number, more: Partial<PublishedChangeInput> = {}) => {
  const result = publishedChange({ before, after, points, ...more });
  if (!result.ok) throw new Error(result.reason);
  return [result.change, result.classification];
};

describe('a change against a published threshold', () => {
  it('counts if it is at least as large as the threshold', () => {
    assert.deepEqual(changeOf(10, 16), [6, 'improved']);
    assert.deepEqual(changeOf(10, 15), [5, 'unchanged']);
    assert.deepEqual(changeOf(16, 10), [-6, 'deteriorated']);
    assert.deepEqual(changeOf(16, 11), [-5, 'unchanged']);
    assert.deepEqual(changeOf(7, 7), [0, 'unchanged']);
  });

  it('is reversed if lower is better, as with symptoms', () => {
    const symptoms = { higherIsBetter: false };
    assert.deepEqual(changeOf(16, 10, symptoms), [-6, 'improved']);
    assert.deepEqual(changeOf(10, 16, symptoms), [6, 'deteriorated']);
  });

  it('reaches the threshold even if rounding of decimals leaves it slightly below', () => {
    assert.equal(changeOf(0.2, 0.3, { points: 0.1 })[1], 'improved');
    assert.equal(changeOf(0.3, 0.2, { points: 0.1 })[1], 'deteriorated');
    assert.equal(changeOf(7, 7, { points: 1e-12 })[1], 'unchanged');
    assert.equal(changeOf(1_000_000_000.1, 1_000_000_005.4, { points: 5.3 })[1], 'improved');
  });

  it('does not count if it is no larger than the rounding error, nor if it misses the threshold by more than that', () => {
    assert.deepEqual([1e-9, 1.1e-9].map((after) => changeOf(0, after, { points: 1e-10 })[1]), ['unchanged', 'improved']);
    assert.deepEqual([1 - 1e-9, 1 - 0.9e-9].map((after) => changeOf(0, after, { points: 1 })[1]), ['unchanged', 'improved']);
  });

  it('gives a reason if a score is missing: nothing is imputed', () => {
    const scores = { ok: false, reason: 'before and after must be numbers' };
    for (const bad of [NaN, Infinity, undefined as never, '7' as never]) {
      assert.deepEqual(publishedChange({ before: bad, after: 1, points }), scores);
      assert.deepEqual(publishedChange({ before: 1, after: bad, points }), scores);
    }
    for (const bad of [0, -6, NaN, undefined as never]) {
      assert.deepEqual(publishedChange({ before: 1, after: 9, points: bad }), { ok: false, reason: 'points must be a number above 0' });
    }
  });

  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const size = fc.double({ min: 0.01, max: 1e6, noNaN: true });

  it('is the opposite for the reverse change, and for the other direction', () => {
    const opposite = { improved: 'deteriorated', deteriorated: 'improved', unchanged: 'unchanged' };
    fc.assert(
      fc.property(number, number, size, (before, after, points) => {
        const [, there] = changeOf(before, after, { points }) as [number, keyof typeof opposite];
        assert.equal(changeOf(after, before, { points })[1], opposite[there]);
        assert.equal(changeOf(before, after, { points, higherIsBetter: false })[1], opposite[there]);
      }),
    );
  });

  it('never throws, and gives finite numbers only', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.double(), (before, after, points) => {
        const result = publishedChange({ before, after, points });
        assert.ok(result.ok ? Number.isFinite(result.change) : result.reason);
      }),
    );
  });
});
