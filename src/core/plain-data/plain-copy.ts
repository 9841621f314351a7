import { limits } from './limits.ts';
import { type Problem, breaks, exceeds } from './problem.ts';

/** `values`: the number of values that were read. */
export type PlainCopy = { values: number } & ({ ok: true; data: unknown } | { ok: false; problem: Problem });

type Container = Record<string, unknown>;

/** A copy whose contents have not been copied yet. */
interface PendingCopy {
  copy: Container;
  /** The object that it is a copy of. */
  from?: object;
  outer?: PendingCopy;
  depth: number;
}

/**
 * Copies data of the host and checks its size. This is the only code that runs getters and proxies of the host. It uses no
 * recursion, so data that is too deep or circular gives a problem. Never throws.
 */
export function plainCopy(
  data: unknown,
  maxText: number = limits.jsonText,
  maxValues: number = limits.dataValues,
): PlainCopy {
  const root = [data];
  const pending: PendingCopy[] = [{ copy: asContainer(root), depth: 0 }];
  let values = 0;
  let text = 0;
  const refuse = (problem: Problem): PlainCopy => ({ ok: false, problem, values });
  for (let current = pending.pop(); current; current = pending.pop()) {
    const { copy, depth } = current;
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
        return refuse(isCircular(current) ? breaks('', 'plain-data') : exceeds('', depth, 'levels'));
      }
      const shallow = shallowCopy(value);
      if (!shallow) return refuse(breaks('', 'plain-data'));
      copy[key] = shallow;
      pending.push({ copy: shallow, from: value, outer: current, depth: depth + 1 });
    }
  }
  return { ok: true, data: root[0], values };
}

/**
 * Copies each entry of a list separately. An entry that cannot be read is `null` in the copy; the others are not affected.
 * Returns undefined if the data is not a list. All entries together share the limit on values.
 */
export function plainEntries(data: object): unknown[] | undefined {
  const list = shallowCopy(data);
  if (!Array.isArray(list)) return undefined;
  let remaining: number = limits.dataValues;
  return list.map((entry) => {
    const copied = plainCopy(entry, limits.jsonText, remaining);
    remaining -= copied.values;
    return copied.ok ? copied.data : null;
  });
}

/** Lets code read and write a list by its keys, as it does an object. */
const asContainer = (list: unknown[]): Container => list as unknown as Container;

/** Copies one level of an object or a list. Returns undefined if it cannot be read. */
function shallowCopy(from: object): Container | undefined {
  try {
    if (ArrayBuffer.isView(from)) return undefined;
    // A spread treats the key `__proto__` as an ordinary property.
    if (!Array.isArray(from)) return { ...from };
    const list: unknown[] = [];
    // One entry more than the limit is enough to exceed it.
    for (let i = 0, length = Math.min(from.length, limits.dataValues + 1); i < length; i++) list.push(from[i]);
    return asContainer(list);
  } catch {
    return undefined;
  }
}

/** Whether an object contains itself, directly or through others. */
function isCircular(innermost: PendingCopy): boolean {
  const seen = new Set<object>();
  // The outermost one is a list of ours.
  for (let level = innermost; level.from; level = level.outer!) {
    if (seen.has(level.from)) return true;
    seen.add(level.from);
  }
  return false;
}
