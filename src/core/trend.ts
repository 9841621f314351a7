import { controlLimits } from './control-limits.ts';
import { isMeasure, measurementError, type Norms } from './measurement-error.ts';

/** One session of a series. Without a score it is a gap, never zero. */
export interface TrendPoint {
  score?: number | undefined;
}

export interface TrendOptions {
  /** In the unit of the scores. With them a change within the error of measurement is no drop. */
  norms?: Norms;
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
  meanMovingRange: number;
  /** Mean - 2.66 x mean moving range. */
  limit: number;
}

/** A rule that holds at a session, with the numbers that are in its formula. */
export type Finding =
  /** Under the mean before by as much as the scores vary, and by more than their error where norms are given. */
  | { rule: 'drop'; formula: string; numbers: { mean: number; score: number; difference: number; sd: number; rc95?: number } }
  /** Under what is to be expected of the scores before. */
  | { rule: 'control-limit'; formula: string; numbers: { mean: number; score: number; meanMovingRange: number; limit: number } }
  /** A drop of 2 SD or more, or under the control limit. */
  | { rule: 'strong'; formula: string; numbers: { difference: number; sd: number; score: number; limit: number } };

/** The score came back. */
export interface Repaired {
  /** Place of the session in the points, from 0. */
  at: number;
  /** How many sessions with a score after the flagged one. */
  after: number;
  formula: string;
  numbers: { score: number; mean: number };
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
 * - drop: mean before - score >= max(SD before, RC95 where norms are given)
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
export function trend(points: readonly TrendPoint[], { norms, higherIsBetter = true }: TrendOptions = {}): Trend {
  const error = norms && measurementError(norms);
  if (error && !error.ok) return error;
  const bad = points.findIndex(({ score }) => score !== undefined && !isMeasure(score));
  if (bad >= 0) return { ok: false, reason: `the score of point ${bad} must be a number` };

  const rc95 = error?.rc95;
  const formulas = formulasOf(higherIsBetter, rc95 !== undefined);
  const up = higherIsBetter ? 1 : -1;
  const scores: number[] = [];
  /** Flagged sessions that may still be repaired, with how many scores came before them. */
  let open: { session: Compared; place: number }[] = [];

  const sessions = points.map(({ score }, at): SessionTrend => {
    if (score === undefined) return { status: 'no-score' };
    open = open.filter(({ session, place }) => {
      const { mean } = session.before;
      const after = scores.length - place;
      const isBack = up * (score - mean) >= -leastOf(mean);
      if (isBack) session.repaired = { at, after, formula: formulas.repaired, numbers: { score, mean } };
      return !isBack && after < REPAIRED_WITHIN;
    });
    const session = compare(score);
    if (session.status === 'compared' && session.findings.length) open.push({ session, place: scores.length });
    scores.push(score);
    return session;
  });

  function compare(score: number): Compared | Extract<SessionTrend, { status: 'not-enough-sessions' }> {
    const n = scores.length;
    const limits = controlLimits(scores, FACTOR);
    if (n < LEAST_BEFORE || !limits.ok) return { status: 'not-enough-sessions', score, before: n };
    const { mean, meanMovingRange } = limits;
    const limit = higherIsBetter ? limits.lower : limits.upper;
    const sd = Math.sqrt(scores.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1));
    const difference = up * (mean - score);
    const findings: Finding[] = [];

    const least = leastOf(mean);
    const isDrop = difference > least && difference > Math.max(sd, rc95 ?? 0) - least;
    const isOut = up * (limit - score) > least;
    if (isDrop) {
      const numbers = { mean, score, difference, sd, ...(rc95 !== undefined && { rc95 }) };
      findings.push({ rule: 'drop', formula: formulas.drop, numbers });
    }
    if (isOut) {
      findings.push({ rule: 'control-limit', formula: formulas.limit, numbers: { mean, score, meanMovingRange, limit } });
    }
    if (isOut || (isDrop && difference > 2 * sd - least)) {
      findings.push({ rule: 'strong', formula: formulas.strong, numbers: { difference, sd, score, limit } });
    }
    return { status: 'compared', score, before: { sessions: n, mean, sd, meanMovingRange, limit }, findings };
  }

  const scored = scores.length;
  return { ok: true, sessions, scored, skipped: points.length - scored, ...(rc95 !== undefined && { rc95 }) };
}

type Compared = Extract<SessionTrend, { status: 'compared' }>;

/** What the arithmetic itself may be off by. */
const leastOf = (mean: number): number => 1e-9 * Math.max(1, Math.abs(mean));

/** In words that a person can work through by hand. */
const formulasOf = (higherIsBetter: boolean, hasNorms: boolean) => {
  const difference = higherIsBetter ? 'mean before - score' : 'score - mean before';
  const beyond = higherIsBetter ? 'score < ' : 'score > ';
  return {
    drop: `${difference} >= ${hasNorms ? 'max(SD before, RC95)' : 'SD before'}`,
    limit: `${beyond}mean before ${higherIsBetter ? '-' : '+'} 2.66 x mean moving range before`,
    strong: `drop with ${difference} >= 2 x SD before, or ${beyond}control limit`,
    repaired: higherIsBetter ? 'score >= mean before the flagged session' : 'score <= mean before the flagged session',
  };
};
