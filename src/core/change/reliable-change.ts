import { isMeasure, type MeasurementError, measurementError, type ScaleNorms } from './measurement-error.ts';

export interface Group {
  mean: number;
  sd: number;
}

export interface ReliableChangeInput extends ScaleNorms {
  before: number;
  after: number;
  /** Whether a higher score is better. The default is true. */
  higherIsBetter?: boolean;
  /** People who seek help. */
  clinical?: Group;
  /** People who do not seek help. */
  functional?: Group;
  /** The cut-off for recovery. The default is `c` if both groups are given, otherwise the only one that can be computed. */
  cutoff?: 'a' | 'b' | 'c';
}

export interface Cutoffs {
  /** Two SDs of the clinical group from its mean, on the functional side. */
  a?: number;
  /** Two SDs of the functional group from its mean, on the clinical side. */
  b?: number;
  /** Between the two means, closer to the group with the smaller SD. */
  c?: number;
}

export type ReliableChangeResult =
  | (Extract<MeasurementError, { ok: true }> & {
      /** Reliable change index: (after - before) / Sdiff. */
      rci: number;
      cutoffs: Cutoffs;
      /**
       * `recovered`: reliably better, and across the cut-off from the clinical to the functional side. `improved` and
       * `deteriorated`: reliably better or worse (|RCI| above 1.96). `unchanged`: everything else. This is not proof that
       * nothing changed.
       */
      classification: 'recovered' | 'improved' | 'unchanged' | 'deteriorated';
    })
  | { ok: false; reason: string };

const refuse = (reason: string): { ok: false; reason: string } => ({ ok: false, reason });

/**
 * Classifies the change of one person's score: is it larger than the error of measurement, and did the score cross into
 * the functional range? Jacobson & Truax 1991, J Consult Clin Psychol 59, 12-19. All numbers are in the unit of the score.
 * Both scores must be of the same form.
 *
 * Cut-offs if higher is better: a = clinical mean + 2 SD; b = functional mean - 2 SD; c = (clinical SD x functional
 * mean + functional SD x clinical mean) / (clinical SD + functional SD). If lower is better, the signs of a and b are
 * reversed. Without a cut-off nobody is `recovered`. If both groups are given, the functional mean must be on the better
 * side.
 *
 * Nothing is imputed: both scores are needed. If the result cannot be computed, it gives the reason.
 */
export function reliableChange(input: ReliableChangeInput): ReliableChangeResult {
  const { before, after, higherIsBetter = true, clinical, functional } = input;
  if (!isMeasure(before) || !isMeasure(after)) return refuse('before and after must be numbers');
  for (const [name, group] of Object.entries({ clinical, functional })) {
    if (group && !(isMeasure(group.mean) && isMeasure(group.sd) && group.sd > 0)) {
      return refuse(`${name} must have a mean and an sd above 0`);
    }
  }
  const error = measurementError(input);
  if (!error.ok) return error;
  const rci = (after - before) / error.sdiff;
  if (!Number.isFinite(rci)) return refuse('the scale has no error of measurement, so there is no index');

  const direction = higherIsBetter ? 1 : -1;
  if (clinical && functional && !(direction * functional.mean > direction * clinical.mean)) {
    const side = higherIsBetter ? 'above' : 'below';
    return refuse(`the functional mean must be ${side} the clinical mean, or higherIsBetter must be ${!higherIsBetter}`);
  }
  const cutoffs: Cutoffs = {
    ...(clinical && { a: clinical.mean + direction * 2 * clinical.sd }),
    ...(functional && { b: functional.mean - direction * 2 * functional.sd }),
    ...(clinical &&
      functional && {
        c: (clinical.sd * functional.mean + functional.sd * clinical.mean) / (clinical.sd + functional.sd),
      }),
  };
  const { cutoff } = input;
  const border = cutoff ? cutoffs[cutoff] : (cutoffs.c ?? cutoffs.b ?? cutoffs.a);
  if (cutoff && border === undefined) return refuse(`cut-off ${cutoff} needs a group that is not given`);
  // Without a border this compares with NaN, which is always false.
  const isFunctional = (value: number): boolean => direction * value > direction * border!;

  const improvement = direction * rci;
  const classification =
    improvement < -1.96 ? 'deteriorated'
    : !(improvement > 1.96) ? 'unchanged'
    : isFunctional(after) && !isFunctional(before) ? 'recovered'
    : 'improved';
  return { ...error, rci, cutoffs, classification };
}
