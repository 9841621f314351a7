import type { FastifyReply } from 'fastify';
import type { Markup } from './html.ts';

export function sendPage(reply: FastifyReply, page: Markup): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(page.text);
}
