import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresql } from './installed.ts';

export interface RealPostgresql {
  /** For `DATABASE_URL`. */
  address: string;
  /** Ends all its processes in the middle of what they do, if they run, and starts it again: it recovers from its log. */
  crash(): Promise<void>;
  stop(): void;
}

/** Who runs PostgreSQL, which refuses root: the user and group of `postgres` for root, otherwise nobody else. */
export function postgresqlUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

/** A new PostgreSQL with a socket in a temporary folder. Its files are there too, or in `disk`. */
export function startPostgresql(disk?: string): RealPostgresql {
  const programs = postgresql;
  if (!programs) {
    throw new Error('PostgreSQL is not installed. On Debian: apt-get install -y --no-install-recommends postgresql');
  }
  const folder = mkdtempSync(join(tmpdir(), 'attune-pg-'));
  const user = postgresqlUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(disk ?? folder, 'data');
  // The server would hold the pipes of pg_ctl open, so pg_ctl gets none.
  const settings = { stdio: 'ignore', cwd: folder, timeout: 60_000, ...user } as const;
  const check = (program: string, status: number | null): void => {
    if (status !== 0) throw new Error(`${program} failed with code ${status}`);
  };
  const run = (program: string, ...args: string[]): void => check(program, spawnSync(join(programs, program), args, settings).status);
  const soon = async (program: string, ...args: string[]): Promise<number> => {
    const [status] = (await once(spawn(join(programs, program), args, settings), 'exit')) as [number];
    return status;
  };
  const starting = ['-D', data, '-l', join(folder, 'log'), '-w', '-o', `-k ${folder} -c listen_addresses= -c fsync=off${disk ? ' -c max_wal_size=96MB' : ''}`, 'start'];
  const stopping = ['-D', data, '-w', '-m', 'immediate', 'stop'];
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync');
  run('pg_ctl', ...starting);
  const stop = (): void => {
    process.off('exit', stop);
    // It does not run if it had no space.
    spawnSync(join(programs, 'pg_ctl'), stopping, settings);
    rmSync(folder, { recursive: true, force: true });
  };
  // Otherwise the server would outlive interrupted tests.
  process.once('exit', stop);
  process.once('SIGTERM', () => process.exit(1));
  const crash = async (): Promise<void> => {
    await soon('pg_ctl', ...stopping);
    check('pg_ctl start', await soon('pg_ctl', ...starting));
  };
  return { address: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`, crash, stop };
}
