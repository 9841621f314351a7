import type { ItemIndex } from '../core/instrument/item-index.ts';
import { settledValue } from '../core/item-types/object-value.ts';
import type { Answer } from '../core/record/response.ts';
import type { Unmatched } from './unmatched.ts';

/** The answers in each repetition, as texts that can be compared. */
type Contents = Map<number, Set<string>>;

/** What repeats around a place, outermost. */
const outermost = ({ linkId, path = [] }: Unmatched, index: ItemIndex): string | undefined =>
  index.get(linkId)?.groups[0]?.id ?? [...path.map(([id]) => id), linkId].find((id) => index.get(id)?.item.repeats);

const add = (all: Map<string, Contents>, group: string, at: readonly number[], content: readonly unknown[]): void => {
  const contents: Contents = all.get(group) ?? new Map<number, Set<string>>();
  const repetition = contents.get(at[0]!) ?? new Set();
  for (const one of content) repetition.add(JSON.stringify(one));
  all.set(group, contents.set(at[0]!, repetition));
};

/** The repetition of before that has the most of these answers. Undefined: none has any. */
function ownerOf(now: number, content: ReadonlySet<string>, holders: ReadonlyMap<string, readonly number[]>): number | undefined {
  const shared = new Map<number, number>();
  for (const one of content) for (const before of holders.get(one) ?? []) shared.set(before, (shared.get(before) ?? 0) + 1);
  let most = shared.get(now) ?? 0;
  let owner = most ? now : undefined;
  for (const [before, count] of shared) if (count > most) [owner, most] = [before, count];
  return owner;
}

/** Where each repetition of before is now. Undefined: the person has removed it. */
function placesOf(before: Contents, now: Contents): (index: number) => number | undefined {
  const holders = new Map<string, number[]>();
  for (const [i, content] of before) for (const one of content) holders.set(one, [...(holders.get(one) ?? []), i]);
  const places = new Map<number, number>();
  for (const [j, content] of now) {
    const owner = ownerOf(j, content, holders);
    if (owner !== undefined && (!places.has(owner) || owner === j)) places.set(owner, j);
  }
  // All answers may be new.
  const taken = new Set(places.values());
  for (const j of now.keys()) if (!taken.has(j) && !places.has(j)) places.set(j, j);
  // Nobody saw a repetition of which the record had nothing. Where another one is now, it comes after all of them.
  const isUnseen = (index: number): boolean => before.get(index)?.size === 0;
  let next = Math.max(-1, ...now.keys());
  for (const index of before.keys()) {
    if (places.has(index) || !isUnseen(index)) continue;
    if (!now.has(index)) places.set(index, index);
    else {
      do next++;
      while (isUnseen(next));
      places.set(index, next);
    }
  }
  return (index) => places.get(index);
}

/**
 * What was unmatched, at the places where their repetitions are now: the person may have removed one before them. Without the answers
 * that the record had (`values`), they stay where they were.
 */
export function inMovedRepetitions(all: readonly Unmatched[], answers: readonly Answer[], index: ItemIndex): readonly Unmatched[] {
  if (!all.some(({ at }) => at.length)) return all;
  const [before, now] = [new Map<string, Contents>(), new Map<string, Contents>()];
  const contentOf = (id: string, at: readonly number[], values: readonly unknown[]): unknown[] => values.map((value) => [id, at.slice(1), settledValue(value)]);
  for (const one of all) {
    const group = one.at.length ? outermost(one, index) : undefined;
    if (group !== undefined) add(before, group, one.at, contentOf(one.linkId, one.at, one.values ?? []));
  }
  for (const { item, at = [], ...answer } of answers) {
    const group = index.get(item)?.groups[0]?.id;
    if (group !== undefined && at.length) add(now, group, at, contentOf(item, at, 'values' in answer ? answer.values : []));
  }
  const places = new Map([...before].map(([group, contents]) => [group, placesOf(contents, now.get(group) ?? new Map())]));
  return all.flatMap((one) => {
    const [first, ...inner] = one.at;
    const place = first === undefined ? undefined : places.get(outermost(one, index) ?? '');
    if (!place) return [one];
    const moved = place(first!);
    return moved === undefined ? [] : [{ ...one, at: [moved, ...inner] }];
  });
}
