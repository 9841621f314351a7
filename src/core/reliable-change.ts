import { isMeasure, type MeasurementError, measurementError, type ScaleNorms } from './measurement-error.ts';

/** Mean and standard deviation of a group. */
export interface Group {
  mean: number;
  sd: number;
}

export interface ReliableChangeInput extends ScaleNorms {
  before: number;
  after: number;
  /** Whether a higher score is the better one: true where it is not given. */
  higherIsBetter?: boolean;
  /** People who seek help. */
  clinical?: Group;
  /** People who do not. */
  functional?: Group;
  /** The cut-off that recovery is judged by. Else `c`, where both groups are given; else the one that there is. */
  cutoff?: 'a' | 'b' | 'c';
}

export interface Cutoffs {
  /** Two SDs of the clinical group from its mean, on the functional side. */
  a?: number;
  /** Two SDs of the functional group from its mean, on the clinical side. */
  b?: number;
  /** Between the two means, nearer to the group that varies less. */
  c?: number;
}

export type ReliableChangeResult =
  | (Extract<MeasurementError, { ok: true }> & {
      /** Reliable change index: (after - before) / Sdiff. */
      rci: number;
      cutoffs: Cutoffs;
      /**
       * `recovered`: reliably better, and over the cut-off from the clinical to the functional side. `improved` and
       * `deteriorated`: reliably better or worse (|RCI| above 1.96). `unchanged`: all else, which is not proof that
       * nothing changed.
       */
      classification: 'recovered' | 'improved' | 'unchanged' | 'deteriorated';
    })
  | { ok: false; reason: string };

const no = (reason: string): { ok: false; reason: string } => ({ ok: false, reason });

/**
 * Whether one person's score changed by more than its error, and whether it crossed into the functional range:
 * Jacobson & Truax 1991, J Consult Clin Psychol 59, 12-19. All numbers are in the unit of the score; both scores must be
 * of the same form.
 *
 * Cut-offs where higher is better: a = clinical mean + 2 SD; b = functional mean - 2 SD; c = (clinical SD x functional
 * mean + functional SD x clinical mean) / (clinical SD + functional SD). Where lower is better, the signs of a and b turn
 * round. Without a cut-off nobody is `recovered`. Where both groups are given, the functional mean must lie on the better
 * side.
 *
 * Nothing is imputed: without both scores there is no change to judge. What cannot be computed gives a reason.
 */
export function reliableChange(input: ReliableChangeInput): ReliableChangeResult {
  const { before, after, higherIsBetter = true, clinical, functional } = input;
  if (!isMeasure(before) || !isMeasure(after)) return no('before and after must be numbers');
  for (const [name, group] of Object.entries({ clinical, functional })) {
    if (group && !(isMeasure(group.mean) && isMeasure(group.sd) && group.sd > 0)) {
      return no(`${name} must have a mean and an sd above 0`);
    }
  }
  const error = measurementError(input);
  if (!error.ok) return error;
  const rci = (after - before) / error.sdiff;
  if (!Number.isFinite(rci)) return no('the scale has no error to compare a change with');

  const up = higherIsBetter ? 1 : -1;
  if (clinical && functional && !(up * functional.mean > up * clinical.mean)) {
    const side = higherIsBetter ? 'above' : 'below';
    return no(`the functional mean must be ${side} the clinical one, or higherIsBetter ${!higherIsBetter}`);
  }
  const cutoffs: Cutoffs = {
    ...(clinical && { a: clinical.mean + up * 2 * clinical.sd }),
    ...(functional && { b: functional.mean - up * 2 * functional.sd }),
    ...(clinical &&
      functional && {
        c: (clinical.sd * functional.mean + functional.sd * clinical.mean) / (clinical.sd + functional.sd),
      }),
  };
  const { cutoff } = input;
  const line = cutoff ? cutoffs[cutoff] : (cutoffs.c ?? cutoffs.b ?? cutoffs.a);
  if (cutoff && line === undefined) return no(`cut-off ${cutoff} needs the groups that it is made of`);
  const isFunctional = (value: number): boolean => line !== undefined && up * value > up * line;

  const better = up * rci;
  const classification =
    better < -1.96 ? 'deteriorated'
    : !(better > 1.96) ? 'unchanged'
    : isFunctional(after) && !isFunctional(before) ? 'recovered'
    : 'improved';
  return { ...error, rci, cutoffs, classification };
}
