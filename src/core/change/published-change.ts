import { isMeasure } from './measurement-error.ts';

export interface PublishedChangeInput {
  /** Both scores are in the same unit and of the same form. */
  before: number;
  after: number;
  /** The threshold, above 0 and in the unit of the scores: for `raw` scores, `reliableChange.points` of the scoring rule. */
  points: number;
  /** Whether a higher score is better. The default is true. */
  higherIsBetter?: boolean;
}

export type PublishedChangeResult =
  | {
      ok: true;
      /** after - before */
      change: number;
      /** `improved` and `deteriorated`: by at least the threshold. `unchanged` is not proof that nothing changed. */
      classification: 'improved' | 'unchanged' | 'deteriorated';
    }
  | { ok: false; reason: string };

/**
 * Whether one person's score changed by at least a published threshold for a change that is more than noise. If a scale
 * has norms, `reliableChange` judges by the error of measurement instead. A difference that misses the threshold only by
 * rounding error reaches it.
 *
 * Nothing is imputed: both scores are needed. If the result cannot be computed, it gives the reason.
 */
export function publishedChange({ before, after, points, higherIsBetter = true }: PublishedChangeInput): PublishedChangeResult {
  if (!isMeasure(before) || !isMeasure(after)) return { ok: false, reason: 'before and after must be numbers' };
  if (!(isMeasure(points) && points > 0)) return { ok: false, reason: 'points must be a number above 0' };
  const change = after - before;
  const size = Math.abs(change);
  const rounding = 1e-9 * Math.max(1, Math.abs(before), Math.abs(after));
  const isBetter = change > 0 === higherIsBetter;
  const isChange = size > rounding && size > points - rounding;
  return { ok: true, change, classification: !isChange ? 'unchanged' : isBetter ? 'improved' : 'deteriorated' };
}
