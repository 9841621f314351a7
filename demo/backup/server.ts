import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openServer } from '../database/server.ts';
import { type Backup, backupBytes, BackupProblem } from './backup-file.ts';
import { checkHead, describeDatabase } from './content.ts';

/** A backup of the database at `address`, by `pg_dump`, as it was when `pg_dump` began. */
export async function* backUpServer(address: string): AsyncGenerator<Uint8Array> {
  const database = await openServer(address);
  const head = await describeDatabase(database, 'server').finally(() => database.close());
  yield* backupBytes(head, dumped(address));
}

async function* dumped(address: string): AsyncGenerator<Uint8Array> {
  const program = run('pg_dump', ['--format=custom', '--no-owner', '--no-acl'], address);
  yield* program.child.stdout! as AsyncIterable<Uint8Array>;
  await program.ended;
}

/** Restores a backup into the empty database at `address`, by `pg_restore`, completely or not at all. */
export async function restoreServer(address: string, { head, content }: Backup): Promise<void> {
  await checkHead(head, 'server');
  const database = await openServer(address);
  const [taken] = await database
    .query<{ name: string }>(
      `select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       where nspname <> 'information_schema' and nspname !~ '^pg_' limit 1`,
    )
    .finally(() => database.close());
  if (taken) throw new BackupProblem('The database has tables. A backup is restored into an empty database only: set DATABASE_URL to another one.');
  const options = ['--single-transaction', '--exit-on-error', '--no-owner', '--no-acl'];
  const { child, ended } = run('pg_restore', options, address);
  // If the program ends early, it says why, and that the pipe is closed says less.
  await Promise.all([pipeline(Readable.from(content()), child.stdin!).catch(() => {}), ended]);
}

/** Starts a program of PostgreSQL. The password is not among its arguments, which everybody on the machine can read. */
function run(program: string, options: readonly string[], address: string): { child: ChildProcess; ended: Promise<void> } {
  const target = new URL(address);
  const password = decodeURIComponent(target.password) || target.searchParams.get('password');
  target.password = '';
  target.searchParams.delete('password');
  const child = spawn(program, [...options, '--dbname', target.href], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...(password && { PGPASSWORD: password }) },
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => void (said += part));
  const ended = once(child, 'close').then(
    ([code]) => {
      if (code !== 0) throw new BackupProblem(`${program} failed: ${said.trim() || `code ${code}`}`);
    },
    (cause: NodeJS.ErrnoException) => {
      throw cause.code === 'ENOENT' ? new BackupProblem(`${program} is not installed. On Debian: apt-get install postgresql-client`) : cause;
    },
  );
  // It is awaited later.
  ended.catch(() => {});
  return { child, ended };
}
