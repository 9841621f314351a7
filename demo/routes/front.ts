import type { FastifyInstance } from 'fastify';
import type { Clinic } from '../clinic.ts';
import { sampleLinks } from '../sample-links.ts';
import { frontPage } from '../pages/front.ts';
import { sendPage } from '../send-page.ts';

export async function frontRoutes(server: FastifyInstance, { database, secret }: Clinic): Promise<void> {
  server.get('/', async (_request, reply) => sendPage(reply, frontPage(await sampleLinks(database, secret))));
}
