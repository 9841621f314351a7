import type { AbsentReason, GroupItem, Item, Value } from '../instrument/instrument.ts';
import { type ItemIndex, type Spot, keyOf } from '../instrument/item-index.ts';
import { limits } from '../plain-data/limits.ts';
import { leastOf, mostOf } from '../instrument/repetitions.ts';
import { same } from '../plain-data/same.ts';
import type { Instance } from './snapshot.ts';

type At = readonly number[];
type Put = (item: Item, at: At, given: readonly Value[] | AbsentReason) => boolean;

/** Whether the person may add or remove a repetition, where they may ever. */
export type Bounds = Pick<Instance, 'canAdd' | 'canRemove'>;

/** The groups of a sheet that repeat. */
export interface Repeats {
  /** Visits each place where an item stands within what is around it: one, or its repetitions. */
  each(item: Item, around: At, visit: (at: At, bounds?: Bounds) => void): void;
  /** Whether `at` has one repetition that stands there for each group around the item. */
  isThere(spot: Spot, at: At): boolean;
  /** Makes the repetitions that `at` names; false where they cannot be, or would be too many. */
  open(spot: Spot, at: At): boolean;
  /** One more repetition of a group; false where the person may not. */
  add(group: Item, around: At): boolean;
  /** Takes out the repetition at `at`; false where there is none or the person may not. */
  remove(group: Item, at: At): boolean;
}

export function createRepeats(index: ItemIndex, places: Map<string, Instance>, put: Put): Repeats {
  const sizes = new Map<GroupItem, number>();
  /** Items that are shown because of the repetitions that a record opened. */
  let opened = 0;

  /** How many items one repetition of a group shows at the start. */
  const sizeOf = (group: GroupItem): number => {
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

  const count = (group: GroupItem, around: At): number => {
    let n = leastOf(group);
    while (places.has(keyOf(group.id, [...around, n]))) n++;
    return n;
  };

  const fits = ({ groups }: Spot, at: At, limit: typeof count): boolean =>
    at.length === groups.length &&
    at.every((n, i) => Number.isInteger(n) && n >= 0 && n < limit(groups[i]!, at.slice(0, i)));

  const bounds = (group: Item, around: At): Bounds | undefined => {
    if (!('repeats' in group) || !group.repeats?.add) return;
    const n = count(group, around);
    return { canAdd: n < mostOf(group), canRemove: n > leastOf(group) };
  };

  return {
    each: (item, around, visit) => {
      if (!('repeats' in item && item.repeats)) return visit(around);
      const limits = bounds(item, around);
      for (let i = 0, n = count(item, around); i < n; i++) visit(Object.freeze([...around, i]), limits);
    },
    isThere: (spot, at) => fits(spot, at, count),
    open: (spot, at) => {
      if (!fits(spot, at, mostOf)) return false;
      return spot.groups.every((group, depth) => {
        const around = at.slice(0, depth);
        // Those before one that stands there do so too.
        for (let n = at[depth]!; n >= 0 && !places.has(keyOf(group.id, [...around, n])); n--) {
          opened += sizeOf(group);
          if (opened > limits.repeatedItems) return false;
          put(group, [...around, n], []);
        }
        return true;
      });
    },
    add: (group, around) =>
      !!bounds(group, around)?.canAdd && put(group, [...around, count(group as GroupItem, around)], []),
    remove: (group, at) => {
      const around = at.slice(0, -1);
      const depth = around.length;
      if (!bounds(group, around)?.canRemove || !places.has(keyOf(group.id, at))) return false;
      const old = [...places];
      places.clear();
      for (const [key, place] of old) {
        const inside = isInside(index.get(place.item.id)!, group) && same(place.at.slice(0, depth), around);
        const later = inside ? place.at[depth]! - at[depth]! : -1;
        if (later < 0) places.set(key, place);
        if (later > 0) put(place.item, place.at.map((n, i) => (i === depth ? n - 1 : n)), givenOf(place));
      }
      return true;
    },
  };
}

/** The group itself, or something in it. */
const isInside = ({ item, groups }: Spot, group: Item): boolean => [...groups, item].includes(group);

/** What `put` takes to make the same content again, at another place. */
const givenOf = ({ answer, rejected }: Instance): readonly Value[] | AbsentReason =>
  rejected ? rejected.given : !answer ? [] : answer.state === 'answered' ? answer.values : answer.state;
