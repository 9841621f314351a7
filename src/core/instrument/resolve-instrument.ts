import type { InstrumentDefinition } from './definition.ts';
import type { Instrument, Item } from './instrument.ts';
import { typeOf } from '../item-types/index.ts';
import { limits } from '../plain-data/limits.ts';
import { isPlain } from '../plain-data/plain-text.ts';
import { type Problem, breaks, exceeds } from '../plain-data/problem.ts';

export type Resolved = { ok: true; instrument: Instrument } | { ok: false; problems: Problem[] };

/** What is looked for in any part of a definition. */
interface Part {
  by?: string;
  is?: string | Record<string, unknown>;
  only?: Record<string, string[]>;
  id?: string;
  type?: string;
  items?: (Part | string)[];
}

const { freeze } = Object;

/** What is wrong with the value of an option by itself. */
function problemOf(value: unknown, path: string): Problem | undefined {
  if (!isPlain(value)) return breaks(path, 'plain-value');
  return typeof value === 'string' && value.length > limits.wordingText ? exceeds(path, limits.wordingText, 'characters') : undefined;
}

/**
 * Settles the options of a valid definition: what was given, else the default. Texts are picked, and items that are
 * not there under these options fall away, also from the lists of the scoring and the result.
 *
 * An option that takes several values takes them in any order, separated by white space. An option that the definition
 * does not have, or a value that the option does not take, is a problem: nothing is guessed.
 */
export function resolveInstrument(
  { options: rules = {}, items, ...rest }: InstrumentDefinition,
  options: Readonly<Record<string, string>> = {},
): Resolved {
  const settled: Record<string, string> = {};
  const taken: Record<string, string[]> = {};
  const problems: Problem[] = [];
  const gone = new Set<unknown>();

  const leave = (part: Part): void => {
    gone.add(part.id);
    part.items?.forEach((child) => leave(child as Part));
  };

  /** An entry of a list: an item, or the id of one. */
  const stays = (part: Part | string): boolean => {
    if (typeof part !== 'object') return !gone.has(part);
    const { only = {} } = part;
    const isThere = Object.keys(only).every((name) => taken[name]!.some((value) => only[name]!.includes(value)));
    if (!isThere) leave(part);
    return isThere;
  };

  /** Not so a group, a scoring rule or a result that had items and has none now. */
  const isFilled = (part: unknown): boolean => {
    const { items, type } = Object(part) as Part;
    return items?.length !== 0 || (!!type && typeOf({ type } as Item).role !== 'section');
  };

  const settle = (part: unknown): unknown => {
    if (Array.isArray(part)) return freeze(part.filter(stays).map(settle).filter(isFilled));
    if (typeof part !== 'object' || !part) return part;
    const { by, is } = part as Part;
    if (by && typeof is === 'object') return is[settled[by]!];
    const { only: _, ...kept } = part as Record<string, unknown>;
    for (const name in kept) {
      kept[name] = settle(kept[name]);
      if (!isFilled(kept[name])) delete kept[name];
    }
    return freeze(kept);
  };

  for (const name of Object.keys(options)) {
    if (problems.length >= limits.problems) break;
    if (!Object.hasOwn(rules, name)) problems.push(breaks(`options.${name}`, 'known-option'));
  }
  for (const [name, rule] of Object.entries(rules)) {
    const otherwise = settle(rule.default) as string;
    const path = `options.${name}`;
    const problem = problemOf(options[name] ?? otherwise, path);
    if (problem) problems.push(problem);
    const given = problem ? otherwise : String(options[name] ?? otherwise);
    const { values = [given] } = rule;
    const chosen = rule.values && rule.many ? given.trim().split(/\s+/) : [given];
    taken[name] = values.filter((value) => chosen.includes(value));
    settled[name] = taken[name].join(' ');
    if (!chosen.every((value) => values.includes(value))) {
      problems.push(breaks(path, 'one-of', values.join(', ')));
      settled[name] = otherwise;
    }
  }
  if (problems.length) return { ok: false, problems };

  const kept = settle(items); // first: it says which items the lists of the rest lose
  return {
    ok: true,
    instrument: freeze({ ...(settle(rest) as object), options: freeze(settled), items: kept }) as Instrument,
  };
}
