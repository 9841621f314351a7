import type { FastifyInstance } from 'fastify';
import type { Clinic } from '../clinic.ts';
import { clientOfForm, writeNonce } from '../nonce.ts';
import { intakePage } from '../pages/intake.ts';
import { intakeNamePage, intakeNothingPage, intakeThanksPage } from '../pages/intake-thanks.ts';
import { keepIntake } from '../intake.ts';
import { Refusal } from '../refusal.ts';
import { sendPage } from '../send-page.ts';

/** The page that follows a form, by what was stored. */
const pageAfter = { answers: '/intake/thanks', name: '/intake/thanks-for-name', nothing: '/intake/nothing' };

/** A page that anyone may open: plain HTML and a plain form. Each submitted form creates one client. */
export async function intakeRoutes(server: FastifyInstance, { database, secret, widgets }: Clinic): Promise<void> {
  server.get('/intake', async (_request, reply) => sendPage(reply, intakePage(widgets, writeNonce(secret))));

  server.post<{ Body: Record<string, unknown> | null | undefined }>('/intake', async (request, reply) => {
    // A browser sends only texts, but a script can send JSON.
    const entry = (name: string) =>
      [request.body?.[name] ?? []].flat().map((value) => {
        if (typeof value !== 'string') throw new Refusal(400, 'The form holds something else than text.');
        return value;
      });
    const client = clientOfForm(entry('nonce')[0] ?? '', secret);
    const kept = await database.transaction((queries) => keepIntake(queries, client, entry));
    return reply.redirect(pageAfter[kept], 303);
  });

  server.get(pageAfter.answers, async (_request, reply) => sendPage(reply, intakeThanksPage()));
  server.get(pageAfter.name, async (_request, reply) => sendPage(reply, intakeNamePage()));
  server.get(pageAfter.nothing, async (_request, reply) => sendPage(reply, intakeNothingPage()));
}
