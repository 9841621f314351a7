import type { Instrument } from '../../core/instrument/instrument.ts';
import type { ReadResponse } from '../../core/record/read-response.ts';
import type { Answer } from '../../core/record/response.ts';
import type { DraftPart, Words } from './draft.ts';
import { keyOfAnswer, readState, writeState } from './part-state.ts';

/** What an instrument can take of a part of a draft. */
export interface Fitted {
  /** What can be restored; `undefined` if nothing can. */
  state: string | undefined;
  /** The answers that no longer fit, in words. */
  aside: readonly Words[];
}

interface Gate {
  /** Checks a record, as `readResponse` does for the instrument. */
  read: (data: unknown) => ReadResponse;
  newId: () => string;
}

type Asked = Pick<Instrument, 'id' | 'version' | 'options'>;

const inOrder = (options: object | undefined): string => JSON.stringify(Object.entries(Object(options) as object).sort());

/** Whether a part has answers to this instrument with these options, in whichever version and language. */
export function isFor({ state }: DraftPart, { id, options }: Asked): boolean {
  const { instrument } = readState(state).record;
  return instrument?.id === id && inOrder(instrument.options) === inOrder(options);
}

/**
 * Takes from a part all answers that the instrument has now. If everything fits, the record stays as it is, also a completed one
 * that must be sent again unchanged. Otherwise it is a record in progress; a record that was sent before is then replaced by a new one.
 */
export function fitPart({ state, words }: DraftPart, { id, version, options }: Asked, { read, newId }: Gate): Fitted {
  const { record, entries, rejected } = readState(state);
  if (!rejected.size && read(record).ok) return { state, aside: [] };
  const sentAs = record.status === 'completed' && { id: newId(), replaces: record.id };
  const fields: Record<string, unknown> = { ...record, ...sentAs, instrument: { id, version, options }, status: 'in-progress', completedAt: undefined };
  const lost: Answer[] = [];
  const typed: Answer[] = [];
  let left = entries;
  for (;;) {
    const result = read({ ...fields, answers: left });
    if (result.ok) {
      const { response } = result;
      return { state: writeState({ record: response, entries: [...response.answers, ...typed], rejected: new Set(typed) }), aside: inWords(lost, words) };
    }
    const wrong = new Set<Answer>();
    let isUnknown = false;
    for (const { path } of result.problems) {
      const [, at, part] = /^answers\[(\d+)\](.*)/.exec(path) ?? [];
      const entry = at === undefined ? undefined : left[Number(at)];
      if (entry && !wrong.has(entry)) {
        wrong.add(entry);
        // It goes back to its item, which says what is wrong with it.
        (part === '.values' && rejected.has(entry) ? typed : lost).push(entry);
      } else if (!entry && path in fields) {
        // A field of another version of the library.
        delete fields[path];
        isUnknown = true;
      }
    }
    // The fault is not in an answer.
    if (!wrong.size && !isUnknown) return { state: undefined, aside: inWords([...lost, ...typed, ...left], words) };
    left = left.filter((entry) => !wrong.has(entry));
  }
}

const inWords = (answers: readonly Answer[], words: readonly Words[]): Words[] =>
  answers.map((answer) => words.find(([key]) => key === keyOfAnswer(answer)) ?? [keyOfAnswer(answer), answer.item, JSON.stringify((answer as { values?: unknown }).values) ?? '']);
