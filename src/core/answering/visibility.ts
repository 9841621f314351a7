import type { Condition, Instrument, Value } from '../instrument/instrument.ts';
import { type ItemIndex, type Spot, keyOf } from '../instrument/item-index.ts';
import type { Answer } from '../record/response.ts';
import { optionsOf } from '../instrument/value.ts';

/** Whether the item at a spot is asked in this repetition. `at` may be longer than the spot is deep. */
export type Visibility = (spot: Spot, at: readonly number[]) => boolean;

/** An item with a condition, in one repetition. */
interface Asker {
  key: string;
  spot: Spot;
  when: Condition;
  at: readonly number[];
}

/**
 * What is asked, given the answers by key. An item whose own condition fails, or that of an item around it, is not
 * asked, and counts as unanswered in the conditions of others. Conditions that went round in
 * a circle, which no definition may, would end all the same. There is no recursion over what depends on what: a chain of
 * conditions can be as long as the form.
 */
export function createVisibility(
  instrument: Instrument,
  index: ItemIndex,
  answerAt: (key: string) => Answer | undefined,
): Visibility {
  /** Whether the own condition of an item holds. */
  const known = new Map<string, boolean>();

  /** The conditions that an item depends on directly: its own and those of the items around it. */
  const askersOf = (spot: Spot, at: readonly number[]): Asker[] => {
    const askers: Asker[] = [];
    for (let around: Spot | undefined = spot; around; around = around.parent) {
      const { item, groups } = around;
      if (!item.when) continue;
      const here = at.slice(0, groups.length);
      askers.push({ key: keyOf(item.id, here), spot: around, when: item.when, at: here });
    }
    return askers;
  };

  const shown: Visibility = (spot, at) =>
    askersOf(spot, at).every((asker) => {
      if (!known.has(asker.key)) settle(asker);
      return known.get(asker.key);
    });

  /** Settles a condition after all that it depends on. */
  const settle = (asker: Asker): void => {
    const open = [asker];
    for (let next = open.at(-1); next; next = open.at(-1)) {
      const { key, spot, when, at } = next;
      if (known.has(key)) {
        known.set(key, holds(when, spot, at));
        open.pop();
      } else {
        known.set(key, false);
        open.push(...needsOf(when, spot, at).filter((need) => !known.has(need.key)));
      }
    }
  };

  const needsOf = (when: Condition, asker: Spot, at: readonly number[]): Asker[] => {
    if ('all' in when) return when.all.flatMap((part) => needsOf(part, asker, at));
    if ('any' in when) return when.any.flatMap((part) => needsOf(part, asker, at));
    const spot = index.get(when.item);
    return spot && isAround(spot, asker) ? askersOf(spot, at) : [];
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
    isAround(spot, asker) && askersOf(spot, at).every(({ key }) => known.get(key))
      ? answerAt(keyOf(spot.item.id, at.slice(0, spot.groups.length)))
      : undefined;

  return shown;
}

/** Whether every repetition around an item surrounds the asker too. */
const isAround = ({ groups }: Spot, asker: Spot): boolean => groups.every((group, i) => group === asker.groups[i]);

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
