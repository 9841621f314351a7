import { type IndexedItem, keyOf } from '../instrument/item-index.ts';
import { isQuestion } from '../item-types/index.ts';
import { reuse } from '../plain-data/same.ts';
import { eachPlace, groupsAround } from './places.ts';
import type { SheetParts } from './sheet-parts.ts';
import type { Instance } from './snapshot.ts';
import type { Visibility } from './visibility.ts';

const hasAnswer = ({ answer, rejected, children }: Instance): boolean => !!(answer || rejected) || children.some(hasAnswer);

/** Whether the person can answer something in it, and nothing in it is needed anyway. */
const canAnswer = ({ item, children }: Instance): boolean => (isQuestion(item) && !item.readOnly) || children.some(canAnswer);
const isNeeded = ({ key, children }: Instance, needed: readonly string[]): boolean =>
  needed.includes(key) || children.some((child) => isNeeded(child, needed));

/** The keys of what is needed, with those of required groups. Undefined if every required group has an answer. */
type WithGroups = (needed: readonly string[], isAsked: Visibility) => readonly string[] | undefined;

/** Finds the required groups without any answer. An answer in one repetition of a group is enough. */
export function createRequiredGroups({ index, instances, repeats }: SheetParts): WithGroups {
  const groups = [...index.values()].filter(({ item, hidden }) => item.required && !isQuestion(item) && !hidden);
  let last: readonly string[] | undefined;

  /** The instances of a group in one repetition of what is around it. */
  const repetitionsIn = ({ item }: IndexedItem, around: readonly number[]): Instance[] => {
    const found: Instance[] = [];
    repeats.each(item, around, (at) => found.push(instances.get(keyOf(item.id, at))!));
    return found;
  };

  return (needed, isAsked) => {
    const missing: string[] = [];
    for (const group of groups) {
      eachPlace(groupsAround(group), [], repeats, (around) => {
        if (!isAsked(group, around)) return;
        const found = repetitionsIn(group, around);
        const [first] = found;
        if (first && canAnswer(first) && !found.some((one) => hasAnswer(one) || isNeeded(one, needed))) missing.push(first.key);
      });
    }
    last = missing.length ? reuse(last, [...needed, ...missing]) : undefined;
    return last;
  };
}
