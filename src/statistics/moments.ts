/** Moments of samples. The divisor of variances and covariances is n - 1. */

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Needs at least one value. */
export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Needs at least two values. */
export function standardDeviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1));
}

/** The covariances of all pairs of columns. Needs at least two rows. */
export function covarianceMatrix(rows: readonly (readonly number[])[]): number[][] {
  const columns = rows[0]!.map((_, column) => {
    const values = rows.map((row) => row[column]!);
    const middle = mean(values);
    return values.map((value) => value - middle);
  });
  const covariance = (a: readonly number[], b: readonly number[]): number =>
    sum(a.map((value, row) => value * b[row]!)) / (rows.length - 1);
  return columns.map((a) => columns.map((b) => covariance(a, b)));
}
