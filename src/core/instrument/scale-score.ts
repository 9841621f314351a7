import type { ItemWeight } from './item-weights.ts';
import type { ScaleRule } from './scoring-rule.ts';

export type ScaleScore =
  | {
      status: 'scored';
      method: 'mean' | 'sum' | 'percent' | 'weighted';
      /** In the unit of the method, after reversing. If items are missing, it includes the replacement that the rule defines. */
      raw: number;
      min: number;
      max: number;
      /** Percent of the maximum possible: 100 x (raw - min) / (max - min). */
      pomp: number;
      answered: number;
      of: number;
      /** Whether items are missing. */
      prorated: boolean;
      /** Only for a subscale with bands. The band of the total is in `Score`. */
      band?: string;
      /** Why there is no band: `uniform` (the same answer to every item) or `translation`, as in `Score`. */
      bandWithheld?: string;
    }
  | { status: 'insufficient'; missing: string[]; reason: string; bandWithheld?: string };

/** Removes the rounding errors of decimals, so that 0.7 + 0.1 reaches a cut at 0.8. */
export const exact = (number: number): number => +number.toFixed(12);

/**
 * The score of one scale. The sum of the weights is divided by the highest possible sum of the answered items. So, with
 * `missing: 'mean'`, a missing item counts the same fraction of its range as the answered items reached of theirs.
 * `unscored`: the subscales without a score.
 */
export function scoreScale(rule: ScaleRule, weights: ReadonlyMap<string, ItemWeight>, unscored: readonly string[] = []): ScaleScore {
  const { method, least } = rule;
  const items = rule.items.filter((id) => weights.has(id));
  const missing: string[] = [];
  let min = 0;
  let max = 0;
  /** How far the answers are above the lowest possible sum, and how far they can be. */
  let reached = 0;
  let reachable = 0;
  for (const id of items) {
    const { low, high, keyed } = weights.get(id)!;
    const factor = rule.weights?.[id] ?? 1;
    const [from, to] = factor < 0 ? [high, low] : [low, high];
    min += from * factor;
    max += to * factor;
    if (keyed === undefined) missing.push(id);
    const counted = keyed ?? (rule.missing === 'zero' ? 0 : undefined);
    if (counted !== undefined) {
      reached += (counted - from) * factor;
      reachable += (to - from) * factor;
    }
  }
  const of = items.length;
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
    // Rounding can exceed the range.
    raw: exact(Math.max(min, Math.min(max, raw))),
    min: exact(min),
    max: exact(max),
    pomp: exact((100 * reached) / reachable),
    answered,
    of,
    prorated: answered < of,
  };
}
