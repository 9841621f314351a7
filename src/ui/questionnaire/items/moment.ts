// A moment is a date and a time with an offset from UTC: `2026-11-29T10:00:00+01:00`. A clock shows it without the offset.

const MINUTE = 60_000;
const OFFSET = /(Z|[+-]\d\d:\d\d)$/;

/** The reading of a clock as a number, in milliseconds. */
const numberOf = (clock: string): number => Date.parse(`${clock}Z`);

/** What the clock of this device shows at a moment, as such a number. */
const readingAt = (at: number): number => at - new Date(at).getTimezoneOffset() * MINUTE;

/** What the clock of the moment's own offset shows: `2026-11-29T10:00:00`. */
export const clockOf = (moment: string): string => moment.replace(OFFSET, '');

/** What the clock of this device shows at a moment, without seconds. */
export const clockHere = (moment: string): string => new Date(readingAt(Date.parse(moment))).toISOString().slice(0, 16);

/** Minutes from UTC as ISO 8601 writes them: `+05:30`. */
function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const parts = [Math.floor(size / 60), size % 60].map((part) => `${part}`.padStart(2, '0'));
  return (minutes < 0 ? '-' : '+') + parts.join(':');
}

/**
 * The moment at which the clock of this device shows a time. Where it is set back, it shows some times twice: this is the first.
 * Where it is set forward, it leaves some out: they are counted on from the time before. '' without a time.
 */
export function momentAt(clock: string): string {
  if (!clock) return '';
  const time = clock.length > 16 ? clock : `${clock}:00`;
  // Not `getTimezoneOffset`: for a time that is left out, it is another one.
  return time + offsetText((numberOf(time) - Date.parse(time)) / MINUTE);
}

/** Whether the time alone says which moment it is on this device: its clock shows it at that moment, and at no other. */
export function isClear(moment: string): boolean {
  const at = Date.parse(moment);
  const reading = numberOf(clockOf(moment));
  return readingAt(at) === reading && [-60, -30, 30, 60].every((minutes) => readingAt(at + minutes * MINUTE) !== reading);
}

/** The time zone of a moment: the name of the one of this device if its clock shows that time, else the offset: `UTC+05:30`. */
export function zoneName(moment: string, lang: string): string {
  const at = Date.parse(moment);
  const reading = numberOf(clockOf(moment));
  if (readingAt(at) !== reading) return `UTC${offsetText((reading - at) / MINUTE)}`;
  const parts = new Intl.DateTimeFormat(lang, { timeZoneName: 'long' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')!.value;
}

/** A moment as a language writes it, with its time zone if that is not clear. A text that is no moment stays as it is. */
export function momentWords(moment: string, lang: string): string {
  const reading = numberOf(clockOf(moment));
  if (Number.isNaN(reading)) return moment;
  const words = new Date(reading).toLocaleString(lang, {
    dateStyle: 'long',
    timeStyle: reading % MINUTE ? 'medium' : 'short',
    timeZone: 'UTC',
  });
  return isClear(moment) ? words : `${words} (${zoneName(moment, lang)})`;
}
