/** Figures of a scale in a sample, in the unit of its scores. */
export interface ScaleNorms {
  /** Standard deviation, above 0. */
  sd: number;
  /** Reliability (internal consistency or retest), from 0 to 1. */
  reliability: number;
}

export type MeasurementError =
  | {
      ok: true;
      /** Standard error of measurement: SD x sqrt(1 - reliability). */
      sem: number;
      /** Standard error of the difference between two scores: sqrt(2) x SEM. */
      sdiff: number;
      /** A change larger than this is reliable at 95 %: 1.96 x Sdiff. */
      rc95: number;
      /** Minimal detectable change at 90 %: 1.645 x Sdiff. */
      mdc90: number;
    }
  | { ok: false; reason: string };

/**
 * The error of measurement: how much a person's score varies although nothing has changed.
 *
 * SEM and Sdiff: Jacobson & Truax 1991, J Consult Clin Psychol 59, 12-19. MDC90: Stratford 2004, Physiother Can 56, 29-33.
 * An invalid SD or reliability gives a reason, never NaN.
 */
export function measurementError({ sd, reliability }: ScaleNorms): MeasurementError {
  if (!(isMeasure(sd) && sd > 0)) return { ok: false, reason: 'sd must be a number above 0' };
  if (!(isMeasure(reliability) && reliability >= 0 && reliability <= 1)) return { ok: false, reason: 'reliability must be a number from 0 to 1' };
  const sem = sd * Math.sqrt(1 - reliability);
  const sdiff = Math.SQRT2 * sem;
  return { ok: true, sem, sdiff, rc95: 1.96 * sdiff, mdc90: 1.645 * sdiff };
}

/** Whether a value is a usable number: finite, and small enough that sums and squares do not overflow. */
export const isMeasure = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= 1e12;
