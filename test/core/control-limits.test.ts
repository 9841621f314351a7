import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { controlLimits } from '../../src/core/change/control-limits.ts';

const near = (actual: number | undefined, expected: number, off = 1e-5): void =>
  assert.ok(Math.abs(actual! - expected) <= off, `${actual}, not ${expected}`);

describe('controlLimits', () => {
  it('gives the limits of the NIST handbook', () => {
    const limits = controlLimits([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);
    assert.ok(limits.ok);
    near(limits.mean, 50.81);
    near(limits.meanMovingRange, 1.877778, 1e-6);
    near(limits.upper, 55.80409);
    near(limits.lower, 45.81591);
  });

  it('gives a reason if there are no limits', () => {
    assert.deepEqual(controlLimits([50]), { ok: false, reason: 'at least two values are needed' });
    for (const bad of [NaN, Infinity, '1' as never]) {
      assert.deepEqual(controlLimits([50, bad]), { ok: false, reason: 'every value must be a number' });
    }
    assert.equal(controlLimits([50, 51], NaN).ok, false);
  });
});
