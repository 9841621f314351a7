import { boolean, booleanShape, type BooleanItem } from './boolean.ts';
import { choice, choiceShape, type ChoiceItem } from './choice.ts';
import { date, dateShape, type DateItem } from './date.ts';
import type { DateTimeItem } from './date-time.ts';
import { decimal, decimalShape, type DecimalItem } from './decimal.ts';
import { display, displayShape, type DisplayItem } from './display.ts';
import type { FileItem } from './file.ts';
import { group, groupShape, type Group } from './group.ts';
import { integer, integerShape, type IntegerItem } from './integer.ts';
import type { ItemShape, ItemType } from './item-type.ts';
import type { QuantityItem, Unit } from './quantity.ts';
import { rating, ratingShape, type RatingItem } from './rating.ts';
import { slider, sliderShape, type SliderItem, type SliderLabel } from './slider.ts';
import { text, textShape, type TextItem, type TextPattern } from './text.ts';
import { time, timeShape, type TimeItem } from './time.ts';
import type { UrlItem } from './url.ts';

export type { BooleanItem, ChoiceItem, DateItem, DateTimeItem, DecimalItem, DisplayItem, FileItem, IntegerItem, QuantityItem, RatingItem };
export type { SliderItem, SliderLabel, TextItem, TextPattern, TimeItem, Unit, UrlItem };

type Question =
  | ChoiceItem
  | BooleanItem
  | IntegerItem
  | DecimalItem
  | RatingItem
  | SliderItem
  | TextItem
  | DateItem
  | TimeItem
  | DateTimeItem
  | UrlItem
  | QuantityItem
  | FileItem;

export type GroupItem = Group & {
  items: Item[];
};

/** An item of any type. */
export type Item =
  | ((Question | DisplayItem) & {
      /** Items that belong to this one: follow-ups inside a question. */
      items?: Item[];
    })
  | GroupItem;

/** An item whose answer is a number that the person types. */
export type NumberItem = IntegerItem | DecimalItem;

export type ItemOf<Type> = Extract<Item, { type: Type }>;

/** The item types for fields of a form of another system. Their behaviour is in `field-types.ts`. */
export type FieldType = 'dateTime' | 'file' | 'quantity' | 'url';

/** The behaviour of the other item types. A new item type needs a line here, in `itemShapes` and in the table of views. */
export const itemTypes = {
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
} satisfies { [Type in Exclude<Item['type'], FieldType>]: ItemType<ItemOf<Type>> };

/** How to read the definition of each of these item types. A separate table, so that code without definitions does not load it. */
export const itemShapes = {
  boolean: booleanShape,
  choice: choiceShape,
  date: dateShape,
  decimal: decimalShape,
  display: displayShape,
  group: groupShape,
  integer: integerShape,
  rating: ratingShape,
  slider: sliderShape,
  text: textShape,
  time: timeShape,
} satisfies { [Type in Exclude<Item['type'], FieldType>]: ItemShape<ItemOf<Type>> };

/** The behaviour of an item. A field has none here: it is a question with its own values, without options or weights. */
export const typeOf = ({ type }: Item): ItemType<Item> => (itemTypes[type as keyof typeof itemTypes] ?? {}) as ItemType<Item>;

/** Whether a person can answer the item: true for all items except groups and words to read. */
export const isQuestion = (item: Item): boolean => !typeOf(item).role;
