import type { FieldType, ItemOf } from '../../../core/item-types/index.ts';
import type { Item } from '../../../core/instrument/instrument.ts';
import { boolean } from './boolean.ts';
import { choice } from './choice.ts';
import { date } from './date.ts';
import { decimal } from './decimal.ts';
import { display } from './display.ts';
import { group } from './group.ts';
import { integer } from './integer.ts';
import type { ItemTypeView } from './item-type-view.ts';
import { rating } from './rating.ts';
import { slider } from './slider.ts';
import { text } from './text.ts';
import { time } from './time.ts';

/** The views of the other item types, for a widget that presents any instrument. */
export const itemViews = {
  boolean,
  choice,
  date,
  decimal,
  display,
  group,
  integer,
  rating,
  slider,
  text,
  time,
} satisfies { [Type in Exclude<Item['type'], FieldType>]: ItemTypeView<ItemOf<Type>> };
