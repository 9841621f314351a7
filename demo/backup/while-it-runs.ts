import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EmbeddedDatabase } from '../database/embedded.ts';
import { backupBytes } from './backup-file.ts';
import { describeDatabase } from './content.ts';

// Only one process can open an embedded database. So the server that has it open gives its backup to whoever may open the folder.

const socketIn = (folder: string): string => `${folder}/backup.sock`;

/**
 * Gives a backup to each program that connects, until the returned function is called. Throws if the folder can have no socket: its path may
 * be too long for one.
 */
export async function offerBackups(folder: string, database: EmbeddedDatabase): Promise<() => Promise<void>> {
  const running = new Set<Promise<void>>();
  const server = createServer((connection) => {
    const given = (async () => {
      const head = await describeDatabase(database, 'embedded');
      await pipeline(Readable.from(backupBytes(head, database.dump())), connection);
    })().catch(() => void connection.destroy());
    running.add(given);
    void given.finally(() => running.delete(given));
  });
  // The folder is locked, so no other server has it: a process that was killed left it.
  await rm(socketIn(folder), { force: true });
  server.listen(socketIn(folder));
  await once(server, 'listening');
  return async () => {
    server.close();
    await Promise.all(running);
  };
}

/** The backup from the server that has the database in `folder` open, or undefined if no server has. */
export async function fromRunningServer(folder: string): Promise<AsyncIterable<Uint8Array> | undefined> {
  const connection = connect(socketIn(folder));
  try {
    await once(connection, 'connect');
  } catch (cause) {
    // No server, or one that was killed. Another reason, such as a missing right, is for the terminal.
    if (['ENOENT', 'ECONNREFUSED'].includes((cause as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw cause;
  }
  return connection;
}
