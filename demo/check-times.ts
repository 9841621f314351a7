import { PageRefusal } from './page-refusal.ts';
import type { Response } from 'attune-elements/core';
import { Refusal } from './refusal.ts';

const day = 24 * 60 * 60 * 1000;

/** No time zone is east of +14:00 or west of −12:00, and PostgreSQL refuses offsets of 16 hours and more. */
const noPlace = /(\+(1[5-9]|2\d)|-(1[3-9]|2\d)):\d\d$/;

/**
 * Refuses an impossible time, because a clinician reads when a record was filled in, and records are in that order. The
 * clock of a device may be a day ahead, may have restarted at 1970, or may be set back while a person fills in.
 */
export function checkTimes({ startedAt, completedAt }: Pick<Response, 'startedAt'> & { completedAt: string }, now: Date): void {
  if (noPlace.test(startedAt) || noPlace.test(completedAt)) {
    throw new Refusal(422, 'The record was filled in by a clock of no place on earth.');
  }
  const [start, end] = [Date.parse(startedAt), Date.parse(completedAt)];
  if (end > now.getTime() + day) throw new PageRefusal(422, 'future');
  if (Math.min(start, end) < 0) throw new Refusal(422, 'The record was filled in before 1970.');
}
