import type { FastifyInstance } from 'fastify';
import { listClients, readClient, unknownClient } from '../clients.ts';
import type { Clinic } from '../clinic.ts';
import { listMilestones } from '../milestones.ts';
import { clientPage } from '../pages/client.ts';
import { clientsPage } from '../pages/clients.ts';
import { signInPage } from '../pages/sign-in.ts';
import { listRecords } from '../records.ts';
import { Refusal } from '../refusal.ts';
import { sendPage } from '../send-page.ts';
import { listSessions } from '../sessions.ts';
import { signedInOnly, visitCookie } from '../signed-in.ts';

/** The clinicians' own pages. */
export async function clinicianRoutes(server: FastifyInstance, { database, desk }: Clinic): Promise<void> {
  const onlySignedIn = { preHandler: signedInOnly(desk) };
  const cookie = { path: '/clinician', httpOnly: true, sameSite: 'strict', secure: 'auto' } as const;

  server.get('/clinician', async (request, reply) => {
    if (!desk.knows(request.cookies[visitCookie])) return sendPage(reply, signInPage());
    const [clients, sessions, records] = await Promise.all([
      listClients(database),
      listSessions(database),
      listRecords(database),
    ]);
    return sendPage(reply, clientsPage(clients, sessions, records));
  });

  server.post<{ Body: { password?: unknown } | undefined }>('/clinician/sign-in', async (request, reply) => {
    const visit = await desk.signIn(String(request.body?.password ?? ''), request.ip);
    if (!visit) return sendPage(reply.code(401), signInPage('That is not the password.'));
    return reply.setCookie(visitCookie, visit, cookie).redirect('/clinician', 303);
  });

  server.post('/clinician/sign-out', async (request, reply) => {
    desk.signOut(request.cookies[visitCookie]);
    return reply.clearCookie(visitCookie, cookie).redirect('/clinician', 303);
  });

  server.get<{ Params: { id: string } }>('/clinician/clients/:id', onlySignedIn, async (request, reply) => {
    const client = await readClient(database, request.params.id);
    if (!client) throw new Refusal(404, unknownClient);
    const [sessions, records, milestones] = await Promise.all([
      listSessions(database, client.id),
      listRecords(database, client.id),
      listMilestones(database, client.id, 'shared'),
    ]);
    return sendPage(reply, clientPage(client, sessions, records, milestones));
  });
}
