import { limits } from './limits.ts';
import { type Problem, breaks, exceeds } from './problem.ts';

/** `values` is how many were read. */
export type PlainCopy = { values: number } & ({ ok: true; data: unknown } | { ok: false; problem: Problem });

type Container = Record<string, unknown>;

interface Open {
  copy: Container;
  /** What it is a copy of. */
  from?: object;
  outer?: Open;
  depth: number;
}

/**
 * Copies data from outside, and checks its size on the way. This is the only place where getters and proxies of the host
 * run. There is no recursion, so deep and circular data ends in a problem too. Never throws.
 */
export function plainCopy(
  given: unknown,
  maxText: number = limits.jsonText,
  maxValues: number = limits.dataValues,
): PlainCopy {
  const root = [given];
  const open: Open[] = [{ copy: asContainer(root), depth: 0 }];
  let values = 0;
  let text = 0;
  const refuse = (problem: Problem): PlainCopy => ({ ok: false, problem, values });
  for (let inner = open.pop(); inner; inner = open.pop()) {
    const { copy, depth } = inner;
    const isList = Array.isArray(copy);
    const keys = Object.keys(copy);
    values += keys.length;
    if (values > maxValues) return refuse(exceeds('', maxValues, 'values'));
    for (const key of keys) {
      const value = copy[key];
      if (!isList) text += key.length;
      if (typeof value === 'string') text += value.length;
      if (text > maxText) return refuse(exceeds('', maxText, 'characters'));
      if (typeof value !== 'object' || !value) continue;
      if (depth === limits.dataDepth) {
        return refuse(isCircular(inner) ? breaks('', 'plain-data') : exceeds('', depth, 'levels'));
      }
      const shallow = shallowCopy(value);
      if (!shallow) return refuse(breaks('', 'plain-data'));
      copy[key] = shallow;
      open.push({ copy: shallow, from: value, outer: inner, depth: depth + 1 });
    }
  }
  return { ok: true, data: root[0], values };
}

/**
 * Copies each entry of a list by itself, so that one that cannot be read leaves the others: it is `null` in the copy.
 * `undefined` where it is no list. Together the entries hold no more values than one piece of data.
 */
export function plainEntries(given: object): unknown[] | undefined {
  const list = shallowCopy(given);
  if (!Array.isArray(list)) return undefined;
  let left: number = limits.dataValues;
  return list.map((entry) => {
    const copied = plainCopy(entry, limits.jsonText, left);
    left -= copied.values;
    return copied.ok ? copied.data : null;
  });
}

/** A list is read and written by its keys like an object. */
const asContainer = (list: unknown[]): Container => list as unknown as Container;

/** One level of an object or a list; `undefined` where it cannot be read. */
function shallowCopy(from: object): Container | undefined {
  try {
    if (ArrayBuffer.isView(from)) return undefined;
    // `fromEntries` makes a key named `__proto__` a property like any other.
    if (!Array.isArray(from)) return Object.fromEntries(Object.entries(from));
    const list: unknown[] = [];
    // One more than the limit is enough to exceed it.
    for (let i = 0, length = Math.min(from.length, limits.dataValues + 1); i < length; i++) list.push(from[i]);
    return asContainer(list);
  } catch {
    return undefined;
  }
}

/** Whether an object contains itself, directly or through others. */
function isCircular(inner: Open): boolean {
  const seen = new Set<object>();
  for (let at: Open | undefined = inner; at?.from; at = at.outer) {
    if (seen.has(at.from)) return true;
    seen.add(at.from);
  }
  return false;
}
