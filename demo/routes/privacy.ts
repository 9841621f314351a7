import type { FastifyInstance } from 'fastify';
import { readClient } from '../clients.ts';
import type { Clinic } from '../clinic.ts';
import { privacyPage } from '../pages/privacy.ts';
import { listReadings } from '../readings.ts';
import { erasedUpTo, listErasures } from '../retention.ts';
import { sendPage } from '../send-page.ts';
import { signedInOnly } from '../signed-in.ts';
import { isStorable } from '../storable.ts';

const perPage = 50;
const mostErasures = 100;

/** What became of people's answers, for the clinicians. */
export async function privacyRoutes(server: FastifyInstance, { database, desk, retention }: Clinic): Promise<void> {
  server.get<{ Querystring: { client?: unknown; before?: unknown } }>('/clinician/privacy', { preHandler: signedInOnly(desk) }, async (request, reply) => {
    const { client, before } = request.query;
    const id = typeof client === 'string' && isStorable(client) ? client : undefined;
    const found = await listReadings(database, {
      client: id,
      before: typeof before === 'string' && /^\d{1,15}$/.test(before) ? before : undefined,
      most: perPage + 1,
    });
    const readings = found.slice(0, perPage);
    return sendPage(reply, privacyPage({
      days: retention?.days,
      erasedUpTo: await erasedUpTo(database),
      erasures: await listErasures(database, mostErasures),
      client: id === undefined ? undefined : { id, called: (await readClient(database, id))?.called },
      readings,
      earlier: found.length > perPage ? readings.at(-1)?.number : undefined,
    }));
  });
}
