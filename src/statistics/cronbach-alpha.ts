import { completeRows, type Listwise, noEstimate, type NoEstimate, type Rows } from './complete-rows.ts';
import { figure, noFigure, type Figure } from './figure.ts';
import { feldtInterval, type Interval } from './feldt-interval.ts';
import { mean, sum } from './moments.ts';

export interface AlphaEstimate extends Listwise {
  ok: true;
  /**
   * k / (k - 1) x (1 - sum of the item variances / variance of the sum), for k items. It can be below 0 if items are
   * negatively correlated.
   */
  alpha: number;
  /** Alpha of the items scaled to equal variance: k r / (1 + (k - 1) r), where r is the mean inter-item correlation. */
  standardised: number;
  /** Mean inter-item correlation. */
  interItem: number;
  /** Confidence interval of alpha: the uncertainty from asking only these people (Feldt 1965). */
  ci: Interval;
  /** For each item, alpha of the other items. */
  ifDropped: Figure<'fewer-than-2-items' | 'no-variance'>[];
  /** For each item, its correlation with the sum of the others. */
  itemRest: Figure<'no-variance'>[];
  /** Mean and standard deviation of the sum of all items, over the rows used. */
  sum: { mean: number; sd: number };
  items: number;
}

export type Alpha = AlphaEstimate | NoEstimate;

/**
 * Cronbach's alpha: the internal consistency of a scale, computed from rows of keyed weights (see `itemRows`).
 *
 * Rows with a missing cell are excluded (listwise): `n` rows were used, `excluded` were not. The interval assumes
 * independent rows: give one row per person, not one per session. Alpha is a property of the answers of these people, not
 * of the instrument. It does not show that the items measure one thing. It has no meaning for a checklist of separate
 * behaviours.
 *
 * If alpha cannot be computed, the result gives the reason. `level` is the confidence level of the interval; the default
 * is 0.95.
 *
 * Sources: Cronbach 1951, Psychometrika 16, 297-334. Standardised: Falk & Savalei 2011, J. Personality Assessment 93,
 * 445-453. Interval: Feldt 1965, Psychometrika 30, 357-370; Feldt, Woodruff & Salih 1987, Applied Psychological
 * Measurement 11, 93-103. Item-rest correlation: Cureton 1966, Psychometrika 31, 93-96.
 */
export function cronbachAlpha(rows: Rows, { level = 0.95 }: { level?: number } = {}): Alpha {
  const complete = completeRows(rows, () => 2);
  const { n, excluded } = complete;
  if (!complete.ok) return complete;
  if (!(level > 0 && level < 1)) return noEstimate(complete, 'bad-level');

  const { covariance } = complete;
  const k = covariance.length;
  if (k < 2) return noEstimate(complete, 'fewer-than-2-items');
  const all = covariance.map((_, item) => item);
  const alpha = alphaOf(covariance, all);

  const deviations = all.map((item) => Math.sqrt(covariance[item]![item]!));
  const correlations = all.map((a) => all.map((b) => covariance[a]![b]! / (deviations[a]! * deviations[b]!)));
  const standardised = alphaOf(correlations, all);
  if (alpha === undefined || standardised === undefined) return noEstimate(complete, 'no-variance');
  const interItem = (total(correlations, all) - k) / (k * (k - 1));

  const rest = all.map((item) => all.filter((other) => other !== item));
  const ifDropped = rest.map((others): AlphaEstimate['ifDropped'][number] => {
    if (k < 3) return noFigure('fewer-than-2-items');
    const value = alphaOf(covariance, others);
    return value === undefined ? noFigure('no-variance') : figure(value);
  });
  const itemRest = rest.map((others, item): AlphaEstimate['itemRest'][number] => {
    if (!varies(covariance, others)) return noFigure('no-variance');
    const together = sum(others.map((other) => covariance[item]![other]!));
    return figure(together / (deviations[item]! * Math.sqrt(total(covariance, others))));
  });

  return {
    ok: true,
    alpha,
    standardised,
    interItem,
    ci: feldtInterval(alpha, { level, items: k, n }),
    ifDropped,
    itemRest,
    sum: { mean: mean(complete.rows.map(sum)), sd: Math.sqrt(total(covariance, all)) },
    items: k,
    missing: 'listwise',
    n,
    excluded,
  };
}

type Matrix = readonly (readonly number[])[];

const total = (covariance: Matrix, items: readonly number[]): number =>
  sum(items.map((a) => sum(items.map((b) => covariance[a]![b]!))));

const trace = (covariance: Matrix, items: readonly number[]): number =>
  sum(items.map((item) => covariance[item]![item]!));

/** Whether the sum of these items varies by more than rounding. */
const varies = (covariance: Matrix, items: readonly number[]): boolean =>
  total(covariance, items) > 1e-12 * trace(covariance, items);

function alphaOf(covariance: Matrix, items: readonly number[]): number | undefined {
  if (!varies(covariance, items)) return undefined;
  const k = items.length;
  // Alpha is never above 1, but rounding can exceed 1.
  return Math.min(1, (k / (k - 1)) * (1 - trace(covariance, items) / total(covariance, items)));
}
