import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cronbachAlpha } from '../../src/statistics/cronbach-alpha.ts';
import type { Cell } from '../../src/statistics/complete-rows.ts';
import { attitude, columns, questions } from './attitude.ts';
import { good, hasNothing, near, numbersIn, valueOf } from './near.ts';
import { likert, shuffle } from './likert.ts';

const refused = (rows: unknown, options?: { level: number }) => {
  const result = cronbachAlpha(rows as Cell[][], options);
  assert.equal(result.ok, false);
  return result.ok ? undefined : result;
};
const reason = (...given: Parameters<typeof refused>) => refused(...given)?.reason;

describe("Cronbach's alpha", () => {
  describe('of the attitude data set of R', () => {
    const result = good(cronbachAlpha(attitude));

    it('equals the published values, raw and standardised', () => {
      near(result.alpha, 0.8431428);
      near(result.standardised, 0.8390838);
      near(result.interItem, 0.4269066);
      assert.deepEqual([result.items, result.n, result.excluded], [7, 30, 0]);
    });

    it('has Feldt’s interval', () => {
      assert.equal(result.ci.level, 0.95);
      near(result.ci.lower, 0.7393757);
      near(result.ci.upper, 0.9157731);
    });

    it('describes the effect of each item', () => {
      const dropped = [0.80976, 0.796917, 0.827848, 0.803031, 0.795387, 0.863872, 0.840465];
      const rest = [0.671262, 0.74211, 0.560711, 0.714445, 0.786276, 0.265034, 0.460811];
      assert.equal(result.ifDropped.length, questions.length);
      dropped.forEach((expected, item) => near(valueOf(result.ifDropped[item]), expected));
      rest.forEach((expected, item) => near(valueOf(result.itemRest[item]), expected));
    });

    it('describes the sum', () => {
      near(result.sum.mean, 423.066667);
      near(result.sum.sd, 57.748523);
    });

    it('falls if two items are reversed', () => {
      const turned = attitude.map((row) =>
        row.map((cell, item) => (['complaints', 'critical'].includes(questions[item]!) ? 100 - cell : cell)),
      );
      near(good(cronbachAlpha(turned)).alpha, 0.1843136);
    });
  });

  it('equals the value for the three items of the omega example', () => {
    near(good(cronbachAlpha(columns('complaints', 'learning', 'raises'))).alpha, 0.8327328);
  });

  it('excludes rows with any kind of missing cell, and counts them', () => {
    const kinds: Cell[] = ['blank', 'declined', 'unknown', 'not-applicable', 'not-asked', null, undefined];
    const holes = kinds.map((kind): Cell[] => [kind, 60, 50, 50, 60, 70, 40]);
    const result = cronbachAlpha([...holes, ...attitude]);
    assert.deepEqual(result, { ...good(cronbachAlpha(attitude)), excluded: 7 });
  });

  it('accepts another level for the interval', () => {
    const wide = good(cronbachAlpha(attitude, { level: 0.99 }));
    const narrow = good(cronbachAlpha(attitude, { level: 0.5 }));
    assert.ok(wide.ci.lower < 0.7393 && narrow.ci.lower > 0.7394);
    assert.ok(wide.ci.upper > 0.9158 && narrow.ci.upper < 0.9157);
    assert.equal(narrow.alpha, wide.alpha);
  });

  it('is 1 for identical items, with an interval of zero width', () => {
    const { alpha, standardised, ci } = good(cronbachAlpha([[1, 2], [2, 3], [4, 5]]));
    assert.deepEqual([alpha, standardised, ci.lower, ci.upper], [1, 1, 1, 1]);
  });

  it('has no alpha without an item if only one item would be left', () => {
    const { ifDropped, itemRest } = good(cronbachAlpha([[1, 2], [2, 2], [4, 5]]));
    assert.deepEqual(ifDropped, [{ ok: false, reason: 'fewer-than-2-items' }, { ok: false, reason: 'fewer-than-2-items' }]);
    assert.equal(itemRest.every(({ ok }) => ok), true);
  });

  it('has no figure for an item if the sum of the others does not vary', () => {
    const { ifDropped, itemRest } = good(cronbachAlpha([[1, 1, 5], [2, 2, 4], [4, 3, 3], [4, 4, 2]]));
    assert.deepEqual(ifDropped[0], { ok: false, reason: 'no-variance' });
    assert.deepEqual(itemRest[0], { ok: false, reason: 'no-variance' });
    assert.equal(itemRest[1]!.ok, true);
  });

  it('gives a reason instead of a number', () => {
    assert.equal(reason([]), 'too-few-rows');
    assert.equal(reason([[1, 2, 3]]), 'too-few-rows');
    assert.equal(reason([[1, 2, 'blank'], [1, 'declined', 3]]), 'too-few-rows');
    assert.equal(reason([[], []]), 'fewer-than-2-items');
    assert.equal(reason([[1], [2]]), 'fewer-than-2-items');
    assert.equal(reason([[1, 2], [1, 2, 3]]), 'unequal-rows');
    assert.equal(reason([[1, 5], [2, 4]]), 'no-variance');
    assert.equal(reason(attitude, { level: 0 }), 'bad-level');
    assert.equal(reason(attitude, { level: 95 }), 'bad-level');
    assert.equal(reason(attitude, { level: NaN }), 'bad-level');
  });

  it('names the columns that do not vary or are unusable', () => {
    assert.deepEqual(refused([[1, 0.1, 3], [2, 0.1, 5], [2, 0.1, 4]]), {
      ok: false,
      reason: 'no-variance',
      columns: [1],
      missing: 'listwise',
      n: 3,
      excluded: 0,
    });
    for (const odd of [NaN, Infinity, '3', 'skipped', true, {}]) {
      const { reason, columns } = refused([[1, odd], [2, 3], [3, 3]])!;
      assert.deepEqual([reason, columns], ['unusable-cell', [1]]);
    }
    for (const far of [1e200, 1e-200]) {
      const { reason, columns } = refused([[far, 2], [-far, 3], [3 * far, 3]])!;
      assert.deepEqual([reason, columns], ['unusable-cell', [0]]);
    }
  });

  it('also needs a standardised sum that varies', () => {
    assert.equal(reason([[1, 10], [2, 8], [3, 6]]), 'no-variance');
  });

  it('does not change its input', () => {
    const rows = Object.freeze(attitude.map((row) => Object.freeze([...row])));
    assert.equal(cronbachAlpha(rows).ok, true);
  });

  describe('for random answers', () => {
    it('does not depend on the order of rows and items, and moves the figures with the items', () => {
      fc.assert(
        fc.property(likert(), fc.infiniteStream(fc.nat()), ({ rows }, dice) => {
          const before = cronbachAlpha(rows);
          const order = shuffle(rows[0]!.map((_, item) => item), dice);
          const after = cronbachAlpha(shuffle(rows, dice).map((row) => order.map((item) => row[item]!)));
          assert.equal(after.ok, before.ok);
          if (!before.ok || !after.ok) return;
          near(after.alpha, before.alpha, 1e-9);
          near(after.standardised, before.standardised, 1e-9);
          order.forEach((item, place) => {
            const [one, other] = [before.itemRest[item]!, after.itemRest[place]!];
            assert.equal(one.ok, other.ok);
            if (one.ok && other.ok) near(one.value, other.value, 1e-9);
          });
        }),
      );
    });

    it('does not depend on a constant added to an item, nor on the common unit', () => {
      fc.assert(
        fc.property(likert(), fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 20 }), ({ rows }, more, unit) => {
          const before = cronbachAlpha(rows);
          const after = cronbachAlpha(rows.map((row) => row.map((cell, item) => unit * (item ? cell : cell + more))));
          assert.equal(after.ok, before.ok);
          if (before.ok && after.ok) near(after.alpha, before.alpha, 1e-9);
        }),
      );
    });

    it('is at most 1 and inside its interval, and no figure is empty', () => {
      fc.assert(
        fc.property(likert(), ({ rows }) => {
          const result = cronbachAlpha(rows);
          assert.ok(numbersIn(result).every(Number.isFinite));
          assert.ok(!hasNothing(result));
          if (!result.ok) return assert.ok(result.reason);
          const { alpha, standardised, ci, itemRest } = result;
          assert.ok(alpha <= 1 && standardised <= 1);
          assert.ok(ci.lower <= alpha + 1e-9 || ci.lower < ci.upper);
          assert.ok(ci.lower <= ci.upper && ci.upper <= 1);
          for (const rest of itemRest) assert.ok(!rest.ok || Math.abs(rest.value) <= 1 + 1e-9);
        }),
      );
    });

    it('accepts any value in a cell without throwing', () => {
      const cell = fc.oneof(fc.double(), fc.integer(), fc.constantFrom('blank', 'declined', null, undefined, 'x'));
      fc.assert(
        fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 6 }), (rows) => {
          const result = cronbachAlpha(rows as Cell[][]);
          assert.ok(numbersIn(result).every(Number.isFinite));
          assert.ok(!hasNothing(result));
        }),
      );
    });
  });
});
