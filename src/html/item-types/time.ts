import type { TimeItem } from '../../core/instrument/instrument.ts';
import type { ItemTypeEntries } from './item-type-entries.ts';
import type { ItemTypeMarkup } from './item-type-markup.ts';

/** A browser may omit seconds that are zero. */
const withWantedSeconds = (time: string, { seconds }: TimeItem): string => (seconds && time.length === 5 ? `${time}:00` : time);

export const timeEntries: ItemTypeEntries<TimeItem> = {
  read: (texts, { item }) => texts.map((text) => withWantedSeconds(text.trim(), item)),
};

export const timeMarkup: ItemTypeMarkup<TimeItem> = {
  order: 'moments',
  field: ({ min, max, seconds }, { input }) =>
    input({ type: 'time', min, max, step: seconds ? 1 : undefined, placeholder: seconds ? 'HH:MM:SS' : 'HH:MM' }),
  problem: ({ min, max }, _, words) => (min && max ? words('errorTimeBetween', { min, max }) : words('errorTime')),
};
