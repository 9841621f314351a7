import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import type { Database } from './database.ts';
import { lockFolder } from './lock.ts';

export interface EmbeddedDatabase extends Database {
  /** All that is stored at one moment, as an archive of the files of PostgreSQL. Queries wait until the archive is complete. */
  dump(): AsyncIterable<Uint8Array>;
}

/** PostgreSQL inside this process, with its files in `folder`. Only one process at a time may open it. */
export async function openEmbedded(folder: string): Promise<EmbeddedDatabase> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(folder);
  const files = new PGlite(`${folder}/postgres`);
  try {
    await files.waitReady;
  } catch (cause) {
    await unlock();
    throw cause;
  }
  return {
    async query<Row>(sql: string, values: readonly unknown[] = []) {
      return (await files.query<Row>(sql, [...values])).rows;
    },
    async script(sql) {
      await files.exec(sql);
    },
    transaction: (work) =>
      files.transaction((running) =>
        work({
          async query<Row>(sql: string, values: readonly unknown[] = []) {
            return (await running.query<Row>(sql, [...values])).rows;
          },
        }),
      ),
    async *dump() {
      // Otherwise the log of what changed, which has the same again, would be most of the archive.
      await files.exec('checkpoint');
      yield* (await files.dumpDataDir('gzip')).stream();
    },
    async close() {
      await files.close();
      await unlock();
    },
  };
}
