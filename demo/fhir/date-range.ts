import { Refusal } from '../refusal.ts';
import type { Criterion } from './stored-records.ts';

const form = /^(eq|ge|gt|le|lt|sa|eb)?([12]\d{3})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::(\d\d(?:\.\d{1,9})?))?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** Whether a moment in a column is at, before or after what is searched for, by the prefix. Each text has half-open limits. */
const comparisons: Record<string, (column: string) => string> = {
  eq: (column) => `${column} >= lower(?::tstzrange) and ${column} < upper(?::tstzrange)`,
  ge: (column) => `${column} >= lower(?::tstzrange)`,
  gt: (column) => `${column} >= upper(?::tstzrange)`,
  sa: (column) => `${column} >= upper(?::tstzrange)`,
  le: (column) => `${column} < upper(?::tstzrange)`,
  lt: (column) => `${column} < lower(?::tstzrange)`,
  eb: (column) => `${column} < lower(?::tstzrange)`,
};

/**
 * A search for a date: a prefix, and a year, a month, a day or a moment. `2026-11` is the whole month. Without an offset it is UTC.
 * Throws a `Refusal` for another text.
 */
export function dateCriterion(column: string, text: string, name: string): Criterion {
  const [, prefix = 'eq', year, month = '01', day, time, seconds, offset = 'Z'] = form.exec(text) ?? [];
  const start = new Date(`${year}-${month}-${day ?? '01'}T${time ?? '00:00'}:${seconds ?? '00'}${offset}`);
  // A day that no calendar has becomes another day.
  const isDay = day === undefined || new Date(`${year}-${month}-${day}T00:00Z`).getUTCDate() === Number(day);
  if (year === undefined || Number.isNaN(start.getTime()) || !isDay) {
    throw new Refusal(400, `${name} is not a date as FHIR writes it. In an address, + is written %2B.`);
  }
  const end = new Date(start);
  if (seconds !== undefined) end.setTime(end.getTime() + (seconds.includes('.') ? 1 : 1000));
  else if (time !== undefined) end.setTime(end.getTime() + 60_000);
  else if (day !== undefined) end.setUTCDate(end.getUTCDate() + 1);
  else if (/-\d\d$/.test(text)) end.setUTCMonth(end.getUTCMonth() + 1);
  else end.setUTCFullYear(end.getUTCFullYear() + 1);
  return { sql: comparisons[prefix]!(column), value: `[${start.toISOString()},${end.toISOString()})` };
}
