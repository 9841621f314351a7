const long = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** `YYYY-MM-DD` as "Tuesday 3 November", by default in the clinic's language. */
export function longDay(day: string, language = 'en-GB'): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(language, long);
}

/** `YYYY-MM-DD`, or a moment, as "3 Nov 2026". */
export function shortDay(day: string): string {
  return short.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** How a session was held. */
export const modes = { 'in-person': 'in the room', video: 'by video', phone: 'by phone' };
