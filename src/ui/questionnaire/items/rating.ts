import type { RatingItem } from '../../../core/instrument/instrument.ts';
import { makeChoice } from './choice-field.ts';
import { endsStyles, endsTemplate } from './ends.ts';
import type { ItemTypeView } from './item-type-view.ts';
import { ratingStyles } from './rating.styles.ts';

export const rating: ItemTypeView<RatingItem> = {
  isPicked: true,
  styles: [endsStyles, ratingStyles],
  make: makeChoice<RatingItem>({ kind: () => 'rating', ends: endsTemplate }),
};
