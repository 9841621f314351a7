// A moment as the clock of a time zone shows it. A form without script cannot know the zone of the person's device.

const MINUTE = 60_000;
const OFFSET = /(Z|[+-]\d\d:\d\d)$/;

/** What the clock of a zone shows at an instant, in milliseconds as if it were UTC. */
function readingAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  }).formatToParts(instant);
  const at = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(at.year!, at.month! - 1, at.day, at.hour, at.minute, at.second);
}

/** Whether the platform knows a time zone by this name. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return !!new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    return false;
  }
}

/**
 * The moment at which the clock of a zone shows a date and time: `2026-11-29T10:00` is `2026-11-29T10:00:00+01:00` in Berlin. Where
 * the clock is set back, it shows some times twice: this is the first. A text that is no such time stays as it is.
 */
export function momentIn(clock: string, timeZone: string): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(clock) || OFFSET.test(clock)) return clock;
  const time = clock.length > 16 ? clock : `${clock}:00`;
  const reading = Date.parse(`${time}Z`);
  if (Number.isNaN(reading)) return clock;
  // The offset before and after a change of the clock. The first one that fits is that of the earlier moment.
  const offsets = [-1, 1].map((days) => readingAt(reading + days * 24 * 60 * MINUTE, timeZone) - (reading + days * 24 * 60 * MINUTE));
  const offset = offsets.find((one) => readingAt(reading - one, timeZone) === reading) ?? offsets[0]!;
  const minutes = Math.round(offset / MINUTE);
  const parts = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) => `${part}`.padStart(2, '0'));
  return `${time}${minutes < 0 ? '-' : '+'}${parts.join(':')}`;
}

/** What the clock of a zone shows at a moment: `2026-11-29T10:00`. A text that is no moment stays as it is. */
export function clockIn(moment: string, timeZone: string): string {
  const instant = Date.parse(moment);
  if (Number.isNaN(instant) || !OFFSET.test(moment)) return moment;
  const clock = new Date(readingAt(instant, timeZone)).toISOString();
  return clock.slice(0, clock.slice(17, 19) === '00' ? 16 : 19);
}
