import type { Instrument } from '../instrument/instrument.ts';
import type { Problem } from '../plain-data/problem.ts';
import { agreeing } from './agreeing-language.ts';
import { takeResponse } from './read-response.ts';
import type { Resolved } from '../instrument/resolve-instrument.ts';
import type { Response } from './response.ts';
import { gate, isObject, textOf } from '../plain-data/shape.ts';
import type { Evaluator } from '../answering/evaluator.ts';
import { fullStructure } from '../answering/full-structure.ts';
import type { SheetStructure } from '../answering/structure.ts';

/** Finds an instrument by its id and options: `getInstrument`, or a function of the host. */
export type FindInstrument = (id: string, options: Readonly<Record<string, string>>) => Resolved;

export type ReadRecord =
  | {
      ok: true;
      /** Exactly what was asked. */
      instrument: Instrument;
      /** As `readResponse` returns it. */
      response: Response;
    }
  | { ok: false; problems: Problem[] };

/**
 * Reads a record from a host when its instrument is not known beforehand. Finds the instrument with the id and the options
 * in the record, then reads the record like `readResponse`. Returns at most 20 problems if there are any. The paths of the
 * problems from `find` begin with `instrument`. It never throws because of the data. An error that `find` throws is passed
 * on to the caller.
 */
export const readRecord = (find: FindInstrument, data: unknown, { evaluator }: { evaluator?: Evaluator } = {}): ReadRecord =>
  agreeing(takeRecord(find, data, fullStructure(evaluator)));

/** The same as `readRecord`, for instruments whose items `structure` supports, but without `agreeing`. */
export function takeRecord(find: FindInstrument, data: unknown, structure: SheetStructure): ReadRecord {
  const build = (record: unknown): ReadRecord => {
    const { id, options } = Object(Object(record).instrument) as Partial<Response['instrument']>;
    const resolved = find(textOf(id), isObject(options) ? options : {});
    if (!resolved.ok) {
      return { ok: false, problems: resolved.problems.map((problem) => ({ ...problem, path: `instrument.${problem.path}` })) };
    }
    const read = takeResponse(resolved.instrument, record, structure);
    return read.ok ? { ...resolved, ...read } : read;
  };
  return gate(data, { read: (record) => record, build });
}
