import { checkScoring, type Must } from './check-scoring.ts';
import { checkSize } from './check-size.ts';
import { circles } from '../plain-data/circles.ts';
import { readDefinitionShape } from './definition-shape.ts';
import type { InstrumentDefinition, Only } from './definition.ts';
import type { Choice, Condition, Instrument, Item } from './instrument.ts';
import { shapeOf } from '../item-types/index.ts';
import { limits } from '../plain-data/limits.ts';
import { type Problem, breaks } from '../plain-data/problem.ts';
import { gate } from '../plain-data/shape.ts';

export type ReadDefinition = { ok: true; definition: InstrumentDefinition } | { ok: false; problems: Problem[] };

/**
 * Takes a definition from outside: a frozen copy of it, or its problems (20 at most), each with its path and the rule
 * that it breaks. Never throws.
 */
export const readDefinition = (data: unknown): ReadDefinition =>
  gate(data, {
    read: readDefinitionShape,
    maxText: limits.definitionText,
    take: (definition: InstrumentDefinition, problems): ReadDefinition => {
      // Only wording depends on options, and no rule reads wording.
      checkSize(definition as unknown as Instrument, problems);
      if (!problems.length) checkMeaning(definition, problems);
      return { ok: true, definition };
    },
  });

/** What is wrong between the parts of a definition whose parts are each well formed. */
function checkMeaning(definition: InstrumentDefinition, problems: Problem[]): void {
  const must: Must = (holds, ...rule) => {
    if (!holds) problems.push(breaks(...rule));
  };
  const mustBeUnique = (names: string[], path: string): void =>
    must(new Set(names).size === names.length, path, 'unique');
  const mustRise = (min: number | string | undefined, max: number | string | undefined, path: string): void =>
    must(min === undefined || max === undefined || min < max, path, 'in-order');

  const { options = {} } = definition;
  const { scales, items } = definition as unknown as Instrument;

  const optionNames = Object.keys(options);
  optionNames.forEach((name, index) => {
    const rule = options[name]!;
    if (!rule.values) return;
    const { values, default: otherwise, many } = rule;
    const path = `options.${name}`;
    mustBeUnique(values, `${path}.values`);
    must(!many || values.every((value) => /^\S+$/.test(value)), `${path}.values`, 'free-of-spaces');
    if (typeof otherwise === 'object') {
      const earlier = optionNames.indexOf(otherwise.by) < index;
      must(earlier, `${path}.default.by`, 'earlier-option');
    }
    for (const text of typeof otherwise === 'object' ? Object.values(otherwise.is) : [otherwise]) {
      const taken = (many ? text.split(' ') : [text]).every((value) => values.includes(value));
      must(taken, `${path}.default`, 'one-of', values.join(', '));
    }
  });

  const mustBeDistinct = (choices: Choice[], path: string): void =>
    mustBeUnique(
      choices.map(({ code }) => code),
      `${path}.choices`,
    );
  for (const [name, { choices }] of Object.entries(scales)) mustBeDistinct(choices, `scales.${name}`);

  /** What an item's being asked depends on: the items of its condition and the item that it belongs to. */
  const needs = new Map<string, string[]>();
  const repeated = new Set<string>();
  /** Not there under every option. */
  const optional = new Set<string>();
  const asked: { by: string; item: string; path: string }[] = [];

  const readItem = (item: Item, path: string, parent?: Item): void => {
    const { id, when, only = {} } = item as Item & Only;
    must(!needs.has(id), `${path}.id`, 'unique');
    needs.set(id, parent ? [parent.id] : []);
    if (when) readCondition(when, `${path}.when`, id);
    if (Object.keys(only).length || (parent && optional.has(parent.id))) optional.add(id);

    for (const [name, values] of Object.entries(only)) {
      const known = Object.hasOwn(options, name) && values.every((value) => options[name]!.values?.includes(value));
      must(known, `${path}.only.${name}`, 'option-values');
    }
    if ('max' in item) mustRise(item.min, item.max, path);
    shapeOf(item).check?.(item, { path, scales, must, mustBeDistinct });
    if (('repeats' in item && item.repeats) || (parent && repeated.has(parent.id))) repeated.add(id);
    item.items?.forEach((child, index) => readItem(child, `${path}.items[${index}]`, item));
  };

  const readCondition = (condition: Condition, path: string, id: string): void => {
    if ('item' in condition) {
      needs.get(id)!.push(condition.item);
      asked.push({ by: id, item: condition.item, path: `${path}.item` });
    } else {
      const [word, parts] = 'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
      parts.forEach((part, index) => readCondition(part, `${path}.${word}[${index}]`, id));
    }
  };

  items.forEach((item, index) => readItem(item, `items[${index}]`));

  const circleOf = circles(needs);
  for (const { by, item, path } of asked) {
    must(needs.has(item), path, 'item');
    must(circleOf.get(item) !== circleOf.get(by), path, 'free-of-itself');
  }

  checkScoring(definition as unknown as Instrument, repeated, optional, must);
}
