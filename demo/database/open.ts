import type { Database } from './database.ts';
import type { EmbeddedDatabase } from './embedded.ts';
import { migrate } from './migrate.ts';

/** The PostgreSQL at `address`, or the embedded one in `folder` if there is no address, with its tables up to date. */
export async function openDatabase({
  address,
  folder,
}: {
  address?: string | undefined;
  folder: string;
}): Promise<Database | EmbeddedDatabase> {
  const database = address
    ? await (await import('./server.ts')).openServer(address)
    : await (await import('./embedded.ts')).openEmbedded(folder);
  try {
    await migrate(database);
  } catch (cause) {
    await database.close();
    throw cause;
  }
  return database;
}
