import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Cell } from '../../src/statistics/complete-rows.ts';
import { cronbachAlpha } from '../../src/statistics/cronbach-alpha.ts';
import { covarianceMatrix } from '../../src/statistics/moments.ts';
import { omega } from '../../src/statistics/omega.ts';
import { extractOneFactor } from '../../src/statistics/one-factor.ts';
import { attitude, columns } from './attitude.ts';
import { likert, shuffle } from './likert.ts';
import { good, hasNothing, near, numbersIn } from './near.ts';

const reason = (rows: unknown) => {
  const result = omega(rows as Cell[][]);
  return result.ok ? result.omega : result.reason;
};

/** The correlations that one factor with these loadings implies. */
const implied = (loadings: readonly number[]): number[][] =>
  loadings.map((a, i) => loadings.map((b, j) => (i === j ? 1 : a * b)));

/** Rows whose covariances are proportional to these: the columns of the Cholesky root, with both signs. */
function rowsWith(covariance: readonly (readonly number[])[]): number[][] {
  const root: number[][] = covariance.map((row) => row.map(() => 0));
  covariance.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      let rest = row[j]!;
      for (let m = 0; m < j; m++) rest -= root[i]![m]! * root[j]![m]!;
      root[i]![j] = i === j ? Math.sqrt(rest) : rest / root[j]![j]!;
    }
  });
  return covariance.flatMap((_, m) => [root.map((row) => row[m]!), root.map((row) => -row[m]!)]);
}

