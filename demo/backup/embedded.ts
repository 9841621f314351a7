import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { openEmbedded } from '../database/embedded.ts';
import { lockFolder } from '../database/lock.ts';
import { type Backup, backupBytes, BackupProblem } from './backup-file.ts';
import { checkHead, describeDatabase } from './content.ts';
import { fromRunningServer } from './while-it-runs.ts';

const unzip = promisify(gunzip);

const filesIn = (folder: string): Promise<string[]> => readdir(`${folder}/postgres`).catch(() => []);

/** A backup of the embedded database in `folder`: from the server that has it open, or else from its files. */
export async function* backUpEmbedded(folder: string): AsyncGenerator<Uint8Array> {
  if (!(await filesIn(folder)).length) throw new BackupProblem(`There is no database in ${folder}.`);
  const bytes = await fromRunningServer(folder);
  if (bytes) return yield* bytes;
  const database = await openEmbedded(folder);
  try {
    yield* backupBytes(await describeDatabase(database, 'embedded'), database.dump());
  } finally {
    await database.close();
  }
}

/** Unpacked here, because PGlite ends the process if it cannot. */
async function archiveIn(content: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await unzip(await buffer(content));
  } catch {
    throw new BackupProblem('The content of the backup is no archive.');
  }
}

/**
 * Restores a backup into `folder`, which has no database yet. The files get their place only after they were opened, so that a restoring
 * that is interrupted leaves none.
 */
export async function restoreEmbedded(folder: string, { head, content }: Backup): Promise<void> {
  await checkHead(head, 'embedded');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(folder);
  const coming = `${folder}/postgres.restoring`;
  try {
    if ((await filesIn(folder)).length) {
      throw new BackupProblem(`There is a database in ${folder}. A backup is restored into an empty folder only: set DATA_FOLDER to another one.`);
    }
    await rm(coming, { recursive: true, force: true });
    const files = new PGlite(coming, { loadDataDir: new Blob([await archiveIn(content())]) });
    try {
      await files.query('select 1 from migrations');
    } catch {
      throw new BackupProblem(`This version of the embedded PostgreSQL cannot open the backup, which is of version ${head.postgresql}.`);
    } finally {
      await files.close().catch(() => {});
    }
    await rename(coming, `${folder}/postgres`);
  } finally {
    await rm(coming, { recursive: true, force: true });
    await unlock();
  }
}
