const long = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** `YYYY-MM-DD` as "Tuesday 3 November". */
export function longDay(day: string): string {
  return long.format(new Date(`${day}T00:00:00Z`));
}

/** `YYYY-MM-DD`, or a moment, as "3 Nov 2026". */
export function shortDay(day: string): string {
  return short.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** How a session was held. */
export const modes = { 'in-person': 'in the room', video: 'by video', phone: 'by phone' };
