import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Clinic } from '../clinic.ts';

/** In milliseconds. A database that answers later than this is not ready. */
const patience = 2000;

/**
 * For what watches the server. `/healthz`: the process answers. `/readyz`: it also reaches its database and does not close, so that
 * requests may be sent to it.
 */
export async function healthRoutes(server: FastifyInstance, { database, drain }: Clinic): Promise<void> {
  server.get('/healthz', async () => ({ status: 'alive' }));

  server.get('/readyz', async (_request, reply) => {
    const answer = drain.isOn ? false : await Promise.race([database.query('select 1').then(() => true, () => false), pause(patience, false)]);
    if (answer) return { status: 'ready' };
    return reply.code(503).header('retry-after', '5').send({ status: drain.isOn ? 'closing' : 'no database' });
  });
}
