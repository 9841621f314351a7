import type { FastifyInstance } from 'fastify';
import { readFilter, searchClients } from '../client-search.ts';
import { readClient } from '../clients.ts';
import type { Clinic } from '../clinic.ts';
import { readFormStatistics } from '../form-statistics.ts';
import { pace } from '../guesses.ts';
import { listSharedEntries } from '../journal.ts';
import { deviceCookie, writeDevice } from '../known-device.ts';
import { listMilestones } from '../milestones.ts';
import { noteReading } from '../readings.ts';
import { PageRefusal } from '../page-refusal.ts';
import { clientPage } from '../pages/client.ts';
import { clientsPage } from '../pages/clients.ts';
import { clinicPage } from '../pages/clinic.ts';
import { sessionDeskPage } from '../pages/session-desk.ts';
import { signInPage } from '../pages/sign-in.ts';
import { keepRecord, listRecords } from '../records.ts';
import { Refusal } from '../refusal.ts';
import { sendPage } from '../send-page.ts';
import { clientOfSession, listSessions } from '../sessions.ts';
import { deskReader, signedInOnly, visitCookie } from '../signed-in.ts';
import { sourceOf } from '../source-of-guess.ts';
import { markRead, readUnread } from '../unread.ts';

/** The clinicians' own pages. */
export async function clinicianRoutes(server: FastifyInstance, clinic: Clinic): Promise<void> {
  const { database, desk, secret, widgets, fhir } = clinic;
  const onlySignedIn = { preHandler: signedInOnly(desk) };
  const cookie = { path: '/clinician', httpOnly: true, sameSite: 'strict', secure: 'auto' } as const;
  // The FHIR API answers at an address of its own.
  const cookies = [cookie, { ...cookie, path: '/fhir' }] as const;
  const onlyForSignIn = { ...cookie, path: '/clinician/sign-in' };

  server.get<{ Querystring: Record<string, unknown> }>('/clinician', async (request, reply) => {
    if (!desk.knows(request.cookies[visitCookie])) return sendPage(reply, signInPage());
    const filter = readFilter(request.query);
    const list = await searchClients(database, filter);
    await noteReading(database, { reader: deskReader(request), what: 'list of clients', whose: list.shown.map(({ id }) => id) });
    return sendPage(reply, clientsPage(list, filter));
  });

  server.post<{ Body: { password?: unknown } | null | undefined }>('/clinician/sign-in', async (request, reply) => {
    const password = request.body?.password;
    const entry = await desk.signIn(typeof password === 'string' ? password : '', sourceOf(request, clinic));
    if (entry === 'wrong') return sendPage(reply.code(401), signInPage(entry));
    if (typeof entry === 'string') {
      return sendPage(reply.code(429).header('retry-after', String(pace / 1000)), signInPage(entry));
    }
    const { value, expires } = writeDevice(secret);
    for (const each of cookies) reply.setCookie(visitCookie, entry.visit, each);
    return reply
      .setCookie(deviceCookie, value, { ...onlyForSignIn, expires })
      .redirect('/clinician', 303);
  });

  server.post('/clinician/sign-out', async (request, reply) => {
    const visit = request.cookies[visitCookie];
    desk.signOut(visit);
    // A form of another site comes without cookies, so its answer must not delete them.
    if (visit !== undefined) for (const each of cookies) reply.clearCookie(visitCookie, each);
    return reply.redirect('/clinician', 303);
  });

  server.get<{ Params: { id: string }; Querystring: { before?: unknown } }>('/clinician/clients/:id', onlySignedIn, async (request, reply) => {
    const client = await readClient(database, request.params.id);
    if (!client) throw new PageRefusal(404, 'unknownClient');
    const [sessions, records, milestones, entries, unread] = await Promise.all([
      listSessions(database, client.id),
      listRecords(database, { client: client.id }),
      listMilestones(database, client.id, 'shared'),
      listSharedEntries(database, client.id),
      readUnread(database, client.id),
    ]);
    const { before } = request.query;
    await noteReading(database, { reader: deskReader(request), what: 'course', whose: [client.id] });
    const markBefore = typeof before === 'string' ? before : undefined;
    return sendPage(reply, clientPage(widgets, { client, sessions, records, milestones, entries, unread, markBefore }));
  });

  server.post<{ Params: { id: string }; Body: { upTo?: unknown } | null | undefined }>(
    '/clinician/clients/:id/read',
    onlySignedIn,
    async (request, reply) => {
      const client = await readClient(database, request.params.id);
      if (!client) throw new PageRefusal(404, 'unknownClient');
      const upTo = request.body?.upTo;
      if (typeof upTo !== 'string') throw new Refusal(400, 'The page does not say up to which moment you have read.');
      const { readTo } = await readUnread(database, client.id);
      await markRead(database, client.id, upTo);
      const isUndone = request.body && 'undo' in request.body;
      return reply.redirect(`/clinician/clients/${client.id}${isUndone ? '' : `?${new URLSearchParams({ before: readTo ?? '' })}`}`, 303);
    },
  );

  server.get<{ Params: { id: string } }>('/clinician/sessions/:id', onlySignedIn, async (request, reply) => {
    const { id } = request.params;
    const owner = await clientOfSession(database, id);
    if (owner === undefined) throw new PageRefusal(404, 'unknownSession');
    const [client, sessions, records] = await Promise.all([
      readClient(database, owner),
      listSessions(database, owner),
      listRecords(database, { session: id }),
    ]);
    const session = sessions.find((each) => each.id === id);
    if (!client || !session) throw new PageRefusal(404, 'unknownSession');
    await noteReading(database, { reader: deskReader(request), what: 'session', whose: [client.id] });
    return sendPage(reply, sessionDeskPage(widgets, { client, sessions, session, records }));
  });

  // No redirect if nobody is signed in: a script would read the page behind it as a success.
  server.post<{ Params: { id: string } }>('/clinician/sessions/:id/records', async (request, reply) => {
    if (!desk.knows(request.cookies[visitCookie])) throw new Refusal(401, 'Your visit has ended. Sign in again.');
    const session = request.params.id;
    const kept = await database.transaction(async (queries) => {
      const client = await clientOfSession(queries, session);
      if (client === undefined) throw new PageRefusal(404, 'unknownSession');
      return keepRecord(queries, { client, session, from: 'desk', forwards: !!fhir.forward }, request.body);
    });
    return reply.code(kept === 'stored' ? 201 : 200).send({ kept });
  });

  server.get<{ Querystring: { of?: string } }>('/clinician/clinic', onlySignedIn, async (request, reply) => {
    const of = request.query.of === 'others' ? 'others' : 'made-up';
    const figures = await readFormStatistics(database, of);
    await noteReading(database, { reader: deskReader(request), what: 'figures of the instruments', whose: [] });
    return sendPage(reply, clinicPage(widgets, figures, of));
  });
}
