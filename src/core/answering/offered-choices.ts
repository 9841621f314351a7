import type { Choice, ChoiceItem, Item, OwnWords, Value } from '../instrument/instrument.ts';
import { answerKey, isOwnWords, settledValue } from '../item-types/object-value.ts';

/** A choice that follows from answers: the code of one that the item has, or words. */
export type Offer = string | OwnWords;

/** Which choices an item offers at a place. */
export interface Offers {
  /** In place of those of the item. `open`: nothing says which there are, so the person answers in own words. */
  choices?: readonly Offer[] | 'open' | undefined;
  /** The codes that are not offered now. */
  off: ReadonlySet<string>;
}

/** A choice as it is offered at one place. */
export interface OfferedChoice extends Choice {
  /** The value that an answer has for it, in place of `code`: the item itself does not have this choice. */
  words?: OwnWords;
  /** The answer has it, and it is no longer offered. */
  isGone?: true;
}

const inWords = (words: OwnWords): OfferedChoice => ({
  code: answerKey(words),
  text: words.words,
  ...(words.coding && { coding: words.coding }),
  words: settledValue(words),
});

/** Whether a value of an answer means this choice. */
export const standsFor = ({ code, words }: OfferedChoice, value: Value): boolean => (words ? isOwnWords(value) && answerKey(value) === code : value === code);

/** The choices that are offered, with those in the answer (`given`) that no longer are. `own`: the choices of the item itself. */
export function offeredChoices(item: Item, own: readonly Choice[], { offers, given }: { offers: Offers; given: readonly Value[] }): OfferedChoice[] {
  const { choices, off } = offers;
  const isOpen = (item as ChoiceItem).open || choices === 'open';
  const found = choices === 'open' ? undefined : choices?.map((one) => (isOwnWords(one) ? inWords(one) : own.find(({ code }) => code === one)!));
  const all: readonly OfferedChoice[] = found ?? own;
  const isGiven = (one: OfferedChoice): boolean => given.some((value) => standsFor(one, value));
  const offered = all.flatMap((one): OfferedChoice[] => (!off.has(one.code) ? [one] : isGiven(one) ? [{ ...one, isGone: true }] : []));
  const others = given.flatMap((value): OfferedChoice[] => {
    if (all.some((one) => standsFor(one, value))) return [];
    if (!isOwnWords(value)) return own.filter(({ code }) => code === value).map((choice) => ({ ...choice, isGone: true }));
    return isOpen && !value.coding ? [] : [{ ...inWords(value), isGone: true }];
  });
  return [...offered, ...others];
}
