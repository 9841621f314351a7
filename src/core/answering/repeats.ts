import type { AbsentReason, Item, Value } from '../instrument/instrument.ts';
import { type IndexedItem, type ItemIndex, keyOf } from '../instrument/item-index.ts';
import { limits } from '../plain-data/limits.ts';
import { leastOf, mostOf } from '../instrument/repetitions.ts';
import { same } from '../plain-data/same.ts';
import type { Instance } from './snapshot.ts';

type At = readonly number[];

/** What a person can do with an item: give values, or leave it out for a reason. An empty list of values clears it. */
export type ItemInput = readonly Value[] | AbsentReason;

/** Sets the answer of an item. Returns false if this changes nothing. */
export type Put = (item: Item, at: At, input: ItemInput, source?: Instance['source']) => boolean;

/** Whether the person may add or remove a repetition now. */
export type Permissions = Pick<Instance, 'canAdd' | 'canRemove'>;

/** The repetitions of repeating groups and questions. It counts, adds and removes them; the sheet has the answers. */
export interface Repeats {
  /**
   * Visits each place of an item inside the repetition `around`: one place, or one for each repetition. `isSpare`: a blank
   * repetition of a question that needs no answer, because enough others have one.
   */
  each(item: Item, around: At, visit: (at: At, permissions?: Permissions, isSpare?: boolean) => void): void;
  /**
   * Whether `at` names an existing repetition of everything that repeats around the item. `isRepeating`: also without an index for
   * the item itself.
   */
  isThere(indexed: IndexedItem, at: At, isRepeating?: boolean): boolean;
  /** Adds the repetitions that `at` names. Returns false if they are not allowed or exceed the limit. */
  open(indexed: IndexedItem, at: At): boolean;
  /** Adds a repetition at the end of a group. Returns false if the person may not add one. */
  add(group: Item, around: At): boolean;
  /** Removes the repetition `at`. Returns false if it does not exist or the person may not remove it. */
  remove(group: Item, at: At): boolean;
}

/** `instances`: the latest instance at each place, by key. */
export function createRepeats(index: ItemIndex, instances: Map<string, Instance>, put: Put): Repeats {
  const sizes = new Map<Item, number>();
  /** The number of items in the repetitions that a record added. */
  let opened = 0;

  /** How many items one repetition of a group has at the start. */
  const sizeOf = (group: Item): number => {
    if (!sizes.size) {
      for (const { groups } of index.values()) {
        let times = 1;
        for (let i = groups.length - 1; i >= 0; i--) {
          sizes.set(groups[i]!, (sizes.get(groups[i]!) ?? 0) + times);
          times *= leastOf(groups[i]!);
        }
      }
    }
    return sizes.get(group)!;
  };

  const count = (group: Item, around: At): number => {
    let n = leastOf(group);
    while (instances.has(keyOf(group.id, [...around, n]))) n++;
    return n;
  };

  /** Whether each index in `at` is below the number that `countOf` returns for its group. */
  const isWithin = ({ item, groups }: IndexedItem, at: At, countOf: typeof count, isRepeating?: boolean): boolean =>
    at.length === groups.length - Number(!!isRepeating && groups.at(-1) === item) &&
    at.every((n, i) => Number.isInteger(n) && n >= 0 && n < countOf(groups[i]!, at.slice(0, i)));

  const permissionsOf = (group: Item, around: At): Permissions | undefined => {
    if (!group.repeats?.add || group.readOnly) return undefined;
    const n = count(group, around);
    return { canAdd: n < mostOf(group), canRemove: n > leastOf(group) };
  };

  return {
    each: (item, around, visit) => {
      if (!item.repeats) return visit(around);
      const permissions = permissionsOf(item, around);
      for (let i = 0, n = count(item, around); i < n; i++) visit(Object.freeze([...around, i]), permissions);
    },
    isThere: (indexed, at, isRepeating) => isWithin(indexed, at, count, isRepeating),
    open: (indexed, at) => {
      if (!isWithin(indexed, at, mostOf)) return false;
      return indexed.groups.every((group, depth) => {
        const around = at.slice(0, depth);
        // If a repetition exists, all repetitions before it exist too.
        for (let n = at[depth]!; n >= 0 && !instances.has(keyOf(group.id, [...around, n])); n--) {
          opened += sizeOf(group);
          if (opened > limits.repeatedItems) return false;
          put(group, [...around, n], []);
        }
        return true;
      });
    },
    add: (group, around) =>
      !!permissionsOf(group, around)?.canAdd && put(group, [...around, count(group, around)], []),
    remove: (group, at) => {
      const around = at.slice(0, -1);
      const depth = around.length;
      if (!permissionsOf(group, around)?.canRemove || !instances.has(keyOf(group.id, at))) return false;
      const before = [...instances];
      instances.clear();
      for (const [key, instance] of before) {
        const isMember = isInside(index.get(instance.item.id)!, group) && same(instance.at.slice(0, depth), around);
        /** How many repetitions after the removed one. 0: in the removed one. Below 0: not affected. */
        const distance = isMember ? instance.at[depth]! - at[depth]! : -1;
        if (distance < 0) instances.set(key, instance);
        if (distance > 0) put(instance.item, instance.at.map((n, i) => (i === depth ? n - 1 : n)), inputOf(instance), instance.source);
      }
      return true;
    },
  };
}

/** Whether an item is the group itself, or in it. */
const isInside = ({ item, groups }: IndexedItem, group: Item): boolean => [...groups, item].includes(group);

/** The input that gives another instance the same content. */
function inputOf({ answer, rejected }: Instance): ItemInput {
  if (rejected) return rejected.given;
  if (!answer) return [];
  return answer.state === 'answered' ? answer.values : answer.state;
}
