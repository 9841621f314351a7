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

/** Explains in plain words why a request failed: as JSON to scripts, otherwise as a page. */
export function answerFailures(server: FastifyInstance, log?: (line: string) => void): void {
  server.setNotFoundHandler((request, reply) => answer(request, reply, new Refusal(404, plain[404] ?? '')));
  server.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    if (error instanceof Refusal) return answer(request, reply, error);
    const status = error.statusCode ?? 500;
    if (status < 500) return answer(request, reply, new Refusal(status, plain[status] ?? plain[400] ?? ''));
    // Messages of the database can quote the values to be written, so only the place in the code is logged.
    const place = error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 4)
      .join('\n');
    log?.(`${error.name} ${error.code ?? ''} in ${request.method} ${request.routeOptions.url}\n${place}`);
    return answer(
      request,
      reply,
      new Refusal(500, 'Something went wrong at the clinic. Nothing was kept. Please try again.'),
    );
  });
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { statusCode, message, problems }: Refusal,
): FastifyReply {
  reply.code(statusCode);
  if (request.url.startsWith('/api/') || isJson(request)) return reply.send({ reason: message, ...(problems.length && { problems }) });
  return sendPage(reply, failurePage(message));
}

/** Sent by a script, which needs JSON. */
const isJson = ({ headers }: FastifyRequest): boolean => /^application\/json\b/.test(headers['content-type'] ?? '');
