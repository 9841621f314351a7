import { completeRows, type Listwise, noEstimate, type NoEstimate, type Rows } from './complete-rows.ts';
import { sum } from './moments.ts';
import { extractOneFactor, type Extraction } from './one-factor.ts';

export interface OmegaEstimate extends Listwise {
  ok: true;
  /** (sum of loadings)^2 / ((sum of loadings)^2 + sum of unique variances). */
  omega: number;
  /** One per item, in the item's own unit. The factor has variance 1. */
  loadings: number[];
  /** The unique variance of each item, in its own unit, squared. */
  unique: number[];
  method: 'closed-form' | 'maximum-likelihood';
  items: number;
}

export type Omega = OmegaEstimate | NoEstimate;

/**
 * Tolerance for standardised items. With whole-number data a true value can be exactly 0. The sign of its estimate then
 * depends only on rounding and on the order of the items.
 */
const ZERO_TOLERANCE = 1e-6;

/**
 * McDonald's omega: the share of the variance of the sum that one common factor explains, computed from rows of keyed
 * weights (see `itemRows`). Unlike alpha, it allows the items to have different loadings. The variance of the sum is the
 * variance that the model implies.
 *
 * Three items: the closed form, with l1 = sqrt(c12 c13 / c23) and so on, from their covariances c. More items: one factor
 * by maximum likelihood. The number of rows must be greater than the number of items.
 *
 * Rows with a missing cell are excluded (listwise): `n` rows were used, `excluded` were not. Omega assumes independent
 * rows: give one row per person, not one per session. It does not test whether one factor is enough.
 *
 * Omega is not computed if the solution is improper (an item has a negative unique variance), if two items do not covary
 * positively under the model, or if no solution is found. The result then gives the reason.
 *
 * Source: McDonald 1999, Test theory: a unified treatment, chapter 6. The sources of the estimation: `extractOneFactor`.
 */
export function omega(rows: Rows): Omega {
  const complete = completeRows(rows, (items) => items + 1);
  const { n, excluded } = complete;
  if (!complete.ok) return complete;
  const { covariance } = complete;
  const items = covariance.length;
  if (items < 3) return noEstimate(complete, 'fewer-than-3-items');

  const deviations = covariance.map((row, item) => Math.sqrt(row[item]!));
  const correlations = covariance.map((row, a) => row.map((cell, b) => cell / (deviations[a]! * deviations[b]!)));
  const factor = items === 3 ? ofThree(correlations) : extractOneFactor(correlations);
  if (!factor.ok) return noEstimate(complete, factor.reason, factor.columns);
  const columnsWhere = (values: readonly number[], isWrong: (value: number) => boolean): number[] =>
    values.flatMap((value, column) => (isWrong(value) ? column : []));
  const opposed = columnsWhere(factor.loadings, (loading) => !(loading > ZERO_TOLERANCE));
  if (opposed.length) return noEstimate(complete, 'covariance-not-positive', opposed);
  const improper = columnsWhere(factor.unique, (variance) => variance < -ZERO_TOLERANCE);
  if (improper.length) return noEstimate(complete, 'negative-unique-variance', improper);

  const loadings = factor.loadings.map((loading, item) => loading * deviations[item]!);
  const unique = factor.unique.map((variance, item) => Math.max(0, variance) * deviations[item]! ** 2);
  const common = sum(loadings) ** 2;
  return {
    ok: true,
    omega: common / (common + sum(unique)),
    loadings,
    unique,
    method: items === 3 ? 'closed-form' : 'maximum-likelihood',
    items,
    missing: 'listwise',
    n,
    excluded,
  };
}

/** For three items, one factor reproduces the correlations exactly, if all of them are positive. */
function ofThree(
  r: readonly (readonly number[])[],
): Extraction | { ok: false; reason: 'covariance-not-positive'; columns: number[] } {
  const [ab, ac, bc] = [r[0]![1]!, r[0]![2]!, r[1]![2]!];
  const columns = r.flatMap((row, column) => (row.every((cell) => cell > ZERO_TOLERANCE) ? [] : column));
  if (columns.length) return { ok: false, reason: 'covariance-not-positive', columns };
  const squares = [(ab * ac) / bc, (ab * bc) / ac, (ac * bc) / ab];
  return { ok: true, loadings: squares.map(Math.sqrt), unique: squares.map((square) => 1 - square) };
}
