import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../demo/database/open.ts';
import { writeToken } from '../../demo/tokens.ts';
import type { Json } from './fhir-request.ts';
import { pulse } from './fill-in.ts';
import { postgresql } from './installed.ts';
import { type MedplumServer, startMedplum, type Trouble } from './medplum-server.ts';
import { startPostgresql } from './real-postgresql.ts';

const secret = randomUUID();
const kinds = ['embedded PostgreSQL', 'PostgreSQL server'] as const;

for (const kind of kinds) {
  const missing = kind === 'PostgreSQL server' && !postgresql && !process.env.CI;
  describe(`a clinic that is killed while it sends a record, on ${kind}`, { skip: missing && 'PostgreSQL is not installed; with CI set this is a failure' }, () => {
    let folder = '';
    let database: ReturnType<typeof startPostgresql> | undefined;
    let peer: MedplumServer;
    const running = new Set<ChildProcess>();

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'attune-killed-'));
      database = kind === 'PostgreSQL server' ? startPostgresql() : undefined;
      peer = await startMedplum();
    });
    afterEach(async () => {
      for (const child of running) await kill(child);
      await peer.close();
      database?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const start = async (): Promise<{ child: ChildProcess; address: string }> => {
      const child = spawn(process.execPath, [fileURLToPath(new URL('clinic-process.ts', import.meta.url))], {
        env: { ...process.env, DATABASE_URL: database?.address ?? '', DATA_FOLDER: folder, FHIR_BASE_URL: peer.address, SECRET: secret },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      running.add(child);
      const [printed] = (await once(child.stdout, 'data')) as [Buffer];
      return { child, address: String(printed).trim() };
    };
    const kill = async (child: ChildProcess): Promise<void> => {
      running.delete(child);
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
    };

    // `stall`: it had stored nothing. `stored`: it had stored the record, and the clinic never heard of it.
    for (const trouble of ['stall', 'stored'] as Trouble[]) {
      test(`sends it after the next start, and it is stored once (${trouble})`, async () => {
        const pass = { client: randomUUID(), session: randomUUID() };
        const prepared = await openDatabase({ address: database?.address, folder });
        await prepared.query('insert into clients (id, called) values ($1, $2)', [pass.client, 'Someone']);
        await prepared.query(`insert into sessions (id, client_id, held_on, therapist, mode) values ($1, $2, '2026-11-20', 'Ida Lindqvist', 'video')`, [pass.session, pass.client]);
        await prepared.close();
        peer.trouble = () => trouble;
        const first = await start();
        const record = pulse();
        const answer = await fetch(`${first.address}/api/responses`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${writeToken('session', pass, secret)}` },
          body: JSON.stringify(record),
        });
        assert.equal(answer.status, 201);
        const arrives = async (times: number): Promise<void> => {
          for (const end = Date.now() + 30_000; peer.arrived.length < times; await pause(20)) assert.ok(Date.now() < end, 'it did not arrive');
        };
        await arrives(1);
        await pause(200);
        await kill(first.child);
        assert.equal((await peer.stored('QuestionnaireResponse')).length, trouble === 'stored' ? 1 : 0);
        peer.trouble = undefined;
        await start();
        await arrives(2);
        await pause(500);
        assert.equal(peer.arrived.length, 2, 'and it is not sent a third time');
        const stored: Json[] = await peer.stored('QuestionnaireResponse');
        assert.deepEqual(stored.map(({ identifier }) => identifier.value), [record.id]);
        assert.equal((await peer.stored('Observation')).length, 1);
      });
    }
  });
}
