import type { FastifyInstance } from 'fastify';
import { bearer } from '../bearer.ts';
import type { Clinic } from '../clinic.ts';
import { lastQuestions } from '../last-questions.ts';
import { sessionPage } from '../pages/session.ts';
import { keepRecord, listRecords } from '../records.ts';
import { Refusal } from '../refusal.ts';
import { sendPage } from '../send-page.ts';
import { readSession } from '../sessions.ts';
import { readToken } from '../tokens.ts';

/** The page after a session, for the one client whose link it is, and where its records go. */
export async function sessionRoutes(server: FastifyInstance, { database, secret, widgets }: Clinic): Promise<void> {
  server.get<{ Params: { token: string } }>('/session/:token', async (request, reply) => {
    const pass = readToken('session', request.params.token, secret);
    const session = await readSession(database, pass);
    if (!session) throw new Refusal(404, 'The clinic has no such session.');
    const last = lastQuestions(await listRecords(database, session.client), session.id);
    return sendPage(reply, sessionPage(widgets, session, last));
  });

  server.post('/api/responses', async (request, reply) => {
    const pass = readToken('session', bearer(request), secret);
    const kept = await database.transaction(async (queries) => {
      if (!(await readSession(queries, pass))) throw new Refusal(404, 'The clinic has no such session.');
      return keepRecord(queries, pass, request.body);
    });
    return reply.code(kept === 'stored' ? 201 : 200).send({ kept });
  });
}
