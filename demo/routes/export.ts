import type { FastifyInstance } from 'fastify';
import { type Client, listClients, readClient } from '../clients.ts';
import type { Clinic } from '../clinic.ts';
import { writeAnswersCsv, writeJournalNdjson, writeRecordsNdjson } from '../export.ts';
import { listSharedEntries } from '../journal.ts';
import { PageRefusal } from '../page-refusal.ts';
import { listRecords } from '../records.ts';
import { signedInOnly } from '../signed-in.ts';

const csv = 'text/csv; charset=utf-8; header=present';
const ndjson = 'application/x-ndjson; charset=utf-8';

/** The stored data, for other programs. `?client=` limits it to one client. */
export async function exportRoutes(server: FastifyInstance, { database, desk }: Clinic): Promise<void> {
  const records = (client?: string) => listRecords(database, { client });
  type Write = (clients: readonly Client[], client?: string) => Promise<string>;
  const files: Record<string, { type: string; write: Write }> = {
    'answers.csv': { type: csv, write: async (all, client) => writeAnswersCsv(await records(client), all) },
    'records.ndjson': { type: ndjson, write: async (all, client) => writeRecordsNdjson(await records(client), all) },
    'journal.ndjson': {
      type: ndjson,
      write: async (all, client) => writeJournalNdjson(await listSharedEntries(database, client), all),
    },
  };
  for (const [name, { type, write }] of Object.entries(files)) {
    server.get<{ Querystring: { client?: string } }>(
      `/clinician/${name}`,
      { preHandler: signedInOnly(desk) },
      async (request, reply) => {
        const { client } = request.query;
        if (client !== undefined && !(await readClient(database, client))) throw new PageRefusal(404, 'unknownClient');
        const text = await write(await listClients(database), client);
        return reply.type(type).header('content-disposition', `attachment; filename="harbour-${name}"`).send(text);
      },
    );
  }
}
