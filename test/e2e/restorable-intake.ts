import type { FastifyInstance } from 'fastify';
import type { Database } from '../../demo/database/database.ts';
import { newId } from '../../demo/new-id.ts';
import { keepRecord } from '../../demo/records.ts';

/** A questionnaire in a plain form, on a page that browsers may store and whose form they may restore, unlike the clinic's own. */
export function restorableIntake(server: FastifyInstance, database: () => Database): void {
  const client = newId();
  server.get('/restorable-intake', (_request, reply) =>
    reply.header('cache-control', 'private, max-age=600').type('text/html')
      .send(`<!doctype html><html lang="en"><title>Intake</title><link rel="icon" href="/assets/icon.svg">
<script type="module" src="/attune/trust-questionnaire.js"></script>
<form method="post" action="/restorable-intake/send">
<attune-trust-questionnaire variant="intake" name="trust" who="Your therapist" when="before you meet"></attune-trust-questionnaire>
<button>Send</button>
</form>`),
  );
  server.post<{ Body: { trust: string } }>('/restorable-intake/send', async (request, reply) => {
    await database().transaction(async (queries) => {
      await queries.query("insert into clients (id, called) values ($1, 'Someone') on conflict do nothing", [client]);
      await keepRecord(queries, { client }, JSON.parse(request.body.trust));
    });
    return reply.redirect('/intake/thanks', 303);
  });
}
