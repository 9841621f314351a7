import type { RatingItem } from '../../../core/instrument/instrument.ts';
import { makeChoice } from './choice-field.ts';
import { endsTemplate } from './ends.ts';
import type { ItemTypeView } from './item-type-view.ts';

export const rating: ItemTypeView<RatingItem> = {
  isPicked: true,
  make: makeChoice<RatingItem>({ kind: () => 'rating', ends: endsTemplate }),
};
