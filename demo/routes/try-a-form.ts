import type { FastifyInstance } from 'fastify';
import type { Clinic } from '../clinic.ts';
import { tryAFormPage } from '../pages/try-a-form.ts';
import { readPasted } from '../read-pasted.ts';
import { sendPage } from '../send-page.ts';
import { signedInOnly } from '../signed-in.ts';

/** The largest forms of other systems have some 300 KB, and a browser sends each quotation mark as three characters. */
const limit = 2 * 1024 * 1024;

/** A clinician sees a Questionnaire of another system as a form. Nothing of it is stored. */
export async function tryAFormRoutes(server: FastifyInstance, { desk, widgets }: Clinic): Promise<void> {
  // Before the body is read, because it may be large.
  const onlySignedIn = { onRequest: signedInOnly(desk) };

  server.get('/clinician/try-a-form', onlySignedIn, async (_request, reply) => sendPage(reply, tryAFormPage(widgets, '')));

  server.post<{ Body: { questionnaire?: unknown } | null | undefined }>(
    '/clinician/try-a-form',
    { ...onlySignedIn, bodyLimit: limit },
    async (request, reply) => {
      const given = request.body?.questionnaire;
      const text = typeof given === 'string' ? given : '';
      const pasted = readPasted(text);
      return sendPage(pasted.form ? reply : reply.code(422), tryAFormPage(widgets, text, pasted));
    },
  );
}
