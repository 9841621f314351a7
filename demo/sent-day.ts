import { Refusal } from './refusal.ts';
import { sentText } from './sent-text.ts';

/** Reads the `date` in the body of a request, `YYYY-MM-DD`. Throws a `Refusal` if it is not a day of the calendar. */
export function sentDay(whose: string, sent: Record<string, unknown>): string {
  const date = sentText(sent, 'date', { whose, most: 10 });
  if (date && isDay(date)) return date;
  throw new Refusal(422, `The ${whose}’s day is not a day of the calendar.`);
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  // PostgreSQL knows no year 0.
  return /^(?!0000)\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
