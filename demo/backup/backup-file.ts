import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';

/** What a backup says about itself, in its second line. */
export interface BackupHead {
  /** Which kind of PostgreSQL it is of. Each kind has its own content, and is restored into the same kind. */
  of: 'embedded' | 'server';
  /** The version of that PostgreSQL, such as 17.5. */
  postgresql: string;
  /** The migrations that its tables have had. */
  migrations: string[];
  madeAt: string;
}

/** Why there is no backup, or no restoring. Its message is for the terminal. */
export class BackupProblem extends Error {}

const first = 'Harbour Clinic backup 1\n';
const digestLength = 32;
/** Longer than any head. */
const mostHead = 64 * 1024;

/** The bytes of a backup: two lines, the content, and the SHA-256 of all that. What ends earlier has no such end. */
export async function* backupBytes(head: BackupHead, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const lines = Buffer.from(`${first}${JSON.stringify(head)}\n`);
  hash.update(lines);
  yield lines;
  for await (const part of content) {
    hash.update(part);
    yield part;
  }
  yield hash.digest();
}

/**
 * Writes a backup to the disk and reads it again. Never over a file that exists. Nothing stays of one that failed. Only its owner may read it,
 * because it has every answer.
 */
export async function saveBackup(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((cause: NodeJS.ErrnoException) => {
    throw new BackupProblem(cause.code === 'EEXIST' ? `${path} exists. A backup is never written over a file.` : cause.message);
  });
  try {
    try {
      for await (const part of bytes) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await readBackup(path);
  } catch (cause) {
    await rm(path, { force: true });
    throw cause;
  }
}

export interface Backup {
  head: BackupHead;
  content(): AsyncIterable<Uint8Array>;
}

/** Reads a whole file and checks it. Throws a `BackupProblem` for one that is no backup, or not as it was written. */
export async function readBackup(path: string): Promise<Backup> {
  const file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    throw new BackupProblem(cause.code === 'ENOENT' ? `${path} does not exist.` : cause.message);
  });
  try {
    const { size } = await file.stat();
    const start = Buffer.alloc(Math.min(size, mostHead));
    await file.read(start, 0, start.length, 0);
    if (!start.subarray(0, first.length).equals(Buffer.from(first))) throw new BackupProblem(`${path} is no backup of this clinic.`);
    const end = size - digestLength;
    const hash = createHash('sha256');
    for await (const part of end > first.length ? createReadStream(path, { end: end - 1 }) : []) hash.update(part as Uint8Array);
    const written = Buffer.alloc(digestLength);
    await file.read(written, 0, digestLength, Math.max(end, 0));
    if (!hash.digest().equals(written)) throw new BackupProblem(`${path} is damaged or incomplete: it is not as it was written. Nothing was restored.`);
    const second = start.indexOf('\n', first.length);
    const head = JSON.parse(start.toString('utf8', first.length, second)) as BackupHead;
    return { head, content: () => createReadStream(path, { start: second + 1, end: end - 1 }) };
  } finally {
    await file.close();
  }
}
