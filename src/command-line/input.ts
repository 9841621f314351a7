import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { limits } from '../core/plain-data/limits.ts';
import { type Arrangement, entriesOf, type Entry } from './entries.ts';
import { Failure, fileFailure } from './failure.ts';
import type { Progress } from './progress.ts';

/** The name of standard input in messages. */
const STANDARD = 'standard input';

export const nameOfInput = (path: string): string => (path === '-' ? STANDARD : path);

interface Reading {
  arrangement: Arrangement;
  progress: Progress;
  /** Called before more is read. */
  beforeMore: () => Promise<void>;
}

/** The bytes of a file or of standard input (`-`). */
async function* bytesOf(path: string, { progress, beforeMore }: Reading): AsyncGenerator<Uint8Array> {
  const name = nameOfInput(path);
  try {
    progress.begin(path === '-' ? 0 : (await stat(path)).size);
    for await (const chunk of path === '-' ? process.stdin : createReadStream(path)) {
      progress.read((chunk as Uint8Array).length);
      yield chunk as Uint8Array;
      await beforeMore();
    }
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? fileFailure('read', name, error) : error;
  }
}

/** The values of a file or of standard input (`-`). */
export const readEntries = (path: string, reading: Reading): AsyncGenerator<Entry> => entriesOf(bytesOf(path, reading), reading.arrangement);

/** Whether each input can be opened, so that a wrong path is known before anything is written. */
export async function checkInputs(paths: readonly string[]): Promise<void> {
  if (paths.filter((path) => path === '-').length > 1) throw new Failure('usage', 'standard input (-) can be read only once');
  for (const path of paths) {
    if (path === '-') continue;
    try {
      await (await open(path)).close();
      if ((await stat(path)).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    } catch (error) {
      throw fileFailure('read', path, error);
    }
  }
}

/** A file with one JSON value, as an option names it. */
export async function readJsonFile(path: string): Promise<unknown> {
  let text: string;
  try {
    const { size } = await stat(path);
    if (size > limits.jsonText) throw new Failure('failed', `cannot read ${path}: longer than ${limits.jsonText} bytes`);
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw error instanceof Failure ? error : fileFailure('read', path, error);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Failure('failed', `cannot read ${path}: no JSON`);
  }
}
