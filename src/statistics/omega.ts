import { completeRows, type Listwise, noEstimate, type NoEstimate, type Rows } from './complete-rows.ts';
import { sum } from './moments.ts';
import { extractOneFactor, type Extraction } from './one-factor.ts';

export interface OmegaEstimate extends Listwise {
  ok: true;
  /** (sum of loadings)^2 / ((sum of loadings)^2 + sum of unique variances). */
  omega: number;
  /** In the items' own units, one an item: the factor has variance 1. */
  loadings: number[];
  /** In the items' own units, squared. */
  unique: number[];
  method: 'closed-form' | 'maximum-likelihood';
  items: number;
}

export type Omega = OmegaEstimate | NoEstimate;

/**
 * Of a standardised item. Data made of whole numbers meet 0 exactly, and on which side of it an estimate then falls is a
 * matter of rounding and of the order of the items.
 */
const NEXT_TO_NOTHING = 1e-6;

/**
 * McDonald's omega: the share of the sum's variance that one factor behind all items accounts for, for rows of keyed
 * weights (see `itemRows`). Unlike alpha it lets items differ in how much they say. The variance of the sum is the one
 * that the model implies.
 *
 * Three items: the closed form, with l1 = sqrt(c12 c13 / c23) and so on, from their covariances c. More: one factor by
 * maximum likelihood. At least one row more than there are items is needed.
 *
 * Rows with a missing cell are left out (listwise): `n` were used, `excluded` were not. It takes the rows for
 * independent: give one row a person, not one a session. It does not test whether one factor is enough.
 *
 * There is no omega, and the result says why, where the solution is improper (an item with less than no variance of its
 * own), where two items do not go together positively under it, or where none is found.
 *
 * Source: McDonald 1999, Test theory: a unified treatment, chapter 6; the estimation in `extractOneFactor`.
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
  const opposed = columnsWhere(factor.loadings, (loading) => !(loading > NEXT_TO_NOTHING));
  if (opposed.length) return noEstimate(complete, 'covariance-not-positive', opposed);
  const improper = columnsWhere(factor.unique, (variance) => variance < -NEXT_TO_NOTHING);
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

/** One factor of three items reproduces their correlations exactly, where each two of them go together. */
function ofThree(
  r: readonly (readonly number[])[],
): Extraction | { ok: false; reason: 'covariance-not-positive'; columns: number[] } {
  const [ab, ac, bc] = [r[0]![1]!, r[0]![2]!, r[1]![2]!];
  const columns = r.flatMap((row, column) => (row.every((cell) => cell > NEXT_TO_NOTHING) ? [] : column));
  if (columns.length) return { ok: false, reason: 'covariance-not-positive', columns };
  const squares = [(ab * ac) / bc, (ab * bc) / ac, (ac * bc) / ab];
  return { ok: true, loadings: squares.map(Math.sqrt), unique: squares.map((square) => 1 - square) };
}
