import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Response as Filled } from 'attune-elements/core';
import { type BackupHead, backupBytes, BackupProblem, readBackup, saveBackup } from '../../demo/backup/backup-file.ts';
import { checkHead } from '../../demo/backup/content.ts';
import { knownMigrations } from '../../demo/database/migrate.ts';
import { openDatabase } from '../../demo/database/open.ts';
import { writeToken } from '../../demo/tokens.ts';
import { freePort } from '../../tools/free-port.mjs';
import { plain, pulse } from './fill-in.ts';
import { postgresql } from './installed.ts';
import { startPostgresql } from './real-postgresql.ts';

const path = (name: string): string => fileURLToPath(new URL(`../../demo/${name}`, import.meta.url));

type Settings = Record<string, string>;

/** Runs a command as npm does, and returns its exit code and what it printed. */
async function command(name: 'backup' | 'restore', file: string, settings: Settings): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [path(`backup/${name}.ts`), ...(file ? [file] : [])], {
    env: { ...process.env, DATABASE_URL: '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, problem, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: code as number, said: out + problem };
}

const head: BackupHead = { of: 'embedded', postgresql: '99.1', migrations: await knownMigrations(), madeAt: '2026-11-20T10:00:00Z' };

async function* noArchive(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('no archive');
}

describe('the file of a backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-backup-'));
  const file = join(folder, 'one.backup');
  before(() => saveBackup(file, backupBytes(head, noArchive())));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const says = (message: RegExp) => (cause: unknown): true => {
    assert.ok(cause instanceof BackupProblem);
    assert.match(cause.message, message);
    return true;
  };
  const refuses = async (bytes: Uint8Array | string, message: RegExp): Promise<void> => {
    const wrong = join(folder, 'wrong.backup');
    writeFileSync(wrong, bytes);
    await assert.rejects(readBackup(wrong), says(message));
  };

  test('can be read by its owner only, and gives back what is in it', async () => {
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const backup = await readBackup(file);
    assert.deepEqual(backup.head, head);
    assert.equal(String(await buffer(backup.content())), 'no archive');
  });

  test('is refused wherever a byte of it is another, and wherever it is cut', async () => {
    const bytes = readFileSync(file);
    for (let place = 0; place < bytes.length; place += 5) {
      const changed = Buffer.from(bytes);
      changed[place]! ^= 1;
      await refuses(changed, place < 24 ? /is no backup of this clinic\.$/ : /is damaged or incomplete: it is not as it was written\. Nothing was restored\.$/);
      await refuses(bytes.subarray(0, place), /is no backup of this clinic\.$|is damaged or incomplete/);
    }
  });

  test('is refused if it is something else', async () => {
    await refuses(readFileSync(path('../docs/images/widgets.webp')), /is no backup of this clinic\.$/);
    await assert.rejects(readBackup(join(folder, 'none')), says(/does not exist\.$/));
    await assert.rejects(readBackup(folder), /EISDIR/);
  });

  test('is refused if it is of a newer clinic, or of the other kind of database', async () => {
    await checkHead(head, 'embedded');
    await assert.rejects(checkHead({ ...head, migrations: [...head.migrations, '9999-later.sql'] }, 'embedded'), says(/newer version of the clinic\. Update this one first\.$/));
    await assert.rejects(checkHead(head, 'server'), says(/only without DATABASE_URL\.$/));
    await assert.rejects(checkHead({ ...head, of: 'server' }, 'embedded'), says(/Set DATABASE_URL to the address of an empty database\.$/));
  });

  test('is never written over another file, and a failure leaves none', async () => {
    const bytes = readFileSync(file);
    await assert.rejects(saveBackup(file, backupBytes(head, noArchive())), says(/exists\. A backup is never written over a file\.$/));
    assert.deepEqual(readFileSync(file), bytes);
    const other = join(folder, 'other.backup');
    const cut = async function* () {
      yield* noArchive();
      throw new Error('the database went away');
    };
    await assert.rejects(saveBackup(other, backupBytes(head, cut())), /the database went away/);
    // The connection to a server that was killed just ends.
    await assert.rejects(saveBackup(other, noArchive()), says(/is no backup/));
    assert.ok(!existsSync(other));
  });

  test('must be named', async () => {
    assert.deepEqual(await command('backup', '', { DATA_FOLDER: folder }), { code: 1, said: 'Name a file: npm run demo:backup -- FILE\n' });
  });
});

