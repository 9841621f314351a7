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

/** A new PostgreSQL of our own in a temporary folder, reached by a socket there. As root it runs as user `postgres`. */
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
    // pg_ctl leaves the server behind with the pipes it was given, so it gets none.
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
  // It would outlast tests that are interrupted.
  process.once('exit', stop);
  process.once('SIGTERM', () => process.exit(1));
  return { address: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`, stop };
}
