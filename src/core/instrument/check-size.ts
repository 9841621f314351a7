import type { Condition, Instrument, Item } from './instrument.ts';
import { shapeOf } from '../item-types/index.ts';
import { limits } from '../plain-data/limits.ts';
import { type Problem, exceeds } from '../plain-data/problem.ts';
import { leastOf } from './repetitions.ts';

type Counted = 'items' | 'allChoices' | 'conditions';

/**
 * Finds what is too large in a definition before anything is built from it. The definition has the right shape, so its
 * depth is bounded and recursion is safe here.
 */
export function checkSize({ items, scales }: Pick<Instrument, 'items' | 'scales'>, problems: Problem[]): void {
  const counts: Record<Counted, number> = { items: 0, allChoices: 0, conditions: 0 };
  const units: Record<Counted, string> = { items: 'items', allChoices: 'choices', conditions: 'conditions' };

  const visitCondition = (condition: Condition, depth: number, path: string): void => {
    counts.conditions++;
    if ('item' in condition) return;
    if (depth > limits.conditionDepth) return void problems.push(exceeds(path, limits.conditionDepth, 'levels'));
    const parts = 'all' in condition ? condition.all : condition.any;
    for (const part of parts) visitCondition(part, depth + 1, path);
  };

  /** `times` is how many copies of the item the form has at the start. */
  const visit = (item: Item, times: number, depth: number, path: string): void => {
    if (depth > limits.itemDepth) return void problems.push(exceeds(path, limits.itemDepth, 'levels'));
    counts.items += times;
    counts.allChoices += times * (shapeOf(item).optionCount?.(item, scales) ?? 0);
    if (item.when) visitCondition(item.when, 1, `${path}.when`);
    const inside = 'repeats' in item && item.repeats ? times * leastOf(item) : times;
    item.items?.forEach((child, i) => visit(child, inside, depth + 1, `${path}.items[${i}]`));
  };

  items.forEach((item, i) => visit(item, 1, 1, `items[${i}]`));
  for (const name of Object.keys(counts) as Counted[]) {
    if (counts[name] > limits[name]) problems.push(exceeds('items', limits[name], units[name]));
  }
}
