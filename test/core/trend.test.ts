import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { controlLimits } from '../../src/core/change/control-limits.ts';
import { trend, type SessionTrend, type Trend, type TrendOptions } from '../../src/core/change/trend.ts';

const near = (actual: number | undefined, expected: number, off = 1e-5): void =>
  assert.ok(Math.abs(actual! - expected) <= off, `${actual}, not ${expected}`);

const course = [75, 77.0833, 72.9167, 79.1667, 77.0833, 58.3333, 68.75, 77.0833];
const points = (scores: (number | undefined)[]) => scores.map((score) => ({ score }));

function trendOf(scores: (number | undefined)[], options?: TrendOptions): Extract<Trend, { ok: true }> {
  const result = trend(points(scores), options);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

function compared(session: SessionTrend | undefined): Extract<SessionTrend, { status: 'compared' }> {
  if (session?.status !== 'compared') throw new Error(`it is ${session?.status}`);
  return session;
}

const rules = (session: SessionTrend | undefined): string[] => compared(session).findings.map(({ rule }) => rule);

describe('trend', () => {
  it('flags the sixth of eight sessions by all three rules, with the numbers of each', () => {
    const { sessions } = trendOf(course);
    const { before, findings } = compared(sessions[5]);
    assert.equal(before.sessions, 5);
    near(before.mean, 76.25, 1e-4);
    near(before.sd, 2.375358, 1e-4);
    near(before.mmr, 3.6458, 1e-4);
    near(before.limit, 66.5521, 1e-4);
    assert.deepEqual(rules(sessions[5]), ['drop', 'control-limit', 'strong']);
    const { mean, sd, mmr, limit } = before;
    const score = 58.3333;
    near(mean - score, 17.9167, 1e-4);
    assert.deepEqual(findings, [
      { rule: 'drop', formula: 'mean - score >= sd', numbers: { mean, score, sd } },
      { rule: 'control-limit', formula: 'score < mean - 2.66 x mmr', numbers: { mean, score, mmr } },
      { rule: 'strong', formula: 'drop and mean - score >= 2 x sd, or score < limit', numbers: { mean, score, sd, limit } },
    ]);
  });

  it('does not flag the seventh, because the mean includes the sixth', () => {
    const { before, findings } = compared(trendOf(course).sessions[6]);
    near(before.mean, 73.2639, 1e-4);
    near(before.sd, 7.6168, 1e-4);
    assert.deepEqual(findings, []);
  });

  it('marks the sixth as repaired, because the eighth is back at the mean before it', () => {
    const { repaired } = compared(trendOf(course).sessions[5]);
    assert.ok(repaired);
    assert.deepEqual([repaired.at, repaired.after], [7, 2]);
    assert.equal(repaired.numbers.score, 77.0833);
    near(repaired.numbers.mean, 76.25, 1e-4);
    assert.equal(repaired.formula, 'score >= mean');
  });

  it('compares no session with fewer than four sessions before it', () => {
    const { sessions } = trendOf([80, 79, 81, 10, 80]);
    assert.deepEqual(sessions.slice(0, 4), [
      { status: 'not-enough-sessions', score: 80, before: 0 },
      { status: 'not-enough-sessions', score: 79, before: 1 },
      { status: 'not-enough-sessions', score: 81, before: 2 },
      { status: 'not-enough-sessions', score: 10, before: 3 },
    ]);
    assert.equal(sessions[4]!.status, 'compared');
    assert.deepEqual(trendOf([]).sessions, []);
  });

  it('skips and counts sessions without a score, and never treats them as zero', () => {
    const gaps = trendOf([75, undefined, 77.0833, 72.9167, undefined, undefined, 79.1667, 77.0833, 58.3333, undefined, 68.75, 77.0833]);
    assert.deepEqual([gaps.scored, gaps.skipped], [8, 4]);
    assert.deepEqual(gaps.sessions[1], { status: 'no-score' });
    const { before, findings, repaired } = compared(gaps.sessions[8]);
    assert.deepEqual(compared(trendOf(course).sessions[5]), { ...compared(gaps.sessions[8]), repaired: { ...repaired!, at: 7 } });
    assert.equal(before.sessions, 5);
    assert.equal(findings.length, 3);
    assert.deepEqual([repaired!.at, repaired!.after], [11, 2]);
  });

  it('marks a session as repaired within three sessions, but not in the fourth', () => {
    const base = [75, 76, 74, 75, 75];
    assert.equal(compared(trendOf([...base, 50, 60, 61, 75]).sessions[5]).repaired?.after, 3);
    assert.equal(compared(trendOf([...base, 50, 60, 61, 62, 75]).sessions[5]).repaired, undefined);
    assert.equal(compared(trendOf([...base, 50]).sessions[5]).repaired, undefined);
  });

  it('marks a session as repaired at the mean itself, also if lower is better, and despite rounding', () => {
    const isRepaired = (scores: number[], higherIsBetter: boolean): boolean => !!compared(trendOf(scores, { higherIsBetter }).sessions[4]).repaired;
    assert.ok(isRepaired([4, 6, 4, 6, 1, 5], true));
    assert.ok(isRepaired([4, 6, 4, 6, 9, 5], false));
    // The computed mean is above 1.4, and above 1,000,000,002.9.
    assert.ok(isRepaired([1.3, 1.4, 1.5, 1.4, 0, 1.4], true));
    assert.ok(isRepaired([1_000_000_002.9, 1_000_000_003.6, 1_000_000_001.2, 1_000_000_003.9, 0, 1_000_000_002.9], true));
    assert.deepEqual([-1e-9, -1.1e-9].map((back) => isRepaired([0, 0, 0, 0, -5, back], true)), [true, false]);
  });

  it('marks no other session as repaired than flagged ones', () => {
    const { sessions } = trendOf([75, 76, 74, 75, 75, 50, 75]);
    assert.deepEqual(sessions.map((session) => 'repaired' in session), [false, false, false, false, false, true, false]);
    assert.deepEqual(rules(sessions[4]), []);
  });

  it('finds nothing in a difference that is no larger than the rounding error', () => {
    assert.deepEqual(rules(trendOf([0, 0, 0, 0, -1e-9]).sessions[4]), []);
    assert.deepEqual(rules(trendOf([0, 0, 0, 0, -1.1e-9]).sessions[4]), ['drop', 'control-limit', 'strong']);
    // Mean 0 and SD 1.
    const rulesAt = (score: number): string[] => rules(trendOf([-1, 1, 0, 1, -1, score]).sessions[5]);
    assert.deepEqual([-1 + 1e-9, -1 + 0.9e-9].map(rulesAt), [[], ['drop']]);
    assert.deepEqual([-2 + 1e-9, -2 + 0.9e-9].map(rulesAt), [['drop'], ['drop', 'strong']]);
  });

  it('calls nothing within the error of measurement a drop if norms are given', () => {
    const wobble = [70, 74, 70, 74, 68];
    assert.deepEqual(rules(trendOf(wobble).sessions[4]), ['drop']);
    const norms = { sd: 5, reliability: 0.9 };
    const { sessions, rc95 } = trendOf(wobble, { norms });
    near(rc95, 1.96 * 5 * Math.sqrt(0.2));
    assert.deepEqual(rules(sessions[4]), []);
    const [drop] = compared(trendOf([70, 74, 70, 74, 65], { norms }).sessions[4]).findings;
    assert.equal(drop!.formula, 'mean - score >= max(sd, rc95)');
    assert.equal(drop!.numbers.rc95, rc95);
  });

  it('calls no change below a given published threshold a drop', () => {
    const wobble = [70, 74, 70, 74];
    assert.deepEqual(rules(trendOf([...wobble, 64], { threshold: 9 }).sessions[4]), []);
    const [drop] = compared(trendOf([...wobble, 63], { threshold: 9 }).sessions[4]).findings;
    assert.equal(drop!.formula, 'mean - score >= max(sd, threshold)');
    assert.equal(drop!.numbers.threshold, 9);
    const { rc95, threshold, sessions } = trendOf([...wobble, 63], { threshold: 9, norms: { sd: 5, reliability: 0.9 } });
    assert.equal(compared(sessions[4]).findings[0]!.formula, 'mean - score >= max(sd, rc95, threshold)');
    assert.deepEqual(compared(sessions[4]).findings[0]!.numbers, { mean: 72, score: 63, sd: Math.sqrt(16 / 3), rc95, threshold: 9 });
    assert.equal(threshold, 9);
    assert.deepEqual(rules(trendOf([...wobble, 63], { threshold: 9, norms: { sd: 15, reliability: 0.9 } }).sessions[4]), []);
  });

  it('calls exactly 1 SD a drop and exactly 2 SD strong, despite rounding', () => {
    const before = [73, 77, 73, 77, 75];
    for (const per of [1, 3, 7, 48]) {
      const rulesAt = (score: number): string[] => rules(trendOf([...before, score].map((n) => n / per)).sessions[5]);
      assert.deepEqual(rulesAt(73), ['drop']);
      assert.deepEqual(rulesAt(71.01), ['drop']);
      assert.deepEqual(rulesAt(71), ['drop', 'strong']);
    }
  });

  it('calls a change within the error strong only because of the control limit', () => {
    const norms = { sd: 20, reliability: 0.5 };
    assert.deepEqual(rules(trendOf([75, 75, 76, 75, 74], { norms }).sessions[4]), []);
    assert.deepEqual(rules(trendOf([75, 75, 75, 75, 74], { norms }).sessions[4]), ['control-limit', 'strong']);
  });

  it('does not call a score at the mean a drop if the earlier scores do not vary', () => {
    assert.deepEqual(rules(trendOf([75, 75, 75, 75, 75]).sessions[4]), []);
    const thirds = Array<number>(9).fill(72.91666666666667);
    for (const session of trendOf(thirds).sessions.slice(4)) assert.deepEqual(rules(session), []);
    assert.deepEqual(rules(trendOf([75, 75, 75, 75, 74]).sessions[4]), ['drop', 'control-limit', 'strong']);
  });

  it('is reversed if lower is better', () => {
    const { sessions } = trendOf([10, 12, 9, 11, 10, 22, 12, 9], { higherIsBetter: false });
    const { findings, before, repaired } = compared(sessions[5]);
    assert.deepEqual(findings.map(({ rule }) => rule), ['drop', 'control-limit', 'strong']);
    assert.ok(before.limit > before.mean);
    assert.deepEqual(findings.map(({ formula }) => formula), [
      'score - mean >= sd',
      'score > mean + 2.66 x mmr',
      'rise and score - mean >= 2 x sd, or score > limit',
    ]);
    assert.deepEqual([repaired?.after, repaired?.formula], [2, 'score <= mean']);
  });

  it('gives a reason for unusable input', () => {
    assert.deepEqual(trend(points([70, NaN])), { ok: false, reason: 'the score of point 1 must be a number' });
    assert.deepEqual(trend(points([70]), { norms: { sd: 0, reliability: 0.9 } }), { ok: false, reason: 'sd must be a number above 0' });
    for (const bad of [0, -1, NaN]) {
      assert.deepEqual(trend(points([70]), { threshold: bad }), { ok: false, reason: 'threshold must be a number above 0' });
    }
  });

  const scores = fc.array(fc.option(fc.integer({ min: 0, max: 48 }).map((n) => (n * 100) / 48), { nil: undefined, freq: 6 }), { maxLength: 30 });
  const options = fc.record(
    { norms: fc.record({ sd: fc.double({ min: 0.1, max: 40, noNaN: true }), reliability: fc.double({ min: 0, max: 1, noNaN: true }) }), threshold: fc.double({ min: 0.1, max: 40, noNaN: true }), higherIsBetter: fc.boolean() },
    { requiredKeys: [] },
  );
  const rulesOf = (result: Extract<Trend, { ok: true }>) =>
    result.sessions.map((session) => (session.status === 'compared' ? [session.findings.map(({ rule }) => rule), session.repaired?.after] : session.status));

  it('does not change earlier findings when sessions are added, and may only add repaired', () => {
    const bare = ({ sessions }: Extract<Trend, { ok: true }>) =>
      sessions.map((session) => (session.status === 'compared' ? { ...session, repaired: undefined } : session));
    fc.assert(
      fc.property(scores, fc.nat(), options, (all, cut, given) => {
        const first = trendOf(all.slice(0, cut), given);
        const whole = trendOf(all, given);
        assert.deepEqual(bare(first), bare(whole).slice(0, cut));
        first.sessions.forEach((session, i) => {
          if (session.status === 'compared' && session.repaired) assert.deepEqual(session, whole.sessions[i]);
        });
      }),
    );
  });

  it('has formulas that are true for their numbers', () => {
    const evaluate = (formula: string, numbers: Record<string, number>): boolean => {
      const names = formula.replace(/^(drop|rise) and /, '').match(/[a-z]\w*/g)!.filter((name) => !['max', 'or', 'x'].includes(name));
      for (const name of names) assert.ok(name in numbers, `${name} in ${formula}`);
      const code = formula.replace(/^(drop|rise) and /, '').replace(', or', '||').replaceAll(' x ', '*').replace('max(', 'Math.max(');
      // A difference counts if it equals the limit, within rounding.
      return new Function(...Object.keys(numbers), `return ${code.replace(/>= ([^|]+)/, '>= $1 - 1e-9')}`)(...Object.values(numbers)) as boolean;
    };
    fc.assert(
      fc.property(scores, options, (all, given) => {
        for (const session of trendOf(all, given).sessions) {
          if (session.status !== 'compared') continue;
          for (const { formula, numbers } of session.findings) assert.ok(evaluate(formula, numbers), formula);
        }
      }),
    );
  });

  it('has the same findings if all scores are shifted, or reversed with the scale', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: -50, max: 50 }), options, (all, shift, given) => {
        const found = rulesOf(trendOf(all, given));
        const each = (change: (score: number) => number) => all.map((score) => (score === undefined ? score : change(score)));
        assert.deepEqual(rulesOf(trendOf(each((score) => score + shift / 7), given)), found);
        const turned = each((score) => -score);
        assert.deepEqual(rulesOf(trendOf(turned, { ...given, higherIsBetter: !(given.higherIsBetter ?? true) })), found);
      }),
    );
  });

  it('has the same findings with and without gaps between the scores', () => {
    fc.assert(
      fc.property(scores, (all) => {
        const dense = rulesOf(trendOf(all.filter((score) => score !== undefined)));
        const sparse = rulesOf(trendOf(all)).filter((one) => one !== 'no-score');
        assert.deepEqual(sparse, dense);
      }),
    );
  });

  it('has the limit of a control chart of the sessions before, with the rounded factor', () => {
    fc.assert(
      fc.property(scores, (all) => {
        trendOf(all).sessions.forEach((session, i) => {
          if (session.status !== 'compared') return;
          const limits = controlLimits(all.slice(0, i).filter((score) => score !== undefined), 2.66);
          assert.ok(limits.ok);
          near(session.before.limit, limits.lower, 1e-9);
          near(session.before.mmr, limits.meanMovingRange, 1e-9);
        });
      }),
    );
  });

  it('never throws, and gives finite numbers only', () => {
    const numbers = (data: unknown): number[] =>
      typeof data === 'number' ? [data] : typeof data === 'object' && data ? Object.values(data).flatMap(numbers) : [];
    const any = fc.double().map((n) => (n === 0 ? 0 : n));
    fc.assert(
      fc.property(fc.array(fc.record({ score: fc.option(any, { nil: undefined }) })), options, (all, given) => {
        const before = all.map(({ score }) => score);
        const result = trend(all, given);
        assert.deepEqual(all.map(({ score }) => score), before);
        for (const number of numbers(result)) assert.ok(Number.isFinite(number), String(number));
        assert.deepEqual(JSON.parse(JSON.stringify(result)), result);
      }),
    );
  });
});
