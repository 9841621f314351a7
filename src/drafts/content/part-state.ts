import { keyOf } from '../../core/instrument/item-index.ts';
import type { Answer, Response } from '../../core/record/response.ts';

/** The state of one questionnaire in a draft. Its record was not checked. */
export interface PartState {
  record: Partial<Response>;
  /** The answers, and what was typed and is no valid answer, as an answer too. */
  entries: readonly Answer[];
  /** Those that are no valid answers. */
  rejected: ReadonlySet<Answer>;
}

const hasPlace = (value: unknown): value is Answer => {
  const { item, at } = Object(value) as Partial<Answer>;
  return typeof item === 'string' && (at === undefined || Array.isArray(at));
};

const entriesIn = (list: unknown): Answer[] => (Array.isArray(list) ? list.filter(hasPlace) : []);

/** Reads the state of a questionnaire as far as it can be read. Never throws. */
export function readState(text: string): PartState {
  let state: unknown;
  try {
    state = JSON.parse(text);
  } catch {
    // It counts as a state without anything.
  }
  const { rejected, ...record } = Object(state) as { rejected?: unknown; answers?: unknown };
  const typed = entriesIn(rejected).map(({ item, at, given }: Answer & { given?: unknown }) => ({ item, ...(at?.length && { at }), state: 'answered', values: given }) as Answer);
  return { record: record as Partial<Response>, entries: [...entriesIn(record.answers), ...typed], rejected: new Set(typed) };
}

/** The text that the widget restores. */
export function writeState({ record, entries, rejected }: PartState): string {
  const typed = entries.flatMap((entry) => (rejected.has(entry) ? [{ item: entry.item, at: entry.at ?? [], given: (entry as { values?: unknown }).values }] : []));
  return JSON.stringify({ ...record, answers: entries.filter((entry) => !rejected.has(entry)), ...(typed.length && { rejected: typed }) });
}

/** The key of the item of an answer. */
export const keyOfAnswer = ({ item, at = [] }: Answer): string => keyOf(item, at);

/** Whether two states are of the same record. */
export const isSameRecord = (one: string, other: string): boolean => readState(one).record.id === readState(other).record.id;

/** Whether two states are of the same record and have the same answers. */
export const isSameState = (one: string, other: string): boolean =>
  isSameRecord(one, other) && JSON.stringify(readState(one).entries) === JSON.stringify(readState(other).entries);
