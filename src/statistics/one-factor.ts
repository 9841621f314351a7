import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { sum } from './moments.ts';

export interface OneFactor {
  ok: true;
  /** How the factor moves each item. The signs are such that they add up to no less than 0. */
  loadings: number[];
  /** The variance that each item has of its own; below 0 in an improper solution. */
  unique: number[];
}

export type Extraction =
  | OneFactor
  /** `columns`: the items that it is about, where it is about some. */
  | { ok: false; reason: 'covariance-singular' | 'negative-unique-variance' | 'not-converged'; columns: number[] };

const MOST_STEPS = 200;
const FLAT = 1e-9;
/** Near enough to where F is flat to look whether it is a saddle. */
const NEARLY_FLAT = 1e-3;
const ROUNDING = 1e-12;

/**
 * One factor of at least three items by maximum likelihood, from their correlations R. With loadings l and unique
 * variances u the model is Sigma = l l' + diag(u), and F = log |Sigma| + tr(R Sigma^-1) is made least (Jöreskog 1967,
 * Psychometrika 32, 443-482) by Newton's method with halved steps; where F is not convex, by Fisher scoring (Lee &
 * Jennrich 1979, Psychometrika 44, 99-113), and away from a saddle, where items that look alike would share what only one
 * of them has, along the direction in which F bends down most. The unique variances are not held above 0: an improper
 * solution shows as what it is, also where it lies at infinity.
 */
export function extractOneFactor(correlations: readonly (readonly number[])[]): Extraction {
  const r = new Matrix(correlations.map((row) => [...row]));
  const inverse = invert(r);
  // What an item has that the items before it do not tell is its square on the diagonal.
  if (!inverse || inverse.root.diagonal().some((part) => part * part < 1e-10)) {
    return { ok: false, reason: 'covariance-singular', columns: [] };
  }
  let at = look(r, start(r, inverse.matrix));
  for (let step = 0; at && step < MOST_STEPS; step++) {
    const bend = curvature(at, at.q);
    const newton = invert(bend);
    if (newton && isFlat(at, FLAT)) return solution(at);
    const next = newton ? moved(r, at, against(at.slope, newton.matrix)) : (offSaddle(r, at, bend) ?? scored(r, at));
    if (!next) break;
    at = next;
  }
  const columns = at?.unique.flatMap((variance, column) => (variance < 0 ? column : [])) ?? [];
  return { ok: false, reason: columns.length ? 'negative-unique-variance' : 'not-converged', columns };
}

/** A place of the search, with F, its slope by loadings and then unique variances, and what its curvature is made of. */
interface Place {
  loadings: number[];
  unique: number[];
  f: number;
  slope: number[];
  /** Sigma^-1 */
  v: Matrix;
  /** Sigma^-1 R Sigma^-1, which is Sigma^-1 where the model fits. */
  q: Matrix;
}

/** Jöreskog's start: unique variances from the squared multiple correlations, and the first principal factor. */
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

/** Nothing where the model's matrix is no covariance matrix. */
function look(r: Matrix, [loadings, unique]: [loadings: number[], unique: number[]]): Place | undefined {
  const l = Matrix.columnVector(loadings);
  const inverse = invert(l.mmul(l.transpose()).add(Matrix.diag(unique)));
  if (!inverse) return undefined;
  const { matrix: v, logDeterminant } = inverse;
  const q = symmetric(v.mmul(r).mmul(v));
  const w = Matrix.sub(v, q);
  const slope = [...w.mmul(l).mul(2).getColumn(0), ...w.diagonal()];
  return { loadings, unique, f: logDeterminant + v.mmul(r).trace(), slope, v, q };
}

/** The second derivatives of F; with v for q, what is expected of them where the model holds (Fisher's information). */
function curvature({ loadings, v }: Place, q: Matrix): Matrix {
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

const isFlat = ({ slope }: Place, limit: number): boolean => slope.every((part) => Math.abs(part) < limit);

/** The step down from here: a slope, turned by the inverse of a curvature. */
const against = (slope: readonly number[], inverse: Matrix): number[] =>
  inverse.mmul(Matrix.columnVector([...slope])).mul(-1).getColumn(0);

/** The place along a step, halved until F is no higher than `most`; nothing where there is none. */
function moved(r: Matrix, { loadings, unique, f }: Place, step: readonly number[], most = f + ROUNDING): Place | undefined {
  const k = loadings.length;
  for (let size = 1; size > ROUNDING; size /= 2) {
    const next = look(r, [
      loadings.map((part, i) => part + size * step[i]!),
      unique.map((part, i) => part + size * step[k + i]!),
    ]);
    if (next && next.f <= most) return next;
  }
  return undefined;
}

function scored(r: Matrix, at: Place): Place | undefined {
  const information = invert(curvature(at, at.v));
  return information && moved(r, at, against(at.slope, information.matrix));
}

/** Where F is all but flat and yet bends down, nothing but rounding would lead away. */
function offSaddle(r: Matrix, at: Place, bend: Matrix): Place | undefined {
  if (!isFlat(at, NEARLY_FLAT)) return undefined;
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(bend, { assumeSymmetric: true });
  const down = eigenvectorMatrix.getColumn(realEigenvalues.indexOf(Math.min(...realEigenvalues)));
  const sign = sum(down.map((part, i) => part * at.slope[i]!)) > 0 ? -1 : 1;
  return moved(r, at, down.map((part) => (sign * part) / 4), at.f - ROUNDING);
}

/** Inverts a symmetric matrix by its Cholesky root; nothing where it is not positive definite. */
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

/** Rounding must not make a symmetric matrix unsymmetric. */
const symmetric = (matrix: Matrix): Matrix => Matrix.add(matrix, matrix.transpose()).div(2);

function solution({ loadings, unique }: Place): OneFactor {
  const sign = sum(loadings) < 0 ? -1 : 1;
  return { ok: true, loadings: loadings.map((loading) => sign * loading), unique };
}
