import { isMeasure, measurementError, type ScaleNorms } from './measurement-error.ts';

/** One session of a series. A session without a score is a gap, not zero. */
export interface TrendPoint {
  score?: number | undefined;
}

export interface TrendOptions {
  /** In the unit of the scores. If given, a change within the error of measurement is not a drop. */
  norms?: ScaleNorms | undefined;
  /**
   * A published threshold of change, above 0 and in the unit of the scores (for `raw` scores, `reliableChange.points` of
   * the scoring rule). If given, a smaller change is not a drop.
   */
  threshold?: number | undefined;
  /** Whether a higher score is better. The default is true. If false, read "under" as "over" in all rules below. */
  higherIsBetter?: boolean;
}

/** Statistics of all sessions before a session. */
export interface Before {
  /** Number of sessions with a score. */
  sessions: number;
  mean: number;
  /** Sample standard deviation (n - 1). */
  sd: number;
  /** Mean moving range: the mean of the distances between consecutive scores. */
  mmr: number;
  /** Mean - 2.66 x mean moving range. */
  limit: number;
}

/** A rule that applies to a session. All numbers except the score come from the sessions before. */
export interface Finding {
  /**
   * `drop`: under the mean by at least the SD, the RC95 (if norms are given) and the threshold (if given).
   * `control-limit`: under the lower control limit. `strong`: a drop of 2 SD or more, or under the control limit.
   */
  rule: 'drop' | 'control-limit' | 'strong';
  /** Uses the names in `numbers`: `mean - score >= max(sd, rc95)`. If lower is better, a drop is called `rise`. */
  formula: string;
  numbers: Record<string, number>;
}

/** A later score is back at the mean. */
export interface Repaired {
  /** Index of that session in the points, from 0. */
  at: number;
  /** How many sessions with a score it comes after the flagged session. */
  after: number;
  formula: string;
  /** `score` of that session, and `mean` before the flagged session. */
  numbers: Record<string, number>;
}

export type SessionTrend =
  | { status: 'no-score' }
  /** `before`: number of sessions with a score before this one. 4 are needed. */
  | { status: 'not-enough-sessions'; score: number; before: number }
  /** A session with findings is flagged. Only a flagged session can be `repaired`. */
  | { status: 'compared'; score: number; before: Before; findings: Finding[]; repaired?: Repaired };

export type Trend =
  | {
      ok: true;
      /** One for each point, in the same order. */
      sessions: SessionTrend[];
      /** Number of points with a score, and number of points without one. No rule uses the latter. */
      scored: number;
      skipped: number;
      /** From the norms, if given. */
      rc95?: number;
      /** The threshold, if given. */
      threshold?: number;
    }
  | { ok: false; reason: string };

const LEAST_BEFORE = 4;
const REPAIRED_WITHIN = 3;
const FACTOR = 2.66;

/**
 * Finds the sessions of one person that differ from that person's earlier sessions on the same form. Give the points of
 * one series (see `series`), in order of time, and call it once per form. It uses earlier sessions only and predicts
 * nothing.
 *
 * Each rule compares a session with all earlier sessions that have a score, including flagged ones. It needs 4 of them:
 *
 * - drop: mean before - score >= max(SD before, RC95 if norms are given, the threshold if given)
 * - control limit: score < mean before - 2.66 x mean moving range before
 * - strong: a drop of 2 SD or more, or under the control limit
 * - repaired: within 3 sessions after a flagged one the score is back at the mean before it
 *
 * A score that is not under the mean is not a drop, also if the earlier scores do not vary at all. A difference within the
 * rounding error counts as no difference. Sources: RC95, Jacobson & Truax 1991 (see `measurementError`); control limit,
 * Shewhart's chart for individual values (see `controlLimits`; 2.66 = 3 / 1.128, rounded). The choice and combination of
 * the rules are this library's own and are not validated.
 *
 * Missing scores: every rule skips such sessions. `skipped` counts them. Adding later sessions does not change the findings
 * of earlier ones; it can only add `repaired`.
 */
