import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { bearer } from '../bearer.ts';
import type { Clinic } from '../clinic.ts';
import { type Reader, readerBy } from '../readings.ts';
import { Refusal } from '../refusal.ts';
import { open } from '../seal.ts';
import { deskReader, visitCookie } from '../signed-in.ts';
import type { Pass } from '../tokens.ts';

/**
 * What a request may do. The desk and a program of the clinic may read all records. A client reads their own answers by the token of
 * `/me/`, and sends them by the token of `/session/`, as in the pages that these links open.
 */
export type Access = { reader: Reader } & (
  | { who: 'desk' | 'program' }
  | { who: 'client'; may: 'read'; client: string }
  | { who: 'client'; may: 'send'; pass: Pass }
);

const least = 32;

/** Throws for a token that could be guessed: guesses of it are not slowed down. */
export function checkServiceToken(token: string): void {
  if (token.length < least) throw new Error(`FHIR_SERVICE_TOKEN must have ${least} characters or more, made at random.`);
}

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Who sent a request. Throws a `Refusal` with 401 if nobody knows. */
export function accessOf(request: FastifyRequest, { desk, secret, fhir }: Pick<Clinic, 'desk' | 'secret' | 'fhir'>): Access {
  const token = bearer(request);
  if (!token) {
    if (desk.knows(request.cookies[visitCookie])) return { who: 'desk', reader: deskReader(request) };
    throw new Refusal(401, 'Sign in at the desk, or send a token in the Authorization header.');
  }
  if (fhir.serviceToken && timingSafeEqual(hash(token), hash(fhir.serviceToken))) return { who: 'program', reader: readerBy('program', token) };
  const [own, session] = (['me', 'session'] as const).map((purpose) => open(token, { purpose, secret }));
  const reader = readerBy('client', token);
  if (own?.ok) return { who: 'client', may: 'read', client: own.ids[0] ?? '', reader };
  if (session?.ok) {
    const [client = '', id] = session.ids;
    return { who: 'client', may: 'send', pass: { client, ...(id && { session: id }) }, reader };
  }
  const isExpired = [own, session].some((opened) => opened?.ok === false && opened.reason === 'expired');
  throw new Refusal(401, isExpired ? 'The token has expired.' : 'The token was not made by the clinic.');
}

/** Access that reads. Throws a `Refusal` with 403 for a token that only sends. */
export function toRead(access: Access): Exclude<Access, { may: 'send' }> {
  if (access.who === 'client' && access.may === 'send') {
    throw new Refusal(403, 'The token of a page after a session sends answers. It reads nothing.');
  }
  return access;
}
