import { isMeasure } from './measurement-error.ts';

export type ControlLimits =
  | {
      ok: true;
      mean: number;
      /** Mean of the distances between consecutive values. */
      meanMovingRange: number;
      /** Mean + factor x mean moving range. */
      upper: number;
      lower: number;
    }
  | { ok: false; reason: string };

/** 3 sigma, with sigma estimated as mean moving range / 1.128, the expected range of two normal values. */
const THREE_SIGMA = 3 / 1.128;

/**
 * Limits of a control chart for individual values, given in order: NIST/SEMATECH e-Handbook of Statistical Methods,
 * 6.3.2.2. Needs at least two values. Nothing is imputed, so leave out missing values.
 */
export function controlLimits(values: readonly number[], factor = THREE_SIGMA): ControlLimits {
  if (values.length < 2) return { ok: false, reason: 'at least two values are needed' };
  if (!values.every(isMeasure) || !isMeasure(factor)) return { ok: false, reason: 'every value must be a number' };
  const mean = meanOf(values);
  const meanMovingRange = meanOf(values.slice(1).map((value, i) => Math.abs(value - values[i]!)));
  const width = factor * meanMovingRange;
  return { ok: true, mean, meanMovingRange, upper: mean + width, lower: mean - width };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
