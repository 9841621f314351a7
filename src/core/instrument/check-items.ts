import type { InstrumentDefinition, Only } from './definition.ts';
import type { Choice, Condition, Instrument, Item } from './instrument.ts';
import type { Bounds } from './value.ts';
import { shapeOf } from '../item-types/index.ts';
import type { Must } from '../item-types/item-type.ts';
import { strongComponents } from '../plain-data/strong-components.ts';

/** The ids of items that a scoring must treat in a special way. */
export interface SpecialItems {
  /** In a repeating group: the item can have several answers. */
  repeated: ReadonlySet<string>;
  /** The item exists under some options only. */
  optional: ReadonlySet<string>;
}

/** Checks the scales, the items and their conditions. */
export function checkItems(definition: InstrumentDefinition, must: Must): SpecialItems {
  const { options = {} } = definition;
  const { scales, items } = definition as unknown as Instrument;

  const mustBeDistinct = (choices: Choice[], path: string): void =>
    must(new Set(choices.map(({ code }) => code)).size === choices.length, `${path}.choices`, 'unique');
  for (const [name, { choices }] of Object.entries(scales)) mustBeDistinct(choices, `scales.${name}`);

  /** For each item, the items that decide whether it is asked: those in its condition, and the item around it. */
  const dependencies = new Map<string, string[]>();
  const repeated = new Set<string>();
  const optional = new Set<string>();
  const references: { from: string; to: string; path: string }[] = [];

  const checkItem = (item: Item, path: string, parent?: Item): void => {
    const { id, when, only = {} } = item as Item & Only;
    must(!dependencies.has(id), `${path}.id`, 'unique');
    dependencies.set(id, parent ? [parent.id] : []);
    if (when) addReferences(when, `${path}.when`, id);
    if (Object.keys(only).length || (parent && optional.has(parent.id))) optional.add(id);

    for (const [name, values] of Object.entries(only)) {
      const isKnown = Object.hasOwn(options, name) && values.every((value) => options[name]!.values?.includes(value));
      must(isKnown, `${path}.only.${name}`, 'option-values');
    }
    const { min, max } = item as Bounds;
    const { check, isInOrder } = shapeOf(item);
    must(min === undefined || max === undefined || (isInOrder?.(min, max) ?? min < max), path, 'in-order');
    check?.(item, { path, scales, must, mustBeDistinct });
    if (('repeats' in item && item.repeats) || (parent && repeated.has(parent.id))) repeated.add(id);
    item.items?.forEach((child, index) => checkItem(child, `${path}.items[${index}]`, item));
  };

  const addReferences = (condition: Condition, path: string, id: string): void => {
    if ('item' in condition) {
      dependencies.get(id)!.push(condition.item);
      references.push({ from: id, to: condition.item, path: `${path}.item` });
      return;
    }
    const name = 'all' in condition ? 'all' : 'any';
    const parts = 'all' in condition ? condition.all : condition.any;
    parts.forEach((part, index) => addReferences(part, `${path}.${name}[${index}]`, id));
  };

  items.forEach((item, index) => checkItem(item, `items[${index}]`));

  const componentOf = strongComponents(dependencies);
  for (const { from, to, path } of references) {
    must(dependencies.has(to), path, 'item');
    must(componentOf.get(to) !== componentOf.get(from), path, 'free-of-itself');
  }
  return { repeated, optional };
}
