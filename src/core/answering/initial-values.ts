import type { Item, Value } from '../instrument/instrument.ts';
import { type IndexedItem, keyOf } from '../instrument/item-index.ts';
import { isQuestion } from '../item-types/index.ts';
import { readFieldValues } from '../instrument/field-values.ts';
import { commonPlace, eachPlace, groupsAround } from './places.ts';
import type { Instance } from './snapshot.ts';
import type { SheetParts } from './sheet-parts.ts';

type At = readonly number[];

/** Values at the start of an item at one place, which a host has from elsewhere: its own records of the person, for example. */
export interface Prefill {
  readonly item: string;
  readonly at?: readonly number[];
  readonly values: readonly Value[];
  /** It is also there in each repetition that the person adds. */
  readonly inEachRepetition?: true;
}

export interface InitialValues {
  /** After a restored record: notes that blank items stay blank. */
  keepBlank(): void;
  /**
   * Puts the values at the start where nothing was given or cleared, then those of the host in their place. `touched`: the ids of the
   * items that the person has changed, and of what repeats around them outermost. These stay as they are, also all repetitions of a
   * group that the person has begun: the values of two people or things must not mix.
   */
  prefill(values: readonly Prefill[], touched: ReadonlySet<string>): void;
  /** The content at this place has changed. */
  note(item: Item, at: At): void;
  /** Puts the values into the last repetition. */
  fillLast(item: Item, around: At): void;
  /** The person has changed these repetitions, so the values in them are theirs. */
  keep(item: Item, around: At): void;
}

/** The id of what repeats around an item outermost, or of the item. */
export const outermost = ({ item, groups }: IndexedItem): string => (groups[0] ?? item).id;

/** The values at the start of items (`initial`). One that was cleared does not come back. */
export function createInitialValues({ instrument, index, instances, repeats, put }: SheetParts): InitialValues {
  const items = [...index.values()].filter(({ item }) => item.initial && isQuestion(item));
  /** The values of the host for repetitions that are added. */
  let forAdded: readonly Prefill[] = [];
  const isBlank = (instance: Instance | undefined): boolean => !(instance?.answer || instance?.rejected);

  const setSource = (item: Item, at: At, source: Instance['source']): void => {
    const key = keyOf(item.id, at);
    const { source: _, ...rest } = instances.get(key) ?? { key, item, at: Object.freeze([...at]), children: Object.freeze([]) };
    instances.set(key, Object.freeze({ ...rest, ...(source && { source }) }));
  };

  const fill = (item: Item, at: At, values: readonly Value[]): void => {
    const instance = instances.get(keyOf(item.id, at));
    if (isBlank(instance) && instance?.source !== 'cleared') put(item, at, values, 'initial');
  };

  /** Puts the values of an item at the places that begin with `start`. A question that repeats has one for each repetition. */
  const fillFrom = ({ item, ...rest }: IndexedItem, start: At): void =>
    eachPlace(groupsAround({ item, ...rest }), start, repeats, (around) => {
      if (!item.repeats) fill(item, around, item.initial!);
      else item.initial!.forEach((value, i) => fill(item, [...around, i], [value]));
    });

  return {
    keepBlank: () => {
      for (const { item, groups } of items) {
        eachPlace(groups, [], repeats, (at) => isBlank(instances.get(keyOf(item.id, at))) && setSource(item, at, 'cleared'));
      }
    },
    prefill: (values, touched) => {
      forAdded = values.filter(({ inEachRepetition }) => inEachRepetition);
      for (const indexed of items) fillFrom(indexed, []);
      for (const { item: id, at = [], values: given } of values) {
        const indexed = index.get(id);
        if (!indexed || !isQuestion(indexed.item) || touched.has(outermost(indexed))) continue;
        if (typeof readFieldValues(instrument, indexed.item, given) === 'string' || !repeats.open(indexed, at)) continue;
        const instance = instances.get(keyOf(id, at));
        if (instance?.source === 'initial' || (isBlank(instance) && !instance?.source)) put(indexed.item, at, given, 'initial');
      }
    },
    note: (item, at) => {
      const instance = item.initial && instances.get(keyOf(item.id, at));
      if (instance && isBlank(instance) && !instance.source) setSource(item, at, 'cleared');
    },
    fillLast: (item, around) => {
      let last: At = around;
      repeats.each(item, around, (at) => {
        last = at;
      });
      // The repetition of a question that the person adds is blank.
      for (const indexed of items) if (indexed.item !== item && indexed.groups.includes(item)) fillFrom(indexed, last);
      for (const { item: id, at = [], values } of forAdded) {
        const indexed = index.get(id);
        if (!indexed || !isQuestion(indexed.item) || indexed.item === item || !indexed.groups.includes(item)) continue;
        if (typeof readFieldValues(instrument, indexed.item, values) === 'string') continue;
        eachPlace(groupsAround(indexed), last, repeats, (around) => {
          const place = indexed.item.repeats ? [...around, at.at(-1)!] : around;
          // The person has added the repetition, so the values in it are theirs.
          if (repeats.open(indexed, place) && isBlank(instances.get(keyOf(id, place)))) put(indexed.item, place, values);
        });
      }
    },
    keep: (item, around) => {
      for (const { item: inside, groups } of items) {
        if (!groups.includes(item)) continue;
        eachPlace(groups, commonPlace(groups, groups, around), repeats, (at) => {
          const instance = instances.get(keyOf(inside.id, at));
          setSource(inside, at, isBlank(instance) ? 'cleared' : undefined);
        });
      }
    },
  };
}
