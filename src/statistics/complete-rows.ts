import type { Missing } from '../core/record/look-up.ts';
import { covarianceMatrix } from './moments.ts';

/** One person's weight on one item, after reversing, or the reason why it is missing. */
export type Cell = number | Missing | null | undefined;

/** One row per person, one column per item. */
export type Rows = readonly (readonly Cell[])[];

/** Why there is no estimate. */
export type Reason =
  /** The rows have different lengths. */
  | 'unequal-rows'
  /**
   * A cell is neither a finite number nor a known reason for a missing value, or the numbers are too large or too close
   * together to compute with.
   */
  | 'unusable-cell'
  /** The level of the interval is not between 0 and 1. */
  | 'bad-level'
  /** A single item has no alpha. */
  | 'fewer-than-2-items'
  /** For two items, one factor has no unique solution. */
  | 'fewer-than-3-items'
  /** Too few rows are complete. Alpha needs two, omega needs one more than there are items. */
  | 'too-few-rows'
  /** `columns` have the same number in every row. If `columns` is empty, the sum of the items does not vary. */
  | 'no-variance'
  /** One item is a linear function of the others, so the factor model has no likelihood. */
  | 'covariance-singular'
  /** Two items do not covary positively under the model. One may need to be reversed. */
  | 'covariance-not-positive'
  /** The solution gives an item a negative unique variance (a Heywood case). */
  | 'negative-unique-variance'
  /** The search for the maximum of the likelihood did not converge. */
  | 'not-converged';

/** The rows that an estimate uses. A row with any missing cell is excluded as a whole. */
export interface Listwise {
  missing: 'listwise';
  /** Number of rows used. */
  n: number;
  /** Number of rows excluded because a cell is missing. */
  excluded: number;
}

export interface NoEstimate extends Listwise {
  ok: false;
  reason: Reason;
  /** The columns that the reason applies to, counted from 0. */
  columns: number[];
}

export type CompleteRows =
  | (Listwise & { ok: true; rows: readonly (readonly number[])[]; covariance: number[][] })
  | NoEstimate;

export const noEstimate = ({ n, excluded }: Listwise, reason: Reason, columns: number[] = []): NoEstimate => ({
  ok: false,
  reason,
  columns,
  missing: 'listwise',
  n,
  excluded,
});

const missing: ReadonlySet<unknown> = new Set<Cell>([
  'blank',
  'not-asked',
  'repeated',
  'declined',
  'unknown',
  'not-applicable',
  null,
  undefined,
]);

/**
 * The complete rows and the covariances of their columns. Every column must vary. `least` is the number of complete rows
 * that a number of items needs.
 */
export function completeRows(allRows: Rows, least: (items: number) => number): CompleteRows {
  const items = allRows[0]?.length ?? 0;
  const rows = allRows.filter((row): row is number[] => !row.some((cell) => missing.has(cell)));
  const used: Listwise = { missing: 'listwise', n: rows.length, excluded: allRows.length - rows.length };
  const columnsWhere = (holds: (cells: unknown[]) => boolean, from: Rows): number[] =>
    Array.from({ length: items }, (_, column) => column).filter((column) => holds(from.map((row) => row[column])));

  if (allRows.some((row) => row.length !== items)) return noEstimate(used, 'unequal-rows');
  const unusable = columnsWhere((cells) => cells.some((cell) => !missing.has(cell) && !Number.isFinite(cell)), allRows);
  if (unusable.length) return noEstimate(used, 'unusable-cell', unusable);
  if (rows.length < Math.max(2, least(items))) return noEstimate(used, 'too-few-rows');
  // The computed variance of equal numbers can be above 0 because of rounding, so compare the numbers themselves.
  const constant = columnsWhere((cells) => cells.every((cell) => cell === cells[0]), rows);
  if (constant.length) return noEstimate(used, 'no-variance', constant);
  const covariance = covarianceMatrix(rows);
  const extreme = covariance.flatMap((row, column) => (row[column]! > 1e-150 && row[column]! < 1e150 ? [] : column));
  if (extreme.length) return noEstimate(used, 'unusable-cell', extreme);
  return { ok: true, rows, covariance, ...used };
}
