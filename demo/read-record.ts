import { type Instrument, readRecord as readAny, type Response } from 'attune-elements/core';
import { getInstrument } from 'attune-elements/instruments';
import { checkTimes } from './check-times.ts';
import { ownLanguage } from './languages.ts';
import { Refusal } from './refusal.ts';
import { isStorable } from './storable.ts';
import type { Pass } from './tokens.ts';
import { inLanguage, isClaimTrue } from './wording.ts';

/** Whose answers a record holds. */
export type Author = 'client' | 'therapist' | 'observer';

/** Where a record comes from: a client's link, or the clinicians' desk. */
export type Sender = 'client' | 'desk';

export interface ReadRecord {
  instrument: Instrument;
  response: Response;
  author: Author;
}

const authors = { client: 'client', clinician: 'therapist', observer: 'observer' } as const;

/** The client and session that a record is for, and who sends it, by default a client. */
export interface Origin extends Pass {
  from?: Sender;
  /** Whether the record is also sent to another FHIR server. */
  forwards?: boolean;
  /** When the record arrives. */
  now?: Date;
}

/**
 * Every record passes this check. It rebuilds the instrument that the record names and checks the record against it, or
 * throws a `Refusal`. A record that was completed more than a day after `now` is refused.
 */
export function readRecord(sent: unknown, { from = 'client', now = new Date(), ...pass }: Origin): ReadRecord {
  const read = readAny(getInstrument, sent);
  if (!read.ok) {
    const isNamed = typeof (sent as Partial<Response> | null)?.instrument?.id === 'string';
    if (!isNamed) throw new Refusal(400, 'The record does not say which instrument was answered.');
    const problems = read.problems.map(({ path, code }) => ({ path, code }));
    throw new Refusal(422, 'The record does not fit an instrument that the clinic uses.', problems);
  }
  const { instrument, response } = read;
  const { status, startedAt, completedAt } = response;
  if (status !== 'completed' || !completedAt) throw new Refusal(422, 'The record is not completed.');
  checkTimes({ startedAt, completedAt }, now);
  if (!Object.values(response.instrument.options).every(isStorable))
    throw new Refusal(422, 'The record names an option with signs that cannot be kept.');
  for (const id of [response.id, response.replaces ?? response.id]) {
    if (!/^[\w.~-]{8,100}$/.test(id))
      throw new Refusal(422, 'A record’s id must have 8 to 100 letters, digits, dots, dashes, tildes or underscores.');
  }
  if (!isClaimTrue(response)) throw new Refusal(422, 'The record names a wording that the clinic does not have.');
  const author = authors[instrument.audience];
  if ((author === 'client') !== (from === 'client') || (response.author ?? author) !== author) {
    throw new Refusal(
      403,
      from === 'client' ? 'This page takes a client’s own answers only.' : 'The desk takes no answers in a client’s place.',
    );
  }
  if (instrument.id === 'countertransference-reflection') {
    throw new Refusal(403, 'A reflection is its clinician’s own. The clinic keeps none.');
  }
  if ((response.subject ?? pass.client) !== pass.client) throw new Refusal(403, 'The record is about another client.');
  if (pass.session && (response.encounter ?? pass.session) !== pass.session) {
    throw new Refusal(403, 'The record is about another session.');
  }
  return { instrument, response, author };
}

/** The instrument of a stored record, with the options of that record, in the clinic's own wording. */
export function instrumentOf({ instrument }: { instrument: Pick<Response['instrument'], 'id' | 'options'> }): Instrument {
  return inLanguage(instrument, ownLanguage);
}
