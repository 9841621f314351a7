import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isFhir, sendOutcome } from './fhir/outcome.ts';
import { standingHeaders } from './headers.ts';
import type { Log } from './log.ts';
import { Away, isAway } from './later.ts';
import { wordsOf } from './language-of.ts';
import { PageRefusal, reasonIn } from './page-refusal.ts';
import { failurePage } from './pages/failure.ts';
import { Refusal } from './refusal.ts';
import { sendPage } from './send-page.ts';
import { ownWords } from './words/words.ts';

const plain: Record<number, PageRefusal['key']> = {
  400: 'unreadable',
  404: 'noPage',
  413: 'tooMuch',
  414: 'longAddress',
  415: 'otherContent',
};

const plainRefusal = (status: number): PageRefusal => new PageRefusal(status, plain[status] ?? 'unreadable');

/** Answers an address that the router cannot read. Its own answer would repeat the address, with any token in it. */
export function answerUnreadable(error: { statusCode?: number }, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode ?? 400;
  answer(request, reply.headers(standingHeaders), plainRefusal(status));
}

/** Explains in plain words why requests fail: as FHIR says it, as JSON to scripts, otherwise as a page. */
export function answerFailures(server: FastifyInstance, explain: Explain): void {
  server.setNotFoundHandler((request, reply) => answer(request, reply, plainRefusal(404)));
  server.setErrorHandler((error: Failure, request, reply) => answer(request, reply, explain(error, request)));
}

export type Failure = Error & { statusCode?: number; code?: string };

/** Logs a failure of the server, and says in plain words why a request failed. */
export type Explain = (error: Failure, request: FastifyRequest) => Refusal;

export function explainTo(log?: Log): Explain {
  return (error, request) => {
    if (error instanceof Refusal) return error;
    if (isAway(error)) return new Away();
    const status = error.statusCode ?? 500;
    if (status < 500) return plainRefusal(status);
    // Messages of the database can quote the values to be written, so only the place in the code is logged.
    const place = error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 4)
      .join('\n');
    log?.(`${error.name} ${error.code ?? ''} in ${request.method} ${request.routeOptions.url}\n${place}`);
    return new PageRefusal(500, 'broken');
  };
}

export function answer(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  if (isFhir(request)) return sendOutcome(reply, refusal);
  const { statusCode, message, problems } = refusal;
  reply.code(statusCode);
  if ('retryAfter' in refusal) reply.header('retry-after', String(refusal.retryAfter));
  if (request.url.startsWith('/api/') || isJson(request)) return reply.send({ reason: message, ...(problems.length && { problems }) });
  const words = isAtDesk(request) ? ownWords : wordsOf(request);
  return sendPage(reply, failurePage(words, reasonIn(words, refusal), request.method === 'POST'));
}

/** The desk speaks the clinic's language, whatever the browser asks for. */
function isAtDesk({ url }: FastifyRequest): boolean {
  const [path = ''] = url.split('?');
  return path === '/clinician' || path.startsWith('/clinician/');
}

/** Sent by a script, which needs JSON. */
export const isJson = ({ headers }: FastifyRequest): boolean => /^application\/json\b/.test(headers['content-type'] ?? '');