for (const kind of ['embedded PostgreSQL', 'PostgreSQL server'] as const) {
  const missing = kind === 'PostgreSQL server' && !postgresql && !process.env.CI;
  describe(`a backup of the clinic on ${kind}`, { skip: missing && 'PostgreSQL is not installed; with CI set this is a failure' }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'attune-backup-'));
    const file = join(folder, 'one.backup');
    let server: ReturnType<typeof startPostgresql> | undefined;
    /** Where the clinic works, and an empty database beside it. */
    let [here, there]: Settings[] = [];
    let clinic: ChildProcess | undefined;
    let address = '';
    let pass = { client: '', session: '' };

    before(async () => {
      here = { DATA_FOLDER: join(folder, 'here') };
      there = { DATA_FOLDER: join(folder, 'there') };
      if (kind === 'PostgreSQL server') {
        server = startPostgresql();
        const database = await openDatabase({ address: server.address, folder });
        for (const name of ['empty', 'nothing']) await database.query(`create database ${name}`);
        await database.close();
        here.DATABASE_URL = server.address;
        there.DATABASE_URL = server.address.replace('/postgres?', '/empty?');
      }
      const port = await freePort();
      address = `http://127.0.0.1:${port}`;
      clinic = spawn(process.execPath, [path('server.ts')], {
        env: { ...process.env, DATABASE_URL: '', ...here, PORT: String(port), HOST: '127.0.0.1', RECORDS_PER_MINUTE: '1000000' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await new Promise<void>((resolve) => clinic!.stdout!.on('data', (part: Buffer) => /Password/.test(String(part)) && resolve()));
      const [, token = ''] = /href="\/session\/([^"]+)"/.exec(await (await fetch(address)).text()) ?? [];
      const [client = '', session = ''] = token.split('.');
      pass = { client, session };
    });
    after(async () => {
      await stop();
      server?.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    const stop = async (): Promise<void> => {
      if (!clinic || clinic.exitCode !== null) return;
      const closed = once(clinic, 'close');
      clinic.kill('SIGTERM');
      await closed;
    };
    const inDatabase = async <T>(settings: Settings, sql: string): Promise<T[]> => {
      const database = await openDatabase({ address: settings.DATABASE_URL, folder: settings.DATA_FOLDER! });
      return database.query<T>(sql).finally(() => database.close());
    };

    test('an empty folder or database has no backup', async () => {
      const { code, said } = await command('backup', file, there!);
      assert.equal(code, 1);
      assert.match(said, kind === 'embedded PostgreSQL' ? /^There is no database in \/.+\.\n$/ : /^The database has no tables of the clinic\.\n$/);
      assert.ok(!existsSync(file));
    });

    test('is made while records come. It has all that were acknowledged before, each sitting whole, and nothing twice', async () => {
      const token = writeToken('session', pass, readFileSync(join(here!.DATA_FOLDER!, 'secret'), 'utf8'));
      const acknowledged: Filled[] = [];
      const sittings: Filled[][] = [];
      let isOver = false;
      const send = async (route: string, body: unknown): Promise<void> => {
        const answer = await fetch(`${address}/api/${route}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify(body),
        });
        assert.equal(answer.status, 201);
      };
      const alone = async (): Promise<void> => {
        for (; !isOver; await pause(2)) {
          const record = pulse();
          await send('responses', record);
          acknowledged.push(record);
        }
      };
      const together = async (): Promise<void> => {
        for (; !isOver; await pause(2)) {
          const records = [pulse(), pulse(), pulse()];
          sittings.push(records);
          await send('sittings', { responses: records });
          acknowledged.push(...records);
        }
      };
      const sending = Promise.all([alone(), together(), alone()]);
      const begun = async (): Promise<void> => {
        while (acknowledged.length < 50) await pause(10);
      };
      await Promise.race([sending, begun()]);
      const before = [...acknowledged];
      const { code, said } = await command('backup', file, here!);
      const during = acknowledged.length - before.length;
      isOver = true;
      await sending;
      assert.equal(code, 0, said);
      assert.ok(during > 0, 'records were acknowledged while the backup was made');

      const restored = await command('restore', file, there!);
      assert.equal(restored.code, 0, restored.said);
      await stop();
      const rows = await inDatabase<{ id: string; body: Filled }>(there!, 'select id, body from records');
      const bodies = new Map(rows.map(({ id, body }) => [id, body]));
      assert.equal(bodies.size, rows.length);
      for (const record of before) assert.deepEqual(bodies.get(record.id), plain(record));
      for (const records of sittings) assert.ok([0, 3].includes(records.filter(({ id }) => bodies.has(id)).length));
      const made = await inDatabase<{ count: number }>(here!, 'select count(*)::int from records');
      assert.ok(rows.length < made[0]!.count, 'the later ones are not in it');
      const [all] = await inDatabase<{ clients: number }>(there!, 'select count(*)::int as clients from clients');
      assert.equal(all?.clients, 40);
      await assert.rejects(inDatabase(there!, `insert into clients (id, called) values ('${pass.client}', 'Someone')`), /clients_pkey/);
    });

    test('is not restored over a database', async () => {
      const { code, said } = await command('restore', file, here!);
      assert.equal(code, 1);
      assert.match(said, /A backup is restored into an empty (folder|database) only: set DATA(_FOLDER|BASE_URL) to another one\.\n$/);
      assert.ok((await inDatabase(here!, 'select 1 from records')).length > 50);
    });

    test('is made of a clinic that is closed too', async () => {
      const other = join(folder, 'closed.backup');
      assert.deepEqual(await command('backup', other, here!), {
        code: 0,
        said: `The backup is in ${other}. It has every answer, and the secret that signs links is not in it.\n`,
      });
      assert.ok((await readBackup(other)).head.migrations.length > 10);
    });

    test('is refused if its content is no database', async () => {
      const wrong = join(folder, 'wrong.backup');
      await saveBackup(wrong, backupBytes({ ...head, of: server ? 'server' : 'embedded' }, noArchive()));
      const nowhere = { ...there, DATA_FOLDER: join(folder, 'nowhere'), ...(server && { DATABASE_URL: there!.DATABASE_URL!.replace('/empty?', '/nothing?') }) };
      const { code, said } = await command('restore', wrong, nowhere);
      assert.equal(code, 1);
      assert.match(said, server ? /^pg_restore failed: / : /^The content of the backup is no archive\.\n$/);
      assert.ok(!existsSync(join(folder, 'nowhere', 'postgres')));
    });
  });
}
