import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Desk } from './clinician-desk.ts';
import { type Reader, readerBy } from './readings.ts';

export const visitCookie = 'visit';

/** Lets only signed-in clinicians through, and redirects everyone else to the sign-in page. */
export function signedInOnly(desk: Desk) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> =>
    desk.knows(request.cookies[visitCookie]) ? undefined : reply.redirect('/clinician', 303);
}

/** The clinician who reads, as one of their visits. */
export const deskReader = ({ cookies }: FastifyRequest): Reader => readerBy('desk', cookies[visitCookie] ?? '');
