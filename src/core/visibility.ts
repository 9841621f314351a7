import type { Condition, Instrument, Value } from './instrument.ts';
import { type ItemIndex, type Spot, keyOf } from './item-index.ts';
import type { Answer } from './response.ts';
import { optionsOf } from './value.ts';

/** Whether the item at a spot is asked in this repetition. `at` may be longer than the spot is deep. */
export type Visibility = (spot: Spot, at: readonly number[]) => boolean;

/**
 * What is asked, given the answers by key. An item whose own condition fails, or that of an item around it, is not
 * asked, and counts as unanswered in the conditions of others. Conditions that went round in
 * a circle, which no definition may, would end all the same.
 */
export function createVisibility(
  instrument: Instrument,
  index: ItemIndex,
  answerAt: (key: string) => Answer | undefined,
): Visibility {
  const known = new Map<string, boolean>();

  const shown: Visibility = (spot, at) => {
    const { item, parent, groups } = spot;
    if (parent && !shown(parent, at)) return false;
    if (!item.when) return true;
    const here = at.slice(0, groups.length);
    const key = keyOf(item.id, here);
    if (!known.has(key)) {
      known.set(key, false);
      known.set(key, holds(item.when, spot, here));
    }
    return known.get(key)!;
  };

  const holds = (when: Condition, asker: Spot, at: readonly number[]): boolean => {
    if ('all' in when) return when.all.every((part) => holds(part, asker, at));
    if ('any' in when) return when.any.some((part) => holds(part, asker, at));
    const spot = index.get(when.item);
    const answer = spot && answerFor(spot, asker, at);
    if ('is' in when) return (answer?.state ?? 'unanswered') === when.is;
    return answer?.state === 'answered' && compares(instrument, spot!, answer.values, when.op, when.value);
  };

  // An item in a repetition that does not surround the asker has no one place, so it counts as unanswered.
  const answerFor = (spot: Spot, asker: Spot, at: readonly number[]): Answer | undefined =>
    spot.groups.every((group, i) => group === asker.groups[i]) && shown(spot, at)
      ? answerAt(keyOf(spot.item.id, at.slice(0, spot.groups.length)))
      : undefined;

  return shown;
}

type Operator = Extract<Condition, { op: unknown }>['op'];

/** Of several values one is enough; for `!=` none may be equal. Choices are equal by code and ordered by weight. */
function compares(instrument: Instrument, { item }: Spot, values: readonly Value[], op: Operator, than: Value): boolean {
  if (op === '=') return values.includes(than);
  if (op === '!=') return !values.includes(than);
  const options = optionsOf(instrument, item);
  const weigh = (value: Value): Value | undefined =>
    options.length && typeof value === 'string' ? options.find(({ code }) => code === value)?.value : value;
  const limit = weigh(than);
  return values.some((value) => {
    const weight = weigh(value);
    if (typeof weight !== typeof limit) return false;
    return op === '>' ? weight! > limit! : op === '<' ? weight! < limit! : op === '>=' ? weight! >= limit! : weight! <= limit!;
  });
}
