import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { sum } from './moments.ts';

export interface OneFactor {
  ok: true;
  /** One per item. The sign of the factor is chosen so that their sum is not below 0. */
  loadings: number[];
  /** The unique variance of each item. Below 0 in an improper solution. */
  unique: number[];
}

export type Extraction =
  | OneFactor
  /** `columns`: the items that the reason applies to. Empty if it applies to none in particular. */
  | { ok: false; reason: 'covariance-singular' | 'negative-unique-variance' | 'not-converged'; columns: number[] };

const MOST_STEPS = 200;
const FLAT = 1e-9;
/** If the slope is below this, check whether the point is a saddle. */
const NEARLY_FLAT = 1e-3;
const ROUNDING = 1e-12;

/**
 * Extracts one factor of at least three items by maximum likelihood, from their correlations R. With loadings l and unique
 * variances u the model is Sigma = l l' + diag(u). The search minimises F = log |Sigma| + tr(R Sigma^-1) (Jöreskog 1967,
 * Psychometrika 32, 443-482):
 *
 * - by Newton's method with step halving;
 * - by Fisher scoring where F is not convex (Lee & Jennrich 1979, Psychometrika 44, 99-113);
 * - at a saddle, along the direction of the most negative curvature. At a saddle, items that look alike share what only
 *   one of them has.
 *
 * The unique variances are not constrained to be above 0, so an improper solution is found and reported, also if it lies
 * at infinity.
 */
export function extractOneFactor(correlations: readonly (readonly number[])[]): Extraction {
  const r = new Matrix(correlations.map((row) => [...row]));
  const inverse = invert(r);
  // A squared element of the diagonal is the part of an item's variance that the items before it do not explain.
  if (!inverse || inverse.root.diagonal().some((part) => part * part < 1e-10)) {
    return { ok: false, reason: 'covariance-singular', columns: [] };
  }
  let at = evaluate(r, start(r, inverse.matrix));
  for (let step = 0; at && step < MOST_STEPS; step++) {
    const hessian = curvature(at, at.q);
    const newton = invert(hessian);
    if (newton && isFlat(at, FLAT)) return solution(at);
    const next =
      newton ? moveAlong(r, at, { direction: descent(at.slope, newton.matrix) })
      : (leaveSaddle(r, at, hessian) ?? fisherStep(r, at));
    if (!next) break;
    at = next;
  }
  const columns = at?.unique.flatMap((variance, column) => (variance < 0 ? column : [])) ?? [];
  return { ok: false, reason: columns.length ? 'negative-unique-variance' : 'not-converged', columns };
}

/** A point of the search. `slope` is the gradient of F: by loadings, then by unique variances. */
interface Point {
  loadings: number[];
  unique: number[];
  f: number;
  slope: number[];
  /** Sigma^-1 */
  v: Matrix;
  /** Sigma^-1 R Sigma^-1. Equal to Sigma^-1 if the model fits exactly. */
  q: Matrix;
}

/** Jöreskog's start values: unique variances from the squared multiple correlations, and the first principal factor. */
function start(r: Matrix, inverse: Matrix): [loadings: number[], unique: number[]] {
  const k = r.rows;
  const unique = inverse.diagonal().map((part) => (1 - 1 / (2 * k)) / part);
  const roots = unique.map(Math.sqrt);
  const scaled = new Matrix(roots.map((a, i) => roots.map((b, j) => r.get(i, j) / (a * b))));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(scaled, { assumeSymmetric: true });
  const first = realEigenvalues.indexOf(Math.max(...realEigenvalues));
  const size = Math.sqrt(Math.max(realEigenvalues[first]! - 1, 0.01));
  return [roots.map((root, i) => root * size * eigenvectorMatrix.get(i, first)), unique];
}

/** Returns undefined if Sigma is not positive definite. */
function evaluate(r: Matrix, [loadings, unique]: [loadings: number[], unique: number[]]): Point | undefined {
  const l = Matrix.columnVector(loadings);
  const inverse = invert(l.mmul(l.transpose()).add(Matrix.diag(unique)));
  if (!inverse) return undefined;
  const { matrix: v, logDeterminant } = inverse;
  const q = symmetric(v.mmul(r).mmul(v));
  const w = Matrix.sub(v, q);
  const slope = [...w.mmul(l).mul(2).getColumn(0), ...w.diagonal()];
  return { loadings, unique, f: logDeterminant + v.mmul(r).trace(), slope, v, q };
}