export function trend(
  points: readonly TrendPoint[],
  { norms, threshold, higherIsBetter = true }: TrendOptions = {},
): Trend {
  const error = norms && measurementError(norms);
  if (error && !error.ok) return error;
  const isThreshold = threshold === undefined || (isMeasure(threshold) && threshold > 0);
  if (!isThreshold) return { ok: false, reason: 'threshold must be a number above 0' };
  const bad = points.findIndex(({ score }) => score !== undefined && !isMeasure(score));
  if (bad >= 0) return { ok: false, reason: `the score of point ${bad} must be a number` };

  const minimums = { ...(error && { rc95: error.rc95 }), ...(threshold && { threshold }) };
  const formulas = formulasOf(higherIsBetter, ['sd', ...Object.keys(minimums)]);
  const direction = higherIsBetter ? 1 : -1;
  // Welford's running sums over the scores so far.
  let n = 0;
  let last = 0;
  let mean = 0;
  /** Sum of squared deviations. */
  let squares = 0;
  /** Sum of moving ranges. */
  let moves = 0;
  /** Flagged sessions that can still be repaired. `before`: the number of scores before the session. */
  let flagged: { session: Compared; before: number }[] = [];

  const sessions = points.map(({ score }, at): SessionTrend => {
    if (score === undefined) return { status: 'no-score' };
    flagged = flagged.filter(({ session, before }) => {
      const { mean } = session.before;
      const isBack = direction * (score - mean) >= -toleranceAt(mean);
      if (isBack) session.repaired = { at, after: n - before, formula: formulas.repaired, numbers: { score, mean } };
      return !isBack && n - before < REPAIRED_WITHIN;
    });
    const session = n < LEAST_BEFORE ? ({ status: 'not-enough-sessions', score, before: n } as const) : compare(score);
    if (session.status === 'compared' && session.findings.length) flagged.push({ session, before: n });
    if (n > 0) moves += Math.abs(score - last);
    n++;
    const deviation = score - mean;
    mean += deviation / n;
    squares += deviation * (score - mean);
    last = score;
    return session;
  });

  function compare(score: number): Compared {
    const sd = Math.sqrt(squares / (n - 1));
    const mmr = moves / (n - 1);
    const limit = mean - direction * FACTOR * mmr;
    const difference = direction * (mean - score);
    const findings: Finding[] = [];

    const tolerance = toleranceAt(mean);
    const isDrop = difference > tolerance && difference > Math.max(sd, ...Object.values(minimums)) - tolerance;
    const isOutside = direction * (limit - score) > tolerance;
    const add = (rule: Finding['rule'], formula: string, numbers: Finding['numbers']): void =>
      void findings.push({ rule, formula, numbers: { mean, score, ...numbers } });
    if (isDrop) add('drop', formulas.drop, { sd, ...minimums });
    if (isOutside) add('control-limit', formulas.limit, { mmr });
    if (isOutside || (isDrop && difference > 2 * sd - tolerance)) add('strong', formulas.strong, { sd, limit });
    return { status: 'compared', score, before: { sessions: n, mean, sd, mmr, limit }, findings };
  }

  return { ok: true, sessions, scored: n, skipped: points.length - n, ...minimums };
}

type Compared = Extract<SessionTrend, { status: 'compared' }>;

/** The largest rounding error of the arithmetic. */
const toleranceAt = (mean: number): number => 1e-9 * Math.max(1, Math.abs(mean));

const formulasOf = (higherIsBetter: boolean, minima: string[]) => {
  const [under, over, minus, drop] = higherIsBetter ? ['<', '>', '-', 'drop'] : ['>', '<', '+', 'rise'];
  const difference = higherIsBetter ? 'mean - score' : 'score - mean';
  return {
    drop: `${difference} >= ${minima.length > 1 ? `max(${minima.join(', ')})` : 'sd'}`,
    limit: `score ${under} mean ${minus} 2.66 x mmr`,
    strong: `${drop} and ${difference} >= 2 x sd, or score ${under} limit`,
    repaired: `score ${over}= mean`,
  };
};
