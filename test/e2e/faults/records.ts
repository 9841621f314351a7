import type { Answer, Response } from 'attune-elements/core';
import type { Sendable } from '../../../src/outbox/content/waiting.ts';
import { pulse } from '../fill-in.ts';

/** A record that a person has filled in, and whether the clinic must refuse it. */
export interface Filled {
  record: Response;
  isImpossible: boolean;
}

/** Of 100 records: these are wrong, and these replace the one before of the same device. */
const IMPOSSIBLE = 3;
const REPLACING = 5;

/** A new record, begun and completed at these times. `before`: the id of the record that this device has sent before. */
export function newRecord(random: () => number, times: { startedAt: string; completedAt: string }, before?: string): Filled {
  const isImpossible = random() * 100 < IMPOSSIBLE;
  const replaces = before && random() * 100 < REPLACING ? { replaces: before } : {};
  const good = { ...pulse(), ...times, ...replaces };
  const answers: Answer[] = [{ item: 'no-such-item', state: 'answered', values: [1] }];
  return { record: isImpossible ? { ...good, answers } : good, isImpossible };
}

/** The answers of records as JSON, by their ids. */
export const answersOf = (records: readonly Sendable[]): Map<string, string> => new Map(records.map((record) => [record.id, JSON.stringify((record as Response).answers)]));

/** A record with other answers and the same id. */
export function otherRecord(record: Response): Response {
  const other = pulse({ t01: ['disagree'] });
  return { ...other, id: record.id };
}
