import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fQuantile } from '../../src/statistics/f-quantile.ts';

const same = (actual: number, expected: number, relative = 1e-10): void =>
  assert.ok(Math.abs(actual / expected - 1) < relative, `${actual} is not ${expected}`);

describe('the quantile of the F distribution', () => {
  it('agrees with printed tables', () => {
    // NIST e-Handbook 1.3.6.7.3, upper critical values at 5 % and 1 %
    const table = [
      [0.95, 1, 1, 161.448],
      [0.95, 5, 10, 3.326],
      [0.95, 10, 20, 2.348],
      [0.95, 20, 100, 1.676],
      [0.99, 5, 10, 5.636],
      [0.99, 10, 100, 2.503],
    ] as const;
    for (const [p, d1, d2, value] of table) assert.equal(fQuantile(p, d1, d2).toFixed(3), value.toFixed(3));
  });

  it('agrees with the closed forms for (1, 1) and (2, n) degrees of freedom', () => {
    const share = fc.double({ min: 0.0005, max: 0.9995, noNaN: true });
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 5000 }), (p, d) => {
        same(fQuantile(p, 1, 1), Math.tan((Math.PI * p) / 2) ** 2, 1e-9);
        same(fQuantile(p, 2, d), (d / 2) * Math.expm1((-2 / d) * Math.log1p(-p)), 1e-9);
      }),
    );
  });

  it('is the reciprocal for swapped degrees of freedom, increases with p, and is finite', () => {
    const degrees = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.99, noNaN: true }), degrees, degrees, (p, d1, d2) => {
        const value = fQuantile(p, d1, d2);
        assert.ok(Number.isFinite(value) && value > 0);
        same(value, 1 / fQuantile(1 - p, d2, d1), 1e-7);
        assert.ok(fQuantile(p + 0.005, d1, d2) > value);
      }),
    );
  });
});
