import type { FastifyInstance } from 'fastify';
import type { Clinic } from '../clinic.ts';
import { wordsOf } from '../language-of.ts';
import { sampleLinks } from '../sample-links.ts';
import { frontPage } from '../pages/front.ts';
import { sendPage } from '../send-page.ts';

export async function frontRoutes(server: FastifyInstance, { database, secret }: Clinic): Promise<void> {
  server.get('/', async (request, reply) => sendPage(reply, frontPage(wordsOf(request), await sampleLinks(database, secret))));
}
