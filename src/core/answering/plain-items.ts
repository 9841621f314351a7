import type { ChoiceItem, Condition, Item, TextItem } from '../instrument/instrument.ts';
import { isQuestion, itemTypes } from '../item-types/index.ts';

/** Whether the values of an item are plain, so that `readValues` knows all rules about them. */
function hasPlainValues(item: Item): boolean {
  const { open, minChoices, maxChoices, choices } = item as ChoiceItem;
  const isOpen = open || minChoices || maxChoices || choices?.some(({ exclusive }) => exclusive);
  return item.type in itemTypes && !isOpen && !(item as TextItem).pattern;
}

const hasPlainCondition = (when: Condition): boolean =>
  'all' in when ? when.all.every(hasPlainCondition)
  : 'any' in when ? when.any.every(hasPlainCondition)
  : 'item' in when && !when.over;

/** Whether an item needs nothing that only the full structure knows. */
export const isPlain = (item: Item): boolean =>
  hasPlainValues(item) &&
  !(item.calculate || item.initial || item.readOnly || item.dynamic || item.disabledDisplay || (item.repeats && isQuestion(item))) &&
  (!item.when || hasPlainCondition(item.when));
