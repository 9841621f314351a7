import type { ChoiceItem } from '../../../core/instrument/instrument.ts';
import { makeChoice } from './choice-field.ts';
import type { ItemTypeView } from './item-type-view.ts';

export const choice: ItemTypeView<ChoiceItem> = {
  isPicked: true,
  make: makeChoice<ChoiceItem>({
    isSeveral: ({ multiple }) => !!multiple,
    // A scale has an order, so it is a row. Choices of an item's own have no order.
    kind: ({ multiple, choices }, count) => (count < 9 && !multiple && !choices ? 'row' : ''),
  }),
};
