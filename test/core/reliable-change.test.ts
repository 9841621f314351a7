import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isMeasure, measurementError } from '../../src/core/change/measurement-error.ts';
import { reliableChange, type ReliableChangeInput } from '../../src/core/change/reliable-change.ts';

const near = (actual: number | undefined, expected: number): void =>
  assert.ok(Math.abs(actual! - expected) < 1e-5, `${actual}, not ${expected}`);

/** The example of Jacobson & Truax 1991. */
const couple = {
  before: 32.5,
  after: 47.5,
  sd: 7.5,
  reliability: 0.8,
  clinical: { mean: 40, sd: 7.5 },
  functional: { mean: 60, sd: 7.5 },
};

function judged(input: ReliableChangeInput) {
  const result = reliableChange(input);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

const refused = (input: Partial<ReliableChangeInput>): string => {
  const result = reliableChange({ ...couple, ...input });
  return result.ok ? 'accepted' : result.reason;
};

describe('measurementError', () => {
  it('gives the published values', () => {
    for (const [sd, reliability, sem, sdiff, rc95] of [
      [10.5, 0.961, 2.073584, 2.93249, 5.747681],
      [6.396073, 0.931, 1.680111, 2.376036, 4.65703],
      [10.5, 0.931, 2.758124, 3.900577, 7.645131],
    ] as const) {
      const error = measurementError({ sd, reliability });
      assert.ok(error.ok);
      near(error.sem, sem);
      near(error.sdiff, sdiff);
      near(error.rc95, rc95);
    }
  });

  it('gives MDC90', () => {
    const error = measurementError({ sd: 10.5, reliability: 0.931 });
    assert.ok(error.ok);
    near(error.mdc90, 6.416449);
  });

  it('is 0 at a reliability of 1, and the SD at a reliability of 0', () => {
    assert.deepEqual(measurementError({ sd: 5, reliability: 1 }), { ok: true, sem: 0, sdiff: 0, rc95: 0, mdc90: 0 });
    const error = measurementError({ sd: 5, reliability: 0 });
    assert.ok(error.ok && error.sem === 5);
  });

  it('gives a reason for invalid norms', () => {
    for (const sd of [0, -1, NaN, Infinity, '5' as never]) {
      assert.deepEqual(measurementError({ sd, reliability: 0.8 }), { ok: false, reason: 'sd must be a number above 0' });
    }
    for (const reliability of [-0.01, 1.01, NaN, ...([undefined, null, [], true, '0.8'] as never[])]) {
      const reason = 'reliability must be a number from 0 to 1';
      assert.deepEqual(measurementError({ sd: 5, reliability }), { ok: false, reason });
    }
  });
});

describe('a number that can be compared', () => {
  it('is finite, and small enough that nothing overflows', () => {
    assert.deepEqual([1e12, -1e12, 0].map(isMeasure), [true, true, true]);
    assert.deepEqual([1.1e12, -Infinity, NaN, '5', null, undefined].map(isMeasure), [false, false, false, false, false, false]);
  });
});

describe('reliableChange', () => {
  it('gives the values of Jacobson & Truax 1991', () => {
    const { sem, sdiff, rci, rc95, mdc90, cutoffs, classification } = judged(couple);
    near(sem, 3.354102);
    near(sdiff, 4.743416);
    near(rci, 3.162278);
    near(rc95, 9.297096);
    near(mdc90, 1.645 * 4.743416);
    assert.deepEqual(cutoffs, { a: 55, b: 45, c: 50 });
    // Reliably better, but not across c.
    assert.equal(classification, 'improved');
  });

  it('uses c if both groups are given, closer to the group with the smaller SD', () => {
    const { cutoffs } = judged({ ...couple, functional: { mean: 60, sd: 2.5 } });
    near(cutoffs.c, (7.5 * 60 + 2.5 * 40) / 10);
    assert.equal(judged({ ...couple, after: 50.1 }).classification, 'recovered');
    assert.equal(judged({ ...couple, after: 50 }).classification, 'improved');
  });

  it('uses b or a if only one group is given, or the requested cut-off', () => {
    const { clinical, functional, ...bare } = couple;
    assert.deepEqual(judged({ ...bare, functional }).cutoffs, { b: 45 });
    assert.equal(judged({ ...bare, functional }).classification, 'recovered');
    assert.deepEqual(judged({ ...bare, clinical }).cutoffs, { a: 55 });
    assert.equal(judged({ ...bare, clinical }).classification, 'improved');
    assert.equal(judged({ ...couple, cutoff: 'b' }).classification, 'recovered');
    assert.equal(judged({ ...couple, cutoff: 'a' }).classification, 'improved');
    assert.deepEqual(judged(bare).cutoffs, {});
    assert.equal(judged(bare).classification, 'improved');
  });

  it('calls nobody recovered who was already on the functional side', () => {
    assert.equal(judged({ ...couple, before: 51, after: 70 }).classification, 'improved');
  });

  it('calls a change within the error unchanged in both directions, even across the cut-off', () => {
    assert.equal(judged({ ...couple, before: 48, after: 48 + 9.29 }).classification, 'unchanged');
    assert.equal(judged({ ...couple, before: 52, after: 52 - 9.29 }).classification, 'unchanged');
    assert.equal(judged({ ...couple, before: 52, after: 52 - 9.3 }).classification, 'deteriorated');
  });

  it('calls a change of exactly the error unchanged: it must be larger', () => {
    for (const sign of [1, -1]) {
      const same = { before: 0, sd: 1, reliability: 0.5 };
      const { rc95 } = judged({ ...same, after: 0 });
      const { rci, classification } = judged({ ...same, after: sign * rc95 });
      assert.deepEqual([rci, classification], [sign * 1.96, 'unchanged']);
    }
  });

  it('is reversed if lower is better', () => {
    const symptoms = {
      before: 20,
      after: 5,
      sd: 7.5,
      reliability: 0.8,
      higherIsBetter: false,
      clinical: { mean: 18, sd: 5 },
      functional: { mean: 4, sd: 3 },
    };
    const { cutoffs, classification, rci } = judged(symptoms);
    assert.deepEqual({ a: cutoffs.a, b: cutoffs.b }, { a: 8, b: 10 });
    near(cutoffs.c, (5 * 4 + 3 * 18) / 8);
    assert.ok(rci < 0);
    assert.equal(classification, 'recovered');
    assert.equal(judged({ ...symptoms, before: 5, after: 20 }).classification, 'deteriorated');
  });

  it('refuses groups whose order contradicts higherIsBetter', () => {
    const symptoms = { before: 10, after: 60, clinical: { mean: 60, sd: 5 }, functional: { mean: 40, sd: 5 } };
    assert.equal(refused(symptoms), 'the functional mean must be above the clinical mean, or higherIsBetter must be false');
    assert.equal(refused({ ...symptoms, cutoff: 'b' }), refused(symptoms));
    assert.equal(refused({ clinical: couple.functional }), refused(symptoms), 'two groups with equal means have no order');
    assert.equal(judged({ ...couple, ...symptoms, higherIsBetter: false }).classification, 'deteriorated');
    assert.equal(refused({ higherIsBetter: false }), 'the functional mean must be below the clinical mean, or higherIsBetter must be true');
  });

  it('gives a reason if there is no result', () => {
    assert.match(refused({ before: NaN }), /before and after/);
    assert.match(refused({ after: undefined as never }), /before and after/);
    assert.match(refused({ sd: 0 }), /sd must/);
    assert.match(refused({ reliability: 1.2 }), /reliability must/);
    assert.match(refused({ reliability: null as never }), /reliability must/);
    assert.match(refused({ reliability: 1 }), /no error of measurement/);
    assert.match(refused({ clinical: { mean: 40, sd: 0 } }), /clinical must/);
    assert.match(refused({ functional: { mean: NaN, sd: 1 } }), /functional must/);
    const { functional: _, ...one } = couple;
    assert.deepEqual(reliableChange({ ...one, cutoff: 'c' }), {
      ok: false,
      reason: 'cut-off c needs a group that is not given',
    });
  });

  const group = fc.record({ mean: fc.double({ min: -100, max: 100, noNaN: true }), sd: fc.double({ min: 0.1, max: 50, noNaN: true }) });
  /** The functional mean is on the better side. */
  const isInOrder = ({ higherIsBetter = true, clinical, functional }: Partial<ReliableChangeInput>): boolean =>
    !clinical || !functional || (higherIsBetter ? clinical.mean < functional.mean : clinical.mean > functional.mean);
  const input = fc.record(
    {
      before: fc.double({ min: -1000, max: 1000, noNaN: true }),
      after: fc.double({ min: -1000, max: 1000, noNaN: true }),
      sd: fc.double({ min: 0.01, max: 100, noNaN: true }),
      reliability: fc.double({ min: 0, max: 0.999, noNaN: true }),
      higherIsBetter: fc.boolean(),
      clinical: group,
      functional: group,
    },
    { requiredKeys: ['before', 'after', 'sd', 'reliability'] },
  ).filter(isInOrder);

  it('is antisymmetric: the reverse change has the same size and the opposite sign', () => {
    fc.assert(
      fc.property(input, (one) => {
        const there = judged(one);
        const back = judged({ ...one, before: one.after, after: one.before });
        assert.ok(there.rci === -back.rci);
        assert.equal(there.rc95, back.rc95);
        const isBetter = ['improved', 'recovered'].includes(there.classification);
        assert.equal(isBetter, back.classification === 'deteriorated');
      }),
    );
  });

  it('is the same for a reversed scale', () => {
    fc.assert(
      fc.property(input, (one) => {
        const turn = (given?: { mean: number; sd: number }) => given && { ...given, mean: -given.mean };
        const { higherIsBetter = true, clinical, functional, ...rest } = one;
        const turned = judged({
          ...rest,
          before: -one.before,
          after: -one.after,
          higherIsBetter: !higherIsBetter,
          ...(clinical && { clinical: turn(clinical)! }),
          ...(functional && { functional: turn(functional)! }),
        });
        assert.equal(turned.classification, judged(one).classification);
        assert.ok(turned.rci === -judged(one).rci);
      }),
    );
  });

  it('never throws for any input, and gives finite numbers only', () => {
    const any = fc.oneof(fc.double(), fc.constant(undefined), fc.constant('7'), fc.constant(null));
    const wild = fc.record({
      before: any, after: any, sd: any, reliability: any,
      clinical: fc.option(fc.record({ mean: any, sd: any }), { nil: undefined }),
      functional: fc.option(fc.record({ mean: any, sd: any }), { nil: undefined }),
    });
    fc.assert(
      fc.property(wild, (one) => {
        const result = reliableChange(one as never);
        if (!result.ok) return assert.ok(result.reason);
        const { classification, cutoffs, ok: _, ...numbers } = result;
        for (const number of [...Object.values(numbers), ...Object.values(cutoffs)]) assert.ok(Number.isFinite(number));
        assert.ok(classification);
      }),
    );
  });
});
