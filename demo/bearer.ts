import type { FastifyRequest } from 'fastify';

/** The token in the `Authorization` header; an empty string without one. */
export function bearer(request: FastifyRequest): string {
  return /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
}
