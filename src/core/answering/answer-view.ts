import { type IndexedItem, keyOf } from '../instrument/item-index.ts';
import type { Answer } from '../record/response.ts';
import { commonPlace, eachPlace, groupsAround, placeIn } from './places.ts';
import type { SheetParts } from './sheet-parts.ts';
import type { Visibility } from './visibility.ts';

type At = readonly number[];

/** The answers as conditions and calculations see them: an item that is not asked is unanswered. */
export interface AnswerView {
  readonly isAsked: Visibility;
  /** The answer at each place of an item that begins with `start`. */
  answersIn(indexed: IndexedItem, start: At): (Answer | undefined)[];
  /** The answer at each place of an item, in the repetitions that it has in common with its user at `at`. */
  answersFor(indexed: IndexedItem, user: IndexedItem, at: At): (Answer | undefined)[];
}

/** `results`: whether the own condition of an item holds, by key. */
export function createAnswerView({ instances, repeats }: SheetParts, results: ReadonlyMap<string, boolean>): AnswerView {
  const isAsked: Visibility = (indexed, at) => {
    for (let current: IndexedItem | undefined = indexed; current; current = current.parent) {
      if (current.item.when && !results.get(keyOf(current.item.id, placeIn(groupsAround(current), at)))) return false;
    }
    return true;
  };

  const answersIn: AnswerView['answersIn'] = (indexed, start) => {
    const answers: (Answer | undefined)[] = [];
    eachPlace(indexed.groups, start, repeats, (at) => {
      answers.push(isAsked(indexed, at) ? instances.get(keyOf(indexed.item.id, at))?.answer : undefined);
    });
    return answers;
  };

  return { isAsked, answersIn, answersFor: (indexed, user, at) => answersIn(indexed, commonPlace(indexed.groups, user.groups, at)) };
}
