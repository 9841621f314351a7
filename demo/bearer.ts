import type { FastifyRequest } from 'fastify';

/** The token in the `Authorization` header, or an empty string if there is none. */
export function bearer(request: FastifyRequest): string {
  return /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
}
