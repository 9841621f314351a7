import type { InstrumentDefinition, Only } from './definition.ts';
import type { Choice, Instrument, Item } from './instrument.ts';
import type { Bounds } from './value.ts';
import { checkRepeats } from './check-repeats.ts';
import { type DefinitionFields, shapeIn } from './definition-fields.ts';
import { referencesOf, type Reference } from './references.ts';
import type { Must } from '../item-types/item-type.ts';
import { strongComponents } from '../plain-data/strong-components.ts';

/** The ids of items that a scoring must treat in a special way. */
export interface SpecialItems {
  /** It repeats, or is in a repetition: the item can have several answers. */
  repeated: ReadonlySet<string>;
  /** The item exists under some options only. */
  optional: ReadonlySet<string>;
}

/** Checks the scales, the items, and what follows from other items. */
export function checkItems(definition: InstrumentDefinition, must: Must, fields: DefinitionFields): SpecialItems {
  const { options = {} } = definition;
  const { calculatedFrom, circleInWords } = fields;
  const instrument = definition as unknown as Instrument;
  const { scales, items } = instrument;

  const mustBeDistinct = (choices: Choice[], path: string): void =>
    must(new Set(choices.map(({ code }) => code)).size === choices.length, `${path}.choices`, 'unique');
  for (const [name, { choices }] of Object.entries(scales)) mustBeDistinct(choices, `scales.${name}`);

  /** For each item, the items that decide whether it is asked and what its value is, and the item around it. */
  const dependencies = new Map<string, string[]>();
  const repeated = new Set<string>();
  const optional = new Set<string>();
  const references: { from: string; to: string; path: string }[] = [];

  const addReferences = (found: readonly Reference[], from: string, path: string): void => {
    for (const { item: to, path: at } of found) {
      dependencies.get(from)!.push(to);
      references.push({ from, to, path: path + at });
    }
  };

  const checkItem = (item: Item, path: string, parent?: Item): void => {
    const { id, when, only = {} } = item as Item & Only;
    must(!dependencies.has(id), `${path}.id`, 'unique');
    dependencies.set(id, parent ? [parent.id] : []);
    if (when) addReferences(referencesOf(when), id, `${path}.when`);
    if (calculatedFrom) addReferences(calculatedFrom(item, instrument), id, `${path}.calculate`);
    if (Object.keys(only).length || (parent && optional.has(parent.id))) optional.add(id);

    for (const [name, values] of Object.entries(only)) {
      const isKnown = Object.hasOwn(options, name) && values.every((value) => options[name]!.values?.includes(value));
      must(isKnown, `${path}.only.${name}`, 'option-values');
    }
    const { min, max } = item as Bounds;
    const { check, isInOrder } = shapeIn(fields, item);
    must(min === undefined || max === undefined || (isInOrder?.(min, max) ?? min < max), path, 'in-order');
    check?.(item, { path, scales, must, mustBeDistinct });
    checkRepeats(item, path, must);
    if (item.repeats || (parent && repeated.has(parent.id))) repeated.add(id);
    item.items?.forEach((child, index) => checkItem(child, `${path}.items[${index}]`, item));
  };
  items.forEach((item, index) => checkItem(item, `items[${index}]`));

  const componentOf = strongComponents(dependencies);
  /** The items of each component. Collected once, because every reference within a circle is a problem that names the circle. */
  const members = new Map<number, string[]>();
  for (const id of circleInWords ? dependencies.keys() : []) {
    const component = componentOf.get(id)!;
    if (!members.get(component)?.push(id)) members.set(component, [id]);
  }
  for (const { from, to, path } of references) {
    must(dependencies.has(to), path, 'item');
    const circle = componentOf.get(from);
    if (componentOf.get(to) !== circle) continue;
    must(false, path, 'free-of-itself', circleInWords?.(members.get(circle!)!));
  }
  return { repeated, optional };
}
