import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { publishedChange, type PublishedChangeInput } from '../../src/core/published-change.ts';
import { phq9 } from './fixtures/published.ts';

const { points } = phq9.scoring.total.reliableChange as { points: number };
const told = (before: number, after: number, more: Partial<PublishedChangeInput> = {}) => {
  const result = publishedChange({ before, after, points, ...more });
  if (!result.ok) throw new Error(result.reason);
  return [result.change, result.classification];
};

describe('a change against a published threshold', () => {
  it('is one where it is as large as the threshold or larger', () => {
    assert.deepEqual(told(10, 16), [6, 'improved']);
    assert.deepEqual(told(10, 15), [5, 'unchanged']);
    assert.deepEqual(told(16, 10), [-6, 'deteriorated']);
    assert.deepEqual(told(16, 11), [-5, 'unchanged']);
    assert.deepEqual(told(7, 7), [0, 'unchanged']);
  });

  it('turns round where lower is better, as with symptoms', () => {
    const symptoms = { higherIsBetter: false };
    assert.deepEqual(told(16, 10, symptoms), [-6, 'improved']);
    assert.deepEqual(told(10, 16, symptoms), [6, 'deteriorated']);
  });

  it('reaches the threshold also where sums of decimals fall short of it by their rounding', () => {
    assert.equal(told(0.2, 0.3, { points: 0.1 })[1], 'improved');
    assert.equal(told(0.3, 0.2, { points: 0.1 })[1], 'deteriorated');
    assert.equal(told(7, 7, { points: 1e-12 })[1], 'unchanged');
  });

  it('says why there is none: nothing is imputed', () => {
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

  it('is the opposite on the way back, and for the other direction', () => {
    const opposite = { improved: 'deteriorated', deteriorated: 'improved', unchanged: 'unchanged' };
    fc.assert(
      fc.property(number, number, size, (before, after, points) => {
        const [, there] = told(before, after, { points }) as [number, keyof typeof opposite];
        assert.equal(told(after, before, { points })[1], opposite[there]);
        assert.equal(told(before, after, { points, higherIsBetter: false })[1], opposite[there]);
      }),
    );
  });

  it('never throws and never gives what is no number', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.double(), (before, after, points) => {
        const result = publishedChange({ before, after, points });
        assert.ok(result.ok ? Number.isFinite(result.change) : result.reason);
      }),
    );
  });
});
