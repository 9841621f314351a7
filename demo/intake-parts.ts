import { type Answer, readRecord as readAny, type Response } from 'attune-elements/core';
import { type Entries, type FormProblem, readForm } from 'attune-elements/html';
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

export const askedParts = partNames.filter((part) => part !== 'name');

export const isPart = (name: string): name is PartName => Object.hasOwn(instruments, name);

/** What a person filled in of the form: a name, and a completed record for each of the other parts. */
export type Filled = { name?: string } & Partial<Record<AskedPart, Response>>;

/** The texts that a form sent under one name. */
export interface Entry {
  (name: string): string[];
  /** All of them. */
  entries: Entries;
}

/** What a person has sent without script, and what is wrong with it or was left out of the record. */
export interface SentForm {
  entries: Entries;
  problems?: readonly FormProblem[];
  notAsked?: readonly Answer[];
}

/** Reads a part as its page sends it. `undefined` if it is blank. Throws a `Refusal` for what cannot be stored. */
export function readPart(part: PartName, entry: Entry): string | Response | undefined {
  return part === 'name' ? readName(entry('called')) : readAnswers(part, entry, instruments[part] ?? '');
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
function readAnswers(part: PartName, entry: Entry, instrument: string): Response | undefined {
  const entries = entry(part);
  if (entries.length > 1) throw new Refusal(400, 'The form holds the same part more than once.');
  const [text] = entries;
  let sent: Response | null;
  if (text === undefined) {
    const plain = readPlain(part, entry);
    if (plain.state === 'blank') return undefined;
    if (plain.state === 'refused') throw new Refusal(422, 'Some answers have to be mended first.');
    if (plain.instrument.id !== instrument) throw new Refusal(422, 'The form holds answers to something else.');
    return readRecord(plain.response, { client: nobody }).response;
  }
  try {
    sent = JSON.parse(text) as Response | null;
  } catch {
    throw new Refusal(400, 'The answers in the form could not be read.');
  }
  if (sent?.instrument?.id !== instrument) throw new Refusal(422, 'The form holds answers to something else.');
  return readRecord(sent, { client: nobody }).response;
}

/** What a browser without scripts sends. */
const readPlain = (part: PartName, { entries }: Entry) => readForm(entries, { name: part, find: getInstrument, now: new Date().toISOString() });

/** What a browser without scripts has sent of a part, if it could not be read. */
export function readRefused(part: PartName, entry: Entry): SentForm | undefined {
  if (part === 'name' || entry(part).length) return undefined;
  const read = readPlain(part, entry);
  return read.state === 'refused' ? { entries: entry.entries, problems: read.problems } : undefined;
}

/** What a browser without scripts has sent of a part that was saved, if answers were left out: nobody was to give them. */
export function readLeftOut(part: PartName, entry: Entry): SentForm | undefined {
  if (part === 'name') return undefined;
  const read = readPlain(part, entry);
  return read.state === 'completed' && read.notAsked.length ? { entries: entry.entries, notAsked: read.notAsked } : undefined;
}

/** What came of a part that was not saved, as far as its page can show it again. It may be what cannot be stored. */
export function readUnsaved(part: PartName, entry: Entry): string | Response | undefined {
  try {
    const [text] = entry(part === 'name' ? 'called' : part);
    if (part === 'name') return text;
    if (text === undefined) {
      const plain = readPlain(part, entry);
      return plain.state === 'completed' && plain.instrument.id === instruments[part] ? plain.response : undefined;
    }
    const read = readAny(getInstrument, JSON.parse(text));
    return read.ok && read.instrument.id === instruments[part] ? read.response : undefined;
  } catch {
    return undefined;
  }
}
