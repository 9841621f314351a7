import { isMeasure, measurementError, type ScaleNorms } from './measurement-error.ts';

/** One session of a series. Without a score it is a gap, never zero. */
export interface TrendPoint {
  score?: number | undefined;
}

export interface TrendOptions {
  /** In the unit of the scores. With them a change within the error of measurement is no drop. */
  norms?: ScaleNorms | undefined;
  /**
   * A published threshold of change, above 0 and in the unit of the scores (`reliableChange.points` of a rule, for its `raw`
   * ones). With it a smaller change is no drop.
   */
  threshold?: number | undefined;
  /** Whether a higher score is the better one: true where it is not given. Else "under" below means "over". */
  higherIsBetter?: boolean;
}

/** What the sessions before a session amount to. */
export interface Before {
  /** How many have a score. */
  sessions: number;
  mean: number;
  /** Sample standard deviation (n - 1). */
  sd: number;
  /** Mean moving range: of the distances between each score and the next. */
  mmr: number;
  /** Mean - 2.66 x mean moving range. */
  limit: number;
}

/** A rule that holds at a session. All numbers but the score are of the sessions before. */
export interface Finding {
  /**
   * `drop`: under the mean by as much as the scores vary, and by as much as their error and a threshold that are given.
   * `control-limit`: under what is to be expected. `strong`: a drop of 2 SD or more, or under the control limit.
   */
  rule: 'drop' | 'control-limit' | 'strong';
  /** In the names of `numbers`: `mean - score >= max(sd, rc95)`. A drop is called `rise` where lower is better. */
  formula: string;
  numbers: Record<string, number>;
}

/** The score came back. */
export interface Repaired {
  /** Place of the session in the points, from 0. */
  at: number;
  /** How many sessions with a score after the flagged one. */
  after: number;
  formula: string;
  /** `score` of that session, and the `mean` before the flagged one. */
  numbers: Record<string, number>;
}

export type SessionTrend =
  | { status: 'no-score' }
  /** `before` sessions with a score came before it; 4 are needed. */
  | { status: 'not-enough-sessions'; score: number; before: number }
  /** Flagged where there are findings. Only flagged sessions are ever `repaired`. */
  | { status: 'compared'; score: number; before: Before; findings: Finding[]; repaired?: Repaired };

export type Trend =
  | {
      ok: true;
      /** One for each point, in their order. */
      sessions: SessionTrend[];
      /** How many points have a score, and how many have none and were left out of every rule. */
      scored: number;
      skipped: number;
      /** From the norms, where they were given. */
      rc95?: number;
      /** The threshold, where it was given. */
      threshold?: number;
    }
  | { ok: false; reason: string };

const LEAST_BEFORE = 4;
const REPAIRED_WITHIN = 3;
const FACTOR = 2.66;

/**
 * Which sessions of one person stand out from their own sessions before, on one form. Give the points of one series (see
 * `series`), in the order of time; another form is another call. It looks back only and foretells nothing.
 *
 * Each rule looks at all sessions with a score before the one in question, flagged ones among them, and needs 4 of them:
 *
 * - drop: mean before - score >= max(SD before, RC95 where norms are given, the threshold where there is one)
 * - control limit: score < mean before - 2.66 x mean moving range before
 * - strong: a drop of 2 SD or more, or under the control limit
 * - repaired: within 3 sessions after a flagged one the score is back at the mean before it
 *
 * A score that is not under the mean is no drop, also where the scores before do not vary at all; a difference within the
 * rounding of the arithmetic is none. Sources: RC95, Jacobson & Truax 1991 (see `measurementError`); control limit,
 * Shewhart's chart for individual values (see `controlLimits`; 2.66 = 3 / 1.128, rounded); the choice and the
 * combination of the rules are this library's own, and not validated.
 *
 * Missing scores: such sessions are skipped by every rule and counted in `skipped`. Sessions that were there keep their
 * findings when later ones are added; only `repaired` may come.
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

  const given = { ...(error && { rc95: error.rc95 }), ...(threshold && { threshold }) };
  const formulas = formulasOf(higherIsBetter, ['sd', ...Object.keys(given)]);
  const up = higherIsBetter ? 1 : -1;
  // Of the scores so far, by Welford's updates: how many, the last, their mean, squared deviations and moves.
  let [n, last, mean, squares, moves] = [0, 0, 0, 0, 0];
  /** Flagged sessions that may still be repaired, with how many scores came before them. */
  let open: { session: Compared; place: number }[] = [];

  const sessions = points.map(({ score }, at): SessionTrend => {
    if (score === undefined) return { status: 'no-score' };
    open = open.filter(({ session, place }) => {
      const { mean } = session.before;
      const isBack = up * (score - mean) >= -leastOf(mean);
      if (isBack) session.repaired = { at, after: n - place, formula: formulas.repaired, numbers: { score, mean } };
      return !isBack && n - place < REPAIRED_WITHIN;
    });
    const session = n < LEAST_BEFORE ? ({ status: 'not-enough-sessions', score, before: n } as const) : compare(score);
    if (session.status === 'compared' && session.findings.length) open.push({ session, place: n });
    if (n++) moves += Math.abs(score - last);
    const off = score - mean;
    mean += off / n;
    squares += off * (score - mean);
    last = score;
    return session;
  });

  function compare(score: number): Compared {
    const sd = Math.sqrt(squares / (n - 1));
    const mmr = moves / (n - 1);
    const limit = mean - up * FACTOR * mmr;
    const difference = up * (mean - score);
    const findings: Finding[] = [];

    const least = leastOf(mean);
    const isDrop = difference > least && difference > Math.max(sd, ...Object.values(given)) - least;
    const isOut = up * (limit - score) > least;
    const find = (rule: Finding['rule'], formula: string, numbers: Finding['numbers']): void =>
      void findings.push({ rule, formula, numbers: { mean, score, ...numbers } });
    if (isDrop) find('drop', formulas.drop, { sd, ...given });
    if (isOut) find('control-limit', formulas.limit, { mmr });
    if (isOut || (isDrop && difference > 2 * sd - least)) find('strong', formulas.strong, { sd, limit });
    return { status: 'compared', score, before: { sessions: n, mean, sd, mmr, limit }, findings };
  }

  return { ok: true, sessions, scored: n, skipped: points.length - n, ...given };
}

type Compared = Extract<SessionTrend, { status: 'compared' }>;

/** What the arithmetic itself may be off by. */
const leastOf = (mean: number): number => 1e-9 * Math.max(1, Math.abs(mean));

const formulasOf = (higherIsBetter: boolean, floors: string[]) => {
  const [under, over, minus, drop] = higherIsBetter ? ['<', '>', '-', 'drop'] : ['>', '<', '+', 'rise'];
  const difference = higherIsBetter ? 'mean - score' : 'score - mean';
  return {
    drop: `${difference} >= ${floors[1] ? `max(${floors.join(', ')})` : 'sd'}`,
    limit: `score ${under} mean ${minus} 2.66 x mmr`,
    strong: `${drop} and ${difference} >= 2 x sd, or score ${under} limit`,
    repaired: `score ${over}= mean`,
  };
};
