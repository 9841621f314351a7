import { isMeasure } from './measurement-error.ts';

export interface PublishedChangeInput {
  /** In one unit, and of the same form. */
  before: number;
  after: number;
  /** The threshold, above 0 and in the unit of the scores: `reliableChange.points` of a rule, for its `raw` scores. */
  points: number;
  /** Whether a higher score is the better one: true where it is not given. */
  higherIsBetter?: boolean;
}

export type PublishedChangeResult =
  | {
      ok: true;
      /** after - before */
      change: number;
      /** `improved` and `deteriorated`: by the threshold or more. `unchanged` is not proof that nothing changed. */
      classification: 'improved' | 'unchanged' | 'deteriorated';
    }
  | { ok: false; reason: string };

/**
 * Whether one person's score changed by as much as somebody published for a change that is more than noise. Where a scale
 * has norms, `reliableChange` tells the same from its error of measurement. A difference that falls short of the threshold
 * by the rounding of the arithmetic reaches it.
 *
 * Nothing is imputed: without both scores there is no change to judge. What cannot be computed gives a reason.
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
