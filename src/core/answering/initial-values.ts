import type { Item, Value } from '../instrument/instrument.ts';
import { type IndexedItem, keyOf } from '../instrument/item-index.ts';
import { isQuestion } from '../item-types/index.ts';
import { commonPlace, eachPlace, groupsAround } from './places.ts';
import type { Instance } from './snapshot.ts';
import type { SheetParts } from './sheet-parts.ts';

type At = readonly number[];

interface InitialValues {
  /** Puts the values at the start. After a restored record: notes that blank items stay blank. */
  begin(isRestored: boolean): void;
  /** The content at this place has changed. */
  note(item: Item, at: At): void;
  /** Puts the values into the last repetition. */
  fillLast(item: Item, around: At): void;
  /** The person has changed these repetitions, so the values in them are theirs. */
  keep(item: Item, around: At): void;
}

/** The values at the start of items (`initial`). One that was cleared does not come back. */
export function createInitialValues({ index, instances, repeats, put }: SheetParts): InitialValues {
  const items = [...index.values()].filter(({ item }) => item.initial && isQuestion(item));
  const isBlank = (instance: Instance | undefined): boolean => !(instance?.answer || instance?.rejected);

  const setSource = (item: Item, at: At, source: Instance['source']): void => {
    const key = keyOf(item.id, at);
    const { source: _, ...rest } = instances.get(key) ?? { key, item, at: Object.freeze([...at]), children: Object.freeze([]) };
    instances.set(key, Object.freeze({ ...rest, ...(source && { source }) }));
  };

  const fill = (item: Item, at: At, values: readonly Value[]): void => {
    if (isBlank(instances.get(keyOf(item.id, at)))) put(item, at, values, 'initial');
  };

  /** Puts the values of an item at the places that begin with `start`. A question that repeats has one for each repetition. */
  const fillFrom = ({ item, ...rest }: IndexedItem, start: At): void =>
    eachPlace(groupsAround({ item, ...rest }), start, repeats, (around) => {
      if (!item.repeats) fill(item, around, item.initial!);
      else item.initial!.forEach((value, i) => fill(item, [...around, i], [value]));
    });

  return {
    begin: (isRestored) => {
      for (const indexed of items) {
        const { item, groups } = indexed;
        if (!isRestored) fillFrom(indexed, []);
        else eachPlace(groups, [], repeats, (at) => isBlank(instances.get(keyOf(item.id, at))) && setSource(item, at, 'cleared'));
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
