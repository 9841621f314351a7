import type { ChoiceItem } from '../../../core/instrument/instrument.ts';
import { makeChoice } from './choice-field.ts';
import type { ItemTypeView, Option } from './item-type-view.ts';

/** With more answers than this, a line of them is hard to take in. */
const MOST_IN_A_LINE = 7;

export const isScaleItem = ({ multiple, choices }: ChoiceItem, options: readonly Option[]): boolean =>
  !multiple && !choices && options.filter(({ absent }) => !absent).length <= MOST_IN_A_LINE;

export const choice: ItemTypeView<ChoiceItem> = {
  isPicked: true,
  make: makeChoice<ChoiceItem>({
    isSeveral: ({ multiple }) => !!multiple,
    // A scale has an order, so it is a row. Choices of an item's own have no order.
    kind: (item, options) => (isScaleItem(item, options) ? 'row' : ''),
  }),
  isLine: isScaleItem,
};
