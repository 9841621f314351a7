import type { ItemWeight } from './item-weights.ts';
import type { ScaleRule } from './scoring-rule.ts';

export type ScaleScore =
  | {
      status: 'scored';
      method: 'mean' | 'sum' | 'percent' | 'weighted';
      /** In the method's unit, after reversing; where items are missing, with what the rule puts in their place. */
      raw: number;
      min: number;
      max: number;
      /** Percent of the maximum possible: 100 x (raw - min) / (max - min). */
      pomp: number;
      answered: number;
      of: number;
      /** Items are missing, and the rule put something in their place. */
      prorated: boolean;
      /** Of a subscale with bands; that of the total stands in the score. */
      band?: string;
      /** Why there is none: `uniform`, the same answer to every item. */
      bandWithheld?: string;
    }
  | { status: 'insufficient'; missing: string[]; reason: string; bandWithheld?: string };

/** Without the noise of sums of decimals: 0.7 + 0.1 reaches a cut at 0.8. */
const exact = (number: number): number => +number.toFixed(12);

/**
 * The items are added up as parts of what they can reach, so that missing ones may count as much of theirs. `unscored` are
 * the subscales without a score.
 */
export function scoreScale(rule: ScaleRule, weights: ReadonlyMap<string, ItemWeight>, unscored: readonly string[] = []): ScaleScore {
  const { method, least } = rule;
  const counted = rule.items.filter((id) => weights.has(id));
  const missing: string[] = [];
  let [min, max, reached, reachable] = [0, 0, 0, 0];
  for (const id of counted) {
    const { low, high, given, keyed = rule.missing === 'zero' ? 0 : given } = weights.get(id)!;
    const weight = rule.weights?.[id] ?? 1;
    const [from, to] = weight < 0 ? [high, low] : [low, high];
    min += from * weight;
    max += to * weight;
    if (given === undefined) missing.push(id);
    if (keyed !== undefined) {
      reached += (keyed - from) * weight;
      reachable += (to - from) * weight;
    }
  }
  const of = counted.length;
  const answered = of - missing.length;
  const reason =
    !reachable || answered < least
      ? `${answered} of ${of} answered, ${least} needed`
      : rule.everyScale && unscored.length && `no score for ${unscored.join(', ')}`;
  if (reason) return { status: 'insufficient', missing, reason };

  if (method === 'percent') {
    min = 0;
    max = 100;
  }
  if (method === 'mean') {
    min /= of;
    max /= of;
  }
  const raw = min + (reached * (max - min)) / reachable;
  return {
    status: 'scored',
    method,
    // Rounding alone can lead over an end.
    raw: exact(Math.max(min, Math.min(max, raw))),
    min: exact(min),
    max: exact(max),
    pomp: exact((100 * reached) / reachable),
    answered,
    of,
    prorated: answered < of,
  };
}
