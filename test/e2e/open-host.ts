import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { type AppOptions, openClinic } from '../../demo/app.ts';
import type { Database } from '../../demo/database/database.ts';
import { openDatabase } from '../../demo/database/open.ts';
import { type Pass, writeToken } from '../../demo/tokens.ts';
import { startPostgresql } from './real-postgresql.ts';

export type DatabaseKind = 'embedded PostgreSQL' | 'PostgreSQL server';

/** The demo host on a port of its own, as a browser or an attacker sees it. */
export interface Host {
  address: string;
  server: FastifyInstance;
  database: Database;
  secret: string;
  password: string;
  /** Of the programs that use the FHIR API. */
  serviceToken: string;
  /** Each route as `GET /clinician`. */
  routes: string[];
  /** Every line that the host logged. */
  log: string[];
  /** A client with one session. */
  newClient(called?: string): Promise<Required<Pass>>;
  token(page: 'session' | 'me', pass: Pass, until?: Date): string;
  /** How many rows each table has. */
  rows(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

const build = fileURLToPath(new URL('../../dist/cdn', import.meta.url));

/** Before the server listens, `prepare` may add what a test needs: a page of its own, or a failure. */
export async function openHost(
  kind: DatabaseKind = 'embedded PostgreSQL',
  prepare?: (server: FastifyInstance) => void,
  more: Pick<AppOptions, 'proxies' | 'fhir' | 'fhirTimes' | 'recordsPerMinute' | 'retention'> = {},
): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-host-'));
  // A copy, so that a build during the tests does not change their files.
  const widgets = join(folder, 'cdn');
  cpSync(build, widgets, { recursive: true });
  const postgresql = kind === 'PostgreSQL server' ? startPostgresql() : undefined;
  const database = await openDatabase({ address: postgresql?.address, folder });
  const secret = randomUUID();
  const password = randomUUID();
  const serviceToken = randomUUID();
  const log: string[] = [];
  const routes: string[] = [];
  const onRoute: AppOptions['onRoute'] = ({ method, url }) => void routes.push(...[method].flat().map((each) => `${each} ${url}`));
  const fhir = { serviceToken, ...more.fhir };
  const server = await openClinic({ database, secret, password, widgets, log: (line) => void log.push(line), onRoute, ...more, fhir });
  prepare?.(server);
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  return {
    address,
    server,
    database,
    secret,
    password,
    serviceToken,
    routes,
    log,
    async newClient(called = 'Someone') {
      const pass = { client: randomUUID(), session: randomUUID() };
      await database.query('insert into clients (id, called) values ($1, $2)', [pass.client, called]);
      await database.query(
        `insert into sessions (id, client_id, held_on, therapist, mode) values ($1, $2, '2026-11-20', 'Ida Lindqvist', 'video')`,
        [pass.session, pass.client],
      );
      return pass;
    },
    token: (page, pass, until) => writeToken(page, { ...pass, until }, secret),
    async rows() {
      const tables = ['clients', 'sessions', 'records', 'milestones', 'shared_entries', 'fhir_outbox'];
      const counts = tables.map(async (table) => {
        const [row] = await database.query<{ count: number }>(`select count(*)::int as count from ${table}`);
        return [table, row?.count ?? -1] as const;
      });
      return Object.fromEntries(await Promise.all(counts));
    },
    async close() {
      await server.close();
      await database.close();
      postgresql?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
