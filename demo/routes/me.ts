import type { FastifyInstance } from 'fastify';
import { bearer } from '../bearer.ts';
import { readClient } from '../clients.ts';
import type { Clinic } from '../clinic.ts';
import { keepSharedEntry, readJournalKey } from '../journal.ts';
import { wordsOf } from '../language-of.ts';
import { changeMilestone, listMilestones } from '../milestones.ts';
import { PageRefusal } from '../page-refusal.ts';
import { mePage } from '../pages/me.ts';
import { sendPage } from '../send-page.ts';
import { tokenInAddress } from '../token-in-address.ts';
import { noteReading, readerBy } from '../readings.ts';
import { readToken } from '../tokens.ts';

/** A client's own page, and the routes that take a change of a milestone or a shared journal entry. */
export async function meRoutes(server: FastifyInstance, { database, secret, widgets }: Clinic): Promise<void> {
  server.get<{ Params: { token: string } }>('/me/:token', async (request, reply) => {
    const pass = readToken('me', tokenInAddress(request), secret);
    const client = await readClient(database, pass.client);
    if (!client) throw new PageRefusal(404, 'unknownClient');
    const [milestones, journalKey] = await Promise.all([
      listMilestones(database, client.id),
      readJournalKey(database, client.id),
    ]);
    if (milestones.length) {
      await noteReading(database, { reader: readerBy('client', request.params.token), what: 'own milestones', whose: [client.id] });
    }
    return sendPage(reply, mePage(widgets, wordsOf(request), { client, milestones, journalKey }));
  });

  server.post('/api/milestones', async (request) => {
    const pass = readToken('me', bearer(request), secret);
    await database.transaction(async (queries) => {
      if (!(await readClient(queries, pass.client))) throw new PageRefusal(404, 'unknownClient');
      await changeMilestone(queries, pass.client, request.body);
    });
    return { kept: 'stored' };
  });

  server.post('/api/journal', async (request, reply) => {
    const pass = readToken('me', bearer(request), secret);
    const kept = await database.transaction(async (queries) => {
      if (!(await readClient(queries, pass.client))) throw new PageRefusal(404, 'unknownClient');
      return keepSharedEntry(queries, pass.client, request.body);
    });
    return reply.code(kept === 'stored' ? 201 : 200).send({ kept });
  });
}