describe("McDonald's omega", () => {
  it('of the attitude data set of R uses one factor by maximum likelihood and the model-implied variance', () => {
    const result = good(omega(attitude));
    near(result.omega, 0.856326, 1e-6);
    assert.equal(result.method, 'maximum-likelihood');
    assert.deepEqual([result.items, result.n, result.excluded], [7, 30, 0]);
    const common = result.loadings.reduce((a, b) => a + b) ** 2;
    near(result.omega, common / (common + result.unique.reduce((a, b) => a + b)), 1e-12);
  });

  it('of three items has a closed form', () => {
    const rows = columns('complaints', 'learning', 'raises');
    const expected = [
      [177.282759, 93.255172, 92.641379],
      [93.255172, 137.757471, 78.13908],
      [92.641379, 78.13908, 108.102299],
    ];
    covarianceMatrix(rows).forEach((row, i) => row.forEach((cell, j) => near(cell, expected[i]![j]!, 1e-6)));
    const result = good(omega(rows));
    near(result.omega, 0.8356857, 1e-7);
    assert.equal(result.method, 'closed-form');
    near(result.loadings[0]!, Math.sqrt((93.255172 * 92.641379) / 78.13908), 1e-5);
    assert.ok(result.omega > good(cronbachAlpha(rows)).alpha);
  });

  it('excludes rows with a missing cell, and counts them', () => {
    const more: Cell[][] = [['unknown', 1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, null]];
    assert.deepEqual(omega([...more, ...attitude]), { ...good(omega(attitude)), excluded: 2 });
  });

  describe('gives a reason instead of a number', () => {
    it('for too few items or rows', () => {
      assert.equal(reason([]), 'too-few-rows');
      assert.equal(reason(attitude.slice(0, 7)), 'too-few-rows');
      assert.equal(reason(columns('raises', 'learning', 'rating').slice(0, 3)), 'too-few-rows');
      assert.equal(reason(columns('raises', 'learning')), 'fewer-than-3-items');
      assert.equal(reason(columns('raises')), 'fewer-than-3-items');
      assert.equal(reason(attitude.map((row) => [...row, 3])), 'no-variance');
      assert.equal(reason([...attitude, [1, 2]]), 'unequal-rows');
      assert.equal(reason([...attitude, [1, 2, 3, 4, 5, 6, 'x']]), 'unusable-cell');
    });

    it('if two items do not covary positively', () => {
      const turned = columns('complaints', 'learning', 'raises').map(([a, b, c]) => [a!, 100 - b!, c!]);
      const three = omega(turned);
      assert.deepEqual(!three.ok && [three.reason, three.columns], ['covariance-not-positive', [0, 1, 2]]);
      const one = omega(attitude.map((row) => row.map((cell, item) => (item === 3 ? -cell : cell))));
      assert.deepEqual(!one.ok && [one.reason, one.columns], ['covariance-not-positive', [3]]);
    });

    it('if an item would have a negative unique variance', () => {
      // The first item correlates with both others, which hardly correlate with each other.
      const three = rowsWith([[1, 0.7, 0.7], [0.7, 1, 0.3], [0.7, 0.3, 1]]);
      const result = omega(three);
      assert.deepEqual(!result.ok && [result.reason, result.columns], ['negative-unique-variance', [0]]);
      const four = [[1, 0.7, 0.7, 0.5], [0.7, 1, 0.3, 0.3], [0.7, 0.3, 1, 0.3], [0.5, 0.3, 0.3, 1]];
      assert.equal(reason(rowsWith(four)), 'negative-unique-variance');
    });

    it('if the improper solution is at infinity', () => {
      const four = [[1, 0.4, 0.3, 0.2], [0.4, 1, 0, 0], [0.3, 0, 1, 0], [0.2, 0, 0, 1]];
      const result = omega(rowsWith(four));
      assert.deepEqual(!result.ok && [result.reason, result.columns], ['negative-unique-variance', [0]]);
    });

    it('if one item is a linear function of the others', () => {
      assert.equal(reason(attitude.map((row) => [...row, row[0]! + row[1]!])), 'covariance-singular');
      assert.equal(reason(attitude.map((row) => [...row, row[0]!])), 'covariance-singular');
    });

    it('if the items have no common variance, so that no factor fits better than another', () => {
      assert.equal(reason(rowsWith([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]])), 'not-converged');
    });
  });

  describe('for random answers', () => {
    const loadings = fc.array(fc.double({ min: 0.3, max: 0.95, noNaN: true }), { minLength: 3, maxLength: 10 });

    it('recovers the loadings behind the correlations, in closed form and by maximum likelihood', () => {
      fc.assert(
        fc.property(loadings, (made) => {
          const found = extractOneFactor(implied(made));
          assert.ok(found.ok);
          made.forEach((loading, item) => {
            near(found.loadings[item]!, loading, 1e-5);
            near(found.unique[item]!, 1 - loading ** 2, 1e-5);
          });
          const result = good(omega(rowsWith(implied(made))));
          const common = made.reduce((a, b) => a + b) ** 2;
          near(result.omega, common / (common + made.reduce((rest, loading) => rest + 1 - loading ** 2, 0)), 1e-5);
          // Omega equals alpha if all loadings are equal, and is larger otherwise.
          assert.ok(result.omega >= good(cronbachAlpha(rowsWith(implied(made)))).alpha - 1e-9);
        }),
      );
    });

    it('does not depend on the order of rows and items, nor on a constant, nor on the common unit', () => {
      fc.assert(
        fc.property(likert({ min: 3, max: 6 }), fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 9 }), ({ rows }, dice, unit) => {
          const before = omega(rows);
          const order = shuffle(rows[0]!.map((_, item) => item), dice);
          const after = omega(shuffle(rows, dice).map((row) => order.map((item) => unit * row[item]! + item)));
          assert.equal(after.ok, before.ok, JSON.stringify([before, after]));
          if (before.ok && after.ok) near(after.omega, before.omega, 1e-6);
        }),
      );
    });

    const orders = (items: number[]): number[][] =>
      items.length
        ? items.flatMap((first, at) => orders(items.toSpliced(at, 1)).map((rest) => [first, ...rest]))
        : [[]];
    const everyOrder = (rows: number[][]) =>
      orders(rows[0]!.map((_, item) => item)).map((order) => ({
        order,
        result: omega(rows.map((row) => order.map((item) => row[item]!))),
      }));

    it('does not depend on the order of items if one item has no common variance with the others', () => {
      const rows = [[4, 3, 3, 3], [2, 3, 4, 3], [5, 5, 4, 4], [3, 5, 4, 5], [3, 3, 4, 5], [5, 3, 4, 4], [4, 3, 3, 4]];
      for (const { order, result } of everyOrder(rows)) {
        assert.deepEqual(!result.ok && [result.reason, result.columns], ['covariance-not-positive', [order.indexOf(0)]]);
      }
      const three = [[1, 1, 1], [1, 2, 3], [2, 3, 1], [3, 2, 2], [2, 2, 3], [3, 2, 2]];
      for (const { result } of everyOrder(three)) assert.equal(!result.ok && result.reason, 'covariance-not-positive');
    });

    it('does not depend on the order of items if two items look alike and the search meets a saddle', () => {
      const rows = [[4, 3, 3, 3, 3], [3, 3, 4, 3, 3], [2, 2, 1, 1, 2], [1, 1, 2, 2, 2], [2, 2, 2, 2, 2], [3, 3, 3, 3, 4]];
      for (const { result } of everyOrder(rows)) near(good(result).omega, 0.926482, 1e-6);
    });

    it('is between 0 and 1, and nothing is empty', () => {
      fc.assert(
        fc.property(likert(), ({ rows }) => {
          const result = omega(rows);
          assert.ok(numbersIn(result).every(Number.isFinite));
          assert.ok(!hasNothing(result));
          if (!result.ok) return assert.ok(result.reason);
          assert.ok(result.omega > 0 && result.omega <= 1);
          assert.ok(result.unique.every((variance) => variance >= 0));
        }),
      );
    });
  });
});
