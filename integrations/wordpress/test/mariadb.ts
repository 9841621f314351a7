import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface MariaDb {
  socket: string;
  stop(): Promise<void>;
}

/** Programs in /usr/sbin are not on every PATH. */
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
const asUser = process.getuid?.() === 0 ? ['--user=root'] : [];

/** A new MariaDB in a folder, with a socket there and no port. */
export async function startMariaDb(folder: string): Promise<MariaDb> {
  const data = join(folder, 'data');
  const socket = join(folder, 'db.sock');
  const log = join(folder, 'mariadb.log');
  mkdirSync(data);
  const made = spawnSync('mariadb-install-db', ['--no-defaults', ...asUser, `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'], {
    encoding: 'utf8',
    env,
  });
  if (made.status !== 0) throw new Error(`mariadb-install-db: ${made.error?.message ?? made.stderr}`);
  const settings = ['--skip-networking', '--innodb-flush-log-at-trx-commit=0', '--innodb-buffer-pool-size=32M', '--skip-log-bin'];
  const file = openSync(log, 'w');
  const server = spawn('mariadbd', ['--no-defaults', ...asUser, `--datadir=${data}`, `--socket=${socket}`, ...settings], {
    stdio: ['ignore', file, file],
    env,
  });
  const kill = (): boolean => server.kill('SIGKILL');
  process.once('exit', kill);
  const closed = new Promise<void>((resolve) => void server.on('close', () => resolve()));
  let isClosed = false;
  void closed.then(() => (isClosed = true));
  for (const last = Date.now() + 60_000; !existsSync(socket); await sleep(100)) {
    if (isClosed || Date.now() > last) throw new Error(readFileSync(log, 'utf8'));
  }
  return {
    socket,
    async stop() {
      // Nothing of it is needed any more, so it need not end in order.
      kill();
      await closed;
      process.off('exit', kill);
    },
  };
}
