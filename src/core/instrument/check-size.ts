import type { Condition, Instrument, Item } from './instrument.ts';
import { isQuestion } from '../item-types/index.ts';
import { limits } from '../plain-data/limits.ts';
import { type Problem, exceeds } from '../plain-data/problem.ts';
import { type DefinitionFields, shapeIn } from './definition-fields.ts';
import { leastOf } from './repetitions.ts';

/**
 * Checks that a definition is within the limits. Call it before anything is built from the definition. The definition has
 * the right shape, so its depth is limited and recursion is safe here.
 */
export function checkSize(instrument: Instrument, problems: Problem[], fields: DefinitionFields): void {
  const { calculatedFrom } = fields;
  const { items, scales } = instrument;
  const counts = { items: 0, choices: 0, conditions: 0 };
  const most = { items: limits.items, choices: limits.allChoices, conditions: limits.conditions };

  const visitCondition = (condition: Condition, depth: number, path: string): void => {
    counts.conditions++;
    if (!('all' in condition || 'any' in condition)) return;
    if (depth > limits.conditionDepth) return void problems.push(exceeds(path, limits.conditionDepth, 'levels'));
    const parts = 'all' in condition ? condition.all : condition.any;
    for (const part of parts) visitCondition(part, depth + 1, path);
  };

  /** `copies`: how many copies of the item the form has at the start. */
  const visit = (item: Item, path: string, { copies, depth }: { copies: number; depth: number }): void => {
    if (depth > limits.itemDepth) return void problems.push(exceeds(path, limits.itemDepth, 'levels'));
    const repeated = item.repeats ? copies * Math.max(leastOf(item), item.initial?.length ?? 0) : copies;
    const own = isQuestion(item) ? repeated : copies;
    counts.items += own;
    counts.choices += own * (shapeIn(fields, item).optionCount?.(item, scales) ?? 0);
    if (item.when) visitCondition(item.when, 1, `${path}.when`);
    // Counted only up to the limit, because each calculation can name a scale with all items.
    if (calculatedFrom && counts.conditions <= most.conditions) counts.conditions += calculatedFrom(item, instrument).length;
    const inside = { copies: repeated, depth: depth + 1 };
    item.items?.forEach((child, i) => visit(child, `${path}.items[${i}]`, inside));
  };

  items.forEach((item, i) => visit(item, `items[${i}]`, { copies: 1, depth: 1 }));
  for (const unit of ['items', 'choices', 'conditions'] as const) {
    if (counts[unit] > most[unit]) problems.push(exceeds('items', most[unit], unit));
  }
}
