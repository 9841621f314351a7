import type { FastifyInstance } from 'fastify';
import { bearer } from '../bearer.ts';
import { readClient } from '../clients.ts';
import type { Clinic } from '../clinic.ts';
import { lastQuestions } from '../cards.ts';
import { deviceKey } from '../device-key.ts';
import { wordsOf } from '../language-of.ts';
import { PageRefusal } from '../page-refusal.ts';
import { sessionPage } from '../pages/session.ts';
import { keepRecord, listRecords } from '../records.ts';
import { sendPage } from '../send-page.ts';
import { readSession } from '../sessions.ts';
import { keepSitting } from '../sittings.ts';
import { tokenInAddress } from '../token-in-address.ts';
import { noteReading, readerBy } from '../readings.ts';
import { readToken } from '../tokens.ts';

/** Enough for several long forms with much text. */
const sittingLimit = 384 * 1024;

/** The page after a session, for the client who has the link, and the routes that take its records. */
export async function sessionRoutes(server: FastifyInstance, { database, secret, widgets, fhir, keepPace }: Clinic): Promise<void> {
  const forwards = !!fhir.forward;

  server.get<{ Params: { token: string } }>('/session/:token', async (request, reply) => {
    const pass = readToken('session', tokenInAddress(request), secret);
    const own = (instrument: string) => listRecords(database, { client: pass.client, instrument, author: 'client' });
    const [client, session, cards, checkIns] = await Promise.all([
      readClient(database, pass.client),
      readSession(database, pass),
      own('boundary-clarity'),
      own('progress-check-in'),
    ]);
    if (!client || !session) throw new PageRefusal(404, 'unknownSession');
    const words = wordsOf(request);
    const before = {
      questions: lastQuestions(cards, session.id, words.language),
      checkIns: checkIns.filter(({ supersededBy }) => !supersededBy).map(({ body }) => body),
    };
    if (before.questions.length || before.checkIns.length) {
      await noteReading(database, { reader: readerBy('client', request.params.token), what: 'own answers of last time', whose: [client.id] });
    }
    const key = deviceKey('session', [client.id, session.id], secret);
    return sendPage(reply, sessionPage(widgets, words, { client, session, before, key }));
  });

  server.post('/api/responses', async (request, reply) => {
    const pass = readToken('session', bearer(request), secret);
    keepPace(pass.client);
    const kept = await database.transaction(async (queries) => {
      if (!(await readSession(queries, pass))) throw new PageRefusal(404, 'unknownSession');
      return keepRecord(queries, { ...pass, forwards }, request.body);
    });
    return reply.code(kept === 'stored' ? 201 : 200).send({ kept });
  });

  server.post('/api/sittings', { bodyLimit: sittingLimit }, async (request, reply) => {
    const pass = readToken('session', bearer(request), secret);
    keepPace(pass.client);
    const kept = await database.transaction(async (queries) => {
      if (!(await readSession(queries, pass))) throw new PageRefusal(404, 'unknownSession');
      return keepSitting(queries, { ...pass, forwards }, request.body);
    });
    return reply.code(kept.includes('stored') ? 201 : 200).send({ kept });
  });
}
