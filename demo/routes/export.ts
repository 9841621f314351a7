import type { FastifyInstance } from 'fastify';
import { listClients, readClient, unknownClient } from '../clients.ts';
import type { Clinic } from '../clinic.ts';
import { writeAnswersCsv, writeRecordsNdjson } from '../export.ts';
import { listRecords } from '../records.ts';
import { Refusal } from '../refusal.ts';
import { signedInOnly } from '../signed-in.ts';

/** Everything that is kept, for other programs. `?client=` narrows it to one client. */
export async function exportRoutes(server: FastifyInstance, { database, desk }: Clinic): Promise<void> {
  const kinds = [
    { name: 'answers.csv', type: 'text/csv; charset=utf-8; header=present', write: writeAnswersCsv },
    { name: 'records.ndjson', type: 'application/x-ndjson; charset=utf-8', write: writeRecordsNdjson },
  ];
  for (const { name, type, write } of kinds) {
    server.get<{ Querystring: { client?: string } }>(
      `/clinician/${name}`,
      { preHandler: signedInOnly(desk) },
      async (request, reply) => {
        const { client } = request.query;
        if (client !== undefined && !(await readClient(database, client))) throw new Refusal(404, unknownClient);
        const records = await listRecords(database, { client });
        const text = write(records, await listClients(database));
        return reply.type(type).header('content-disposition', `attachment; filename="harbour-${name}"`).send(text);
      },
    );
  }
}
