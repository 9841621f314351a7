import type { FastifyInstance } from 'fastify';
import type { Clinic } from '../clinic.ts';
import { readOutbox, sendAgain } from '../fhir/outbox.ts';
import { sendingPage } from '../pages/sending.ts';
import { sendPage } from '../send-page.ts';
import { signedInOnly } from '../signed-in.ts';

/** What waits to be sent to another FHIR server, and what that server refused. */
export async function sendingRoutes(server: FastifyInstance, { database, desk, fhir }: Clinic): Promise<void> {
  const onlySignedIn = { preHandler: signedInOnly(desk) };

  server.get('/clinician/sending', onlySignedIn, async (_request, reply) =>
    sendPage(reply, sendingPage(await readOutbox(database), !!fhir.forward)));

  server.post('/clinician/sending/again', onlySignedIn, async (_request, reply) => {
    await sendAgain(database);
    return reply.redirect('/clinician/sending', 303);
  });
}
