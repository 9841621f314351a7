import type { Missing } from '../core/look-up.ts';
import { covarianceMatrix } from './moments.ts';

/** A person's weight on an item, after reversing, or why there is none. */
export type Cell = number | Missing | null | undefined;

/** One row a person, one column an item. */
export type Rows = readonly (readonly Cell[])[];

/** Why there is no estimate. */
export type Reason =
  /** Rows of different lengths. */
  | 'unequal-rows'
  /**
   * A cell that is neither a finite number nor a known kind of missing, or numbers too large or too close together to
   * reckon with.
   */
  | 'unusable-cell'
  /** The level of an interval that does not lie between 0 and 1. */
  | 'bad-level'
  /** One item has no alpha. */
  | 'fewer-than-2-items'
  /** One factor of two items has no single solution. */
  | 'fewer-than-3-items'
  /** Not enough rows without a missing cell: two for alpha, one more than there are items for omega. */
  | 'too-few-rows'
  /** The same number in every row. `columns` says in which columns; none of them means that the sum does not vary. */
  | 'no-variance'
  /** One item follows from the others, so the factor model has no likelihood. */
  | 'covariance-singular'
  /** Two items do not go together positively under the model: one may need to be reversed. */
  | 'covariance-not-positive'
  /** The solution gives an item less than no variance of its own (a Heywood case). */
  | 'negative-unique-variance'
  /** The search for the largest likelihood did not end. */
  | 'not-converged';

/** Which rows an estimate rests on. A row with any missing cell is left out as a whole. */
export interface Listwise {
  missing: 'listwise';
  /** Rows used. */
  n: number;
  /** Rows left out, because a cell is missing. */
  excluded: number;
}

export interface NoEstimate extends Listwise {
  ok: false;
  reason: Reason;
  /** The columns that it is about, from 0. */
  columns: number[];
}

export type CompleteRows =
  | (Listwise & { ok: true; rows: readonly (readonly number[])[]; covariance: number[][] })
  | NoEstimate;

/** No estimate, and why: over the rows that it would rest on. */
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

/** The rows without a missing cell and their covariances, where every column varies; `least` says how many it takes. */
export function completeRows(given: Rows, least: (items: number) => number): CompleteRows {
  const items = given[0]?.length ?? 0;
  const rows = given.filter((row): row is number[] => !row.some((cell) => missing.has(cell)));
  const used: Listwise = { missing: 'listwise', n: rows.length, excluded: given.length - rows.length };
  const columnsWhere = (holds: (cells: unknown[]) => boolean, from: Rows): number[] =>
    Array.from({ length: items }, (_, column) => column).filter((column) => holds(from.map((row) => row[column])));

  if (given.some((row) => row.length !== items)) return noEstimate(used, 'unequal-rows');
  const odd = columnsWhere((cells) => cells.some((cell) => !missing.has(cell) && !Number.isFinite(cell)), given);
  if (odd.length) return noEstimate(used, 'unusable-cell', odd);
  if (rows.length < Math.max(2, least(items))) return noEstimate(used, 'too-few-rows');
  // By comparing: the mean of equal numbers need not be that number, and a variance of rounding is none.
  const still = columnsWhere((cells) => cells.every((cell) => cell === cells[0]), rows);
  if (still.length) return noEstimate(used, 'no-variance', still);
  const covariance = covarianceMatrix(rows);
  const extreme = covariance.flatMap((row, column) => (row[column]! > 1e-150 && row[column]! < 1e150 ? [] : column));
  if (extreme.length) return noEstimate(used, 'unusable-cell', extreme);
  return { ok: true, rows, covariance, ...used };
}