/** The second derivatives of F. With v as q, their expected values under the model (the Fisher information). */
function curvature({ loadings, v }: Point, q: Matrix): Matrix {
  const k = loadings.length;
  const l = Matrix.columnVector(loadings);
  const vl = v.mmul(l).getColumn(0);
  const ql = q.mmul(l).getColumn(0);
  const lvl = sum(vl.map((part, i) => part * loadings[i]!));
  const lql = sum(ql.map((part, i) => part * loadings[i]!));
  const second = new Matrix(2 * k, 2 * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const [vij, qij] = [v.get(i, j), q.get(i, j)];
      const crossed = vl[i]! * ql[j]! + ql[i]! * vl[j]! - vl[i]! * vl[j]!;
      second.set(i, j, 2 * (crossed + vij * (lql - lvl + 1) + qij * (lvl - 1)));
      second.set(k + i, k + j, vij * (2 * qij - vij));
      const mixed = 2 * (qij * vl[i]! + vij * (ql[i]! - vl[i]!));
      second.set(k + i, j, mixed);
      second.set(j, k + i, mixed);
    }
  }
  return second;
}

const isFlat = ({ slope }: Point, limit: number): boolean => slope.every((part) => Math.abs(part) < limit);

/** The direction of descent: minus the inverse of the curvature times the slope. */
const descent = (slope: readonly number[], inverse: Matrix): number[] =>
  inverse.mmul(Matrix.columnVector([...slope])).mul(-1).getColumn(0);

/** Halves the step until F is at most `most`. Returns undefined if no step reaches that. */
function moveAlong(
  r: Matrix,
  { loadings, unique, f }: Point,
  { direction, most = f + ROUNDING }: { direction: readonly number[]; most?: number },
): Point | undefined {
  const k = loadings.length;
  for (let size = 1; size > ROUNDING; size /= 2) {
    const next = evaluate(r, [
      loadings.map((part, i) => part + size * direction[i]!),
      unique.map((part, i) => part + size * direction[k + i]!),
    ]);
    if (next && next.f <= most) return next;
  }
  return undefined;
}

function fisherStep(r: Matrix, at: Point): Point | undefined {
  const information = invert(curvature(at, at.v));
  return information && moveAlong(r, at, { direction: descent(at.slope, information.matrix) });
}

/** At a saddle the slope is almost 0, so a step that follows the slope would depend on rounding alone. */
function leaveSaddle(r: Matrix, at: Point, hessian: Matrix): Point | undefined {
  if (!isFlat(at, NEARLY_FLAT)) return undefined;
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(hessian, { assumeSymmetric: true });
  const down = eigenvectorMatrix.getColumn(realEigenvalues.indexOf(Math.min(...realEigenvalues)));
  const sign = sum(down.map((part, i) => part * at.slope[i]!)) > 0 ? -1 : 1;
  return moveAlong(r, at, { direction: down.map((part) => (sign * part) / 4), most: at.f - ROUNDING });
}

/** Inverts a symmetric matrix by its Cholesky root. Returns undefined if it is not positive definite. */
function invert(matrix: Matrix): { matrix: Matrix; root: Matrix; logDeterminant: number } | undefined {
  const decomposition = new CholeskyDecomposition(matrix);
  if (!decomposition.isPositiveDefinite()) return undefined;
  const inverse = decomposition.solve(Matrix.eye(matrix.rows));
  const root = decomposition.lowerTriangularMatrix;
  return {
    matrix: symmetric(inverse),
    root,
    logDeterminant: 2 * sum(root.diagonal().map(Math.log)),
  };
}

/** Removes the asymmetry that rounding causes. */
const symmetric = (matrix: Matrix): Matrix => Matrix.add(matrix, matrix.transpose()).div(2);

function solution({ loadings, unique }: Point): OneFactor {
  const sign = sum(loadings) < 0 ? -1 : 1;
  return { ok: true, loadings: loadings.map((loading) => sign * loading), unique };
}
