import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { standingHeaders } from './headers.ts';
import { failurePage } from './pages/failure.ts';
import { Refusal } from './refusal.ts';
import { sendPage } from './send-page.ts';

const plain: Record<number, string> = {
  400: 'The request could not be read.',
  404: 'There is no such page.',
  413: 'That is more than the clinic takes at once.',
  414: 'The address is too long.',
  415: 'The clinic does not read this kind of content.',
};

/** Answers an address that the router cannot read. Its own answer would repeat the address, with any token in it. */
export function answerUnreadable(error: { statusCode?: number }, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode ?? 400;
  answer(request, reply.headers(standingHeaders), new Refusal(status, plain[status] ?? plain[400] ?? ''));
}

/** Explains in plain words why requests fail: as JSON to scripts, otherwise as a page. */
export function answerFailures(server: FastifyInstance, explain: Explain): void {
  server.setNotFoundHandler((request, reply) => answer(request, reply, new Refusal(404, plain[404] ?? '')));
  server.setErrorHandler((error: Failure, request, reply) => answer(request, reply, explain(error, request)));
}

export type Failure = Error & { statusCode?: number; code?: string };

/** Logs a failure of the server, and says in plain words why a request failed. */
export type Explain = (error: Failure, request: FastifyRequest) => Refusal;

export function explainTo(log?: (line: string) => void): Explain {
  return (error, request) => {
    if (error instanceof Refusal) return error;
    const status = error.statusCode ?? 500;
    if (status < 500) return new Refusal(status, plain[status] ?? plain[400] ?? '');
    // Messages of the database can quote the values to be written, so only the place in the code is logged.
    const place = error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 4)
      .join('\n');
    log?.(`${error.name} ${error.code ?? ''} in ${request.method} ${request.routeOptions.url}\n${place}`);
    return new Refusal(500, 'Something went wrong at the clinic. Nothing was kept. Please try again.');
  };
}

export function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { statusCode, message, problems }: Refusal,
): FastifyReply {
  reply.code(statusCode);
  if (request.url.startsWith('/api/') || isJson(request)) return reply.send({ reason: message, ...(problems.length && { problems }) });
  return sendPage(reply, failurePage(message, request.method === 'POST'));
}

/** Sent by a script, which needs JSON. */
export const isJson = ({ headers }: FastifyRequest): boolean => /^application\/json\b/.test(headers['content-type'] ?? '');
