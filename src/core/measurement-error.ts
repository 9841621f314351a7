/** What a sample says of a scale, in the unit of its scores. */
export interface ScaleNorms {
  /** Standard deviation, above 0. */
  sd: number;
  /** Reliability (internal consistency or retest), 0 to 1. */
  reliability: number;
}

export type MeasurementError =
  | {
      ok: true;
      /** Standard error of measurement: SD x sqrt(1 - reliability). */
      sem: number;
      /** Standard error of the difference between two scores: sqrt(2) x SEM. */
      sdiff: number;
      /** A change beyond this is reliable at 95 %: 1.96 x Sdiff. */
      rc95: number;
      /** Minimal detectable change at 90 %: 1.645 x Sdiff. */
      mdc90: number;
    }
  | { ok: false; reason: string };

/**
 * How much a score of one person varies although nothing has changed.
 *
 * SEM and Sdiff: Jacobson & Truax 1991, J Consult Clin Psychol 59, 12-19. MDC90: Stratford 2004, Physiother Can 56, 29-33.
 * SD and reliability that are none give a reason, never NaN.
 */
export function measurementError({ sd, reliability }: ScaleNorms): MeasurementError {
  if (!(isMeasure(sd) && sd > 0)) return { ok: false, reason: 'sd must be a number above 0' };
  if (!(isMeasure(reliability) && reliability >= 0 && reliability <= 1)) return { ok: false, reason: 'reliability must be a number from 0 to 1' };
  const sem = sd * Math.sqrt(1 - reliability);
  const sdiff = Math.SQRT2 * sem;
  return { ok: true, sem, sdiff, rc95: 1.96 * sdiff, mdc90: 1.645 * sdiff };
}

/** A number that can be reckoned with: finite, and so small that no sum or square of many leaves the range. */
export const isMeasure = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= 1e12;
