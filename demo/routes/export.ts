import type { FastifyInstance } from 'fastify';
import { type Client, listClients, readClient } from '../clients.ts';
import type { Clinic } from '../clinic.ts';
import { writeAnswersCsv, writeJournalNdjson, writeRecordsNdjson } from '../export.ts';
import { listSharedEntries } from '../journal.ts';
import { PageRefusal } from '../page-refusal.ts';
import { noteReading } from '../readings.ts';
import { listRecords } from '../records.ts';
import { deskReader, signedInOnly } from '../signed-in.ts';

const csv = 'text/csv; charset=utf-8; header=present';
const ndjson = 'application/x-ndjson; charset=utf-8';

interface ExportFile {
  name: string;
  type: string;
  read(clients: readonly Client[], client?: string): Promise<{ text: string; whose: string[] }>;
}

/** A file of rows that each belong to a client. */
function exportFile<Row extends { client: string }>(
  name: string,
  { type, list, write }: { type: string; list(client?: string): Promise<Row[]>; write(rows: readonly Row[], clients: readonly Client[]): string },
): ExportFile {
  return {
    name,
    type,
    async read(clients, client) {
      const rows = await list(client);
      return { text: write(rows, clients), whose: rows.map((row) => row.client) };
    },
  };
}

/** The stored data, for other programs. `?client=` limits it to one client. */
export async function exportRoutes(server: FastifyInstance, { database, desk }: Clinic): Promise<void> {
  const records = (client?: string) => listRecords(database, { client });
  const entries = (client?: string) => listSharedEntries(database, client);
  const files = [
    exportFile('answers.csv', { type: csv, list: records, write: writeAnswersCsv }),
    exportFile('records.ndjson', { type: ndjson, list: records, write: writeRecordsNdjson }),
    exportFile('journal.ndjson', { type: ndjson, list: entries, write: writeJournalNdjson }),
  ];
  for (const { name, type, read } of files) {
    server.get<{ Querystring: { client?: string } }>(
      `/clinician/${name}`,
      { preHandler: signedInOnly(desk) },
      async (request, reply) => {
        const { client } = request.query;
        if (client !== undefined && !(await readClient(database, client))) throw new PageRefusal(404, 'unknownClient');
        const { text, whose } = await read(await listClients(database), client);
        await noteReading(database, { reader: deskReader(request), what: name, whose });
        return reply.type(type).header('content-disposition', `attachment; filename="harbour-${name}"`).send(text);
      },
    );
  }
}
