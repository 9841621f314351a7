import type { Instrument } from '../instrument/instrument.ts';
import type { Problem } from '../plain-data/problem.ts';
import { takeResponse } from './read-response.ts';
import type { Resolved } from '../instrument/resolve-instrument.ts';
import type { Response } from './response.ts';
import { gate, isObject, textOf } from '../plain-data/shape.ts';
import { nestedSheet, type SheetStructure } from '../answering/structure.ts';

/** Gives the instrument of an id with these options: `getInstrument`, or a host's own. */
export type FindInstrument = (id: string, options: Readonly<Record<string, string>>) => Resolved;

export type ReadRecord =
  | {
      ok: true;
      /** What was asked, exactly. */
      instrument: Instrument;
      /** As `readResponse` gives it. */
      response: Response;
    }
  | { ok: false; problems: Problem[] };

/**
 * Reads a record from outside by what it says itself: finds the instrument that it names, with the options that it was
 * asked with, and takes it through the gate of `readResponse`. What `find` says is wrong stands under `instrument`; all
 * else that is wrong is what `readResponse` says (20 problems at most). Data never makes it throw; an error of `find` goes on
 * to the caller.
 */
export const readRecord = (find: FindInstrument, data: unknown): ReadRecord => takeRecord(find, data, nestedSheet);

/** The same for instruments whose items are all such as `structure` takes. */
export function takeRecord(find: FindInstrument, data: unknown, structure: SheetStructure): ReadRecord {
  const take = (record: unknown): ReadRecord => {
    const { id, options } = Object(Object(record).instrument) as Partial<Response['instrument']>;
    const resolved = find(textOf(id), isObject(options) ? options : {});
    if (!resolved.ok) {
      return { ok: false, problems: resolved.problems.map((problem) => ({ ...problem, path: `instrument.${problem.path}` })) };
    }
    const read = takeResponse(resolved.instrument, record, structure);
    return read.ok ? { ...resolved, ...read } : read;
  };
  return gate(data, { read: (record) => record, take });
}
