import type { ItemOf } from '../../../core/item-types/index.ts';
import type { Item } from '../../../core/instrument/instrument.ts';
import { anyChoice } from './any-choice.ts';
import { anyDecimal } from './any-decimal.ts';
import { anyGroup } from './any-group.ts';
import { anyText } from './any-text.ts';
import { dateTime } from './date-time.ts';
import { file } from './file.ts';
import { anyDate } from './limit-words.ts';
import { itemViews } from './index.ts';
import type { ItemTypeView } from './item-type-view.ts';
import { quantity } from './quantity.ts';
import { url } from './url.ts';

/** The views of all item types with all their fields, for a widget that presents any FHIR form. */
export const allViews = {
  ...itemViews,
  choice: anyChoice,
  date: anyDate,
  dateTime,
  decimal: anyDecimal,
  file,
  group: anyGroup,
  quantity,
  text: anyText,
  url,
} satisfies { [Type in Item['type']]: ItemTypeView<ItemOf<Type>> };
