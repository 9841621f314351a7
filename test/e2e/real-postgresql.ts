import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresql } from './installed.ts';

export interface RealPostgresql {
  /** For `DATABASE_URL`. */
  address: string;
  stop(): void;
}

/** A new PostgreSQL in a temporary folder, with a socket there. If the tests run as root, it runs as user `postgres`. */
export function startPostgresql(): RealPostgresql {
  const programs = postgresql;
  if (!programs) {
    throw new Error('PostgreSQL is not installed. On Debian: apt-get install -y --no-install-recommends postgresql');
  }
  const asRoot = process.getuid?.() === 0;
  const folder = mkdtempSync(join(tmpdir(), 'attune-pg-'));
  if (asRoot) {
    const id = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
    chownSync(folder, id('-u'), id('-g'));
  }
  const run = (program: string, ...args: string[]): void => {
    const command = [join(programs, program), ...args];
    const [name = '', ...rest] = asRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    // The server would hold the pipes of pg_ctl open, so pg_ctl gets none.
    const { status, error } = spawnSync(name, rest, { stdio: 'ignore', cwd: folder, timeout: 60_000 });
    if (status !== 0) throw new Error(`${command.join(' ')} failed: ${error?.message ?? `code ${status}`}`);
  };
  const data = join(folder, 'data');
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync');
  run(
    'pg_ctl',
    '-D',
    data,
    '-l',
    join(folder, 'log'),
    '-w',
    '-o',
    `-k ${folder} -c listen_addresses= -c fsync=off`,
    'start',
  );
  const stop = (): void => {
    process.off('exit', stop);
    run('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop');
    rmSync(folder, { recursive: true, force: true });
  };
  // Otherwise the server would outlive interrupted tests.
  process.once('exit', stop);
  process.once('SIGTERM', () => process.exit(1));
  return { address: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`, stop };
}
