import type { DateTimeItem } from '../../core/instrument/instrument.ts';
import { clockIn, momentIn } from '../zone-time.ts';
import type { ItemTypeEntries } from './item-type-entries.ts';
import type { ItemTypeMarkup } from './item-type-markup.ts';

export const dateTimeEntries: ItemTypeEntries<DateTimeItem> = {
  read: (texts, { timeZone }) => texts.map((text) => momentIn(text.trim(), timeZone)),
};

export const dateTimeMarkup: ItemTypeMarkup<DateTimeItem> = {
  order: 'moments',
  write: (value, timeZone) => clockIn(String(value), timeZone),
  field: ({ min, max }, { input, context }) => {
    const clock = (moment: string | undefined): string | undefined => moment && clockIn(moment, context.timeZone).slice(0, 16);
    return input({ type: 'datetime-local', min: clock(min), max: clock(max), placeholder: 'YYYY-MM-DDTHH:MM' });
  },
  note: (_, { words, timeZone }) => words('fhir.zone', { zone: timeZone }),
  problem: (_, __, words) => words('fhir.errorMoment'),
};
