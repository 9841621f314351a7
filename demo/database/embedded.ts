import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import type { Database } from './database.ts';
import { lockFolder } from './lock.ts';

/** PostgreSQL inside this process, with its files in `folder`. Only one process at a time may open it. */
export async function openEmbedded(folder: string): Promise<Database> {
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
    async close() {
      await files.close();
      await unlock();
    },
  };
}
