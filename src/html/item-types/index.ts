import type { Item } from '../../core/instrument/instrument.ts';
import type { ItemOf } from '../../core/item-types/index.ts';
import { writtenCode } from '../entry-names.ts';
import { dateEntries, dateMarkup } from './date.ts';
import { dateTimeEntries, dateTimeMarkup } from './date-time.ts';
import { decimalEntries, decimalMarkup } from './decimal.ts';
import { fileEntries, fileMarkup } from './file.ts';
import { integerEntries, integerMarkup } from './integer.ts';
import type { ItemTypeEntries } from './item-type-entries.ts';
import type { ItemTypeMarkup } from './item-type-markup.ts';
import { quantityEntries, quantityMarkup } from './quantity.ts';
import { sliderEntries, sliderMarkup } from './slider.ts';
import { textMarkup } from './text.ts';
import { timeEntries, timeMarkup } from './time.ts';
import { urlMarkup } from './url.ts';

/** How the entries of each item type are read. `{}`: the values are the texts. */
const entries = {
  boolean: { isChosen: true },
  choice: { isChosen: true },
  date: dateEntries,
  dateTime: dateTimeEntries,
  decimal: decimalEntries,
  display: {},
  file: fileEntries,
  group: {},
  integer: integerEntries,
  quantity: quantityEntries,
  rating: { isChosen: true },
  slider: sliderEntries,
  text: {},
  time: timeEntries,
  url: {},
} satisfies { [Type in Item['type']]: ItemTypeEntries<ItemOf<Type>> };

/** How a form without script shows each item type. A separate table: a widget that takes the place of a form only reads it. */
const markups = {
  boolean: { isPicked: true, write: writtenCode },
  choice: { isPicked: true, order: 'options', write: writtenCode },
  date: dateMarkup,
  dateTime: dateTimeMarkup,
  decimal: decimalMarkup,
  display: {},
  file: fileMarkup,
  group: {},
  integer: integerMarkup,
  quantity: quantityMarkup,
  rating: { isPicked: true, hasEnds: true, write: writtenCode },
  slider: sliderMarkup,
  text: textMarkup,
  time: timeMarkup,
  url: urlMarkup,
} satisfies { [Type in Item['type']]: ItemTypeMarkup<ItemOf<Type>> };

export const typeEntriesOf = ({ type }: Item): ItemTypeEntries<Item> => entries[type];

export const typeMarkupOf = ({ type }: Item): ItemTypeMarkup<Item> => markups[type];

/** Whether the answers of an item are chosen from a list of options. */
export const isChosen = (item: Item): boolean => !!typeEntriesOf(item).isChosen;

/** Whether a form shows an item as a list, with the reasons to leave it out as its last entries. */
export const isList = (item: Item): boolean => isChosen(item) || !!typeEntriesOf(item).isList?.(item);
