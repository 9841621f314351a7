import type { FastifyInstance } from 'fastify';
import { bearer } from '../bearer.ts';
import { readClient, unknownClient } from '../clients.ts';
import type { Clinic } from '../clinic.ts';
import { changeMilestone, listMilestones } from '../milestones.ts';
import { mePage } from '../pages/me.ts';
import { Refusal } from '../refusal.ts';
import { sendPage } from '../send-page.ts';
import { readToken } from '../tokens.ts';

/** A client's own page, and where the changes of their milestones go. */
export async function meRoutes(server: FastifyInstance, { database, secret, widgets }: Clinic): Promise<void> {
  server.get<{ Params: { token: string } }>('/me/:token', async (request, reply) => {
    const pass = readToken('me', request.params.token, secret);
    const client = await readClient(database, pass.client);
    if (!client) throw new Refusal(404, unknownClient);
    return sendPage(reply, mePage(widgets, client, await listMilestones(database, client.id)));
  });

  server.post('/api/milestones', async (request) => {
    const pass = readToken('me', bearer(request), secret);
    await database.transaction(async (queries) => {
      if (!(await readClient(queries, pass.client))) throw new Refusal(404, unknownClient);
      await changeMilestone(queries, pass.client, request.body);
    });
    return { kept: 'stored' };
  });
}
