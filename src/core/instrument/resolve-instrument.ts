import type { InstrumentDefinition } from './definition.ts';
import type { Instrument, Item } from './instrument.ts';
import { typeOf } from '../item-types/index.ts';
import { limits } from '../plain-data/limits.ts';
import { isPlain } from '../plain-data/plain-text.ts';
import { type Problem, breaks, exceeds } from '../plain-data/problem.ts';

export type Resolved = { ok: true; instrument: Instrument } | { ok: false; problems: Problem[] };

/** The fields that matter here. Any part of a definition can have them. */
interface Part {
  by?: string;
  is?: string | Record<string, unknown>;
  only?: Record<string, string[]>;
  id?: string;
  type?: string;
  items?: (Part | string)[];
}

const { freeze } = Object;

/** What is wrong with the value of an option, without looking at its rule. */
function problemOf(value: unknown, path: string): Problem | undefined {
  if (!isPlain(value)) return breaks(path, 'plain-value');
  return typeof value === 'string' && value.length > limits.wordingText ? exceeds(path, limits.wordingText, 'characters') : undefined;
}

/**
 * Settles the options of a valid definition. An option without a value gets its default. Each text that depends on an
 * option becomes a plain text. An item that does not exist under these options is removed, also from the item lists of the
 * scoring and the result.
 *
 * An option with `many` takes its values in any order, separated by white space. An unknown option and an unknown value
 * are problems: nothing is guessed.
 */
export function resolveInstrument(
  { options: rules = {}, items, source, ...rest }: InstrumentDefinition,
  options: Readonly<Record<string, string>> = {},
): Resolved {
  const settled: Record<string, string> = {};
  const chosenValues: Record<string, string[]> = {};
  const problems: Problem[] = [];
  const removed = new Set<unknown>();

  const remove = (part: Part): void => {
    removed.add(part.id);
    part.items?.forEach((child) => remove(child as Part));
  };

  /** Whether an entry of a list stays. The entry is an item or an item's id. */
  const isIncluded = (entry: Part | string): boolean => {
    if (typeof entry !== 'object') return !removed.has(entry);
    const { only = {} } = entry;
    const exists = Object.keys(only).every((name) => chosenValues[name]!.some((value) => only[name]!.includes(value)));
    if (!exists) remove(entry);
    return exists;
  };

  /** False for a group, a scoring rule or a result that has lost all its items. */
  const isFilled = (part: unknown): boolean => {
    const { items, type } = Object(part) as Part;
    return items?.length !== 0 || (!!type && typeOf({ type } as Item).role !== 'section');
  };

  const settle = (part: unknown): unknown => {
    if (Array.isArray(part)) return freeze(part.filter(isIncluded).map(settle).filter(isFilled));
    if (typeof part !== 'object' || !part) return part;
    const { by, is } = part as Part;
    if (by && typeof is === 'object') return is[settled[by]!];
    const { only: _, ...fields } = part as Record<string, unknown>;
    for (const name in fields) {
      // Values may look like the ids of items that were removed.
      if (name !== 'initial') fields[name] = settle(fields[name]);
      if (!isFilled(fields[name])) delete fields[name];
    }
    return freeze(fields);
  };

  for (const name of Object.keys(options)) {
    if (problems.length >= limits.problems) break;
    if (!Object.hasOwn(rules, name)) problems.push(breaks(`options.${name}`, 'known-option'));
  }
  for (const [name, rule] of Object.entries(rules)) {
    const defaultValue = settle(rule.default) as string;
    const path = `options.${name}`;
    const requested = options[name] ?? defaultValue;
    const problem = problemOf(requested, path);
    if (problem) problems.push(problem);
    const value = problem ? defaultValue : String(requested);
    const { values = [value] } = rule;
    const chosen = rule.values && rule.many ? value.trim().split(/\s+/) : [value];
    chosenValues[name] = values.filter((value) => chosen.includes(value));
    settled[name] = chosenValues[name].join(' ');
    if (!chosen.every((value) => values.includes(value))) {
      problems.push(breaks(path, 'one-of', values.join(', ')));
      settled[name] = defaultValue;
    }
  }
  if (problems.length) return { ok: false, problems };

  // The items come first: they decide which ids are removed from the other lists.
  const settledItems = settle(items);
  return {
    ok: true,
    // The source has nothing that depends on an option, and words and lists that look like it.
    instrument: freeze({ ...(settle(rest) as object), ...(source && { source }), options: freeze(settled), items: settledItems }) as Instrument,
  };
}
