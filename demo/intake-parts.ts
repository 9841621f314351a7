import { readRecord as readAny, type Response } from 'attune-elements/core';
import { getInstrument } from 'attune-elements/instruments';
import { PageRefusal } from './page-refusal.ts';
import { readRecord } from './read-record.ts';
import { Refusal } from './refusal.ts';
import { isStorable } from './storable.ts';

/** A part of the intake form. Each has a page of its own. */
export type PartName = 'name' | 'trust' | 'together' | 'terms';

/** A part that is answered in a widget. */
export type AskedPart = Exclude<PartName, 'name'>;

/** The parts in their order, with the instrument that each asks. */
export const instruments: Record<PartName, string | undefined> = {
  name: undefined,
  trust: 'trust-12',
  together: 'boundary-clarity',
  terms: 'boundary-clarity',
};

export const partNames = Object.keys(instruments) as PartName[];

export const isPart = (name: string): name is PartName => Object.hasOwn(instruments, name);

/** What a person filled in of the form: a name, and a completed record for each of the other parts. */
export type Filled = { name?: string } & Partial<Record<AskedPart, Response>>;

/** The texts that a form sent under one name. */
export type Entry = (name: string) => string[];

/** Reads a part as its page sends it. `undefined` if it is blank. Throws a `Refusal` for what cannot be stored. */
export function readPart(part: PartName, entry: Entry): string | Response | undefined {
  return part === 'name' ? readName(entry('called')) : readAnswers(entry(part), instruments[part] ?? '');
}

function readName([called = '']: string[]): string | undefined {
  const name = called.trim();
  if (name.length > 80) throw new PageRefusal(422, 'longName');
  if (!isStorable(name)) throw new PageRefusal(422, 'nameSigns');
  return name || undefined;
}

/** Nobody is a client before the form is sent. */
const nobody = '';

/** A widget that is blank adds no entry to its form. */
function readAnswers(entries: string[], instrument: string): Response | undefined {
  if (entries.length > 1) throw new Refusal(400, 'The form holds the same part more than once.');
  const [text] = entries;
  if (text === undefined) return undefined;
  let sent: Response | null;
  try {
    sent = JSON.parse(text) as Response | null;
  } catch {
    throw new Refusal(400, 'The answers in the form could not be read.');
  }
  if (sent?.instrument?.id !== instrument) throw new Refusal(422, 'The form holds answers to something else.');
  return readRecord(sent, { client: nobody }).response;
}

/** What came of a part that was not saved, as far as its page can show it again. It may be what cannot be stored. */
export function readUnsaved(part: PartName, entry: Entry): string | Response | undefined {
  try {
    const [text] = entry(part === 'name' ? 'called' : part);
    if (part === 'name' || text === undefined) return text;
    const read = readAny(getInstrument, JSON.parse(text));
    return read.ok && read.instrument.id === instruments[part] ? read.response : undefined;
  } catch {
    return undefined;
  }
}
