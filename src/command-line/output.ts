import { chmod, open, realpath, rename, stat, type FileHandle } from 'node:fs/promises';
import { unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { exitCodes, fileFailure, OutputClosed } from './failure.ts';

/** Characters that wait before they are written. */
const MANY = 65_536;

/** Takes text in pieces and writes it in larger ones. Nothing more is taken while the reader is slower. */
export abstract class Output {
  #waiting = '';

  async write(text: string): Promise<void> {
    this.#waiting += text;
    if (this.#waiting.length >= MANY) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.#waiting;
    this.#waiting = '';
    if (text) await this.put(text);
  }

  protected abstract put(text: string): Promise<void>;

  /** The text is complete. */
  finish(): Promise<void> {
    return this.flush();
  }

  /** The text is not wanted: a file stays as it was. */
  async discard(): Promise<void> {}
}

const writeFailure = (name: string, error: unknown): Error =>
  (error as NodeJS.ErrnoException).code === 'EPIPE' ? new OutputClosed() : fileFailure('write', name, error);

/** Standard output or standard error. */
export class StreamOutput extends Output {
  readonly #stream: NodeJS.WriteStream;
  readonly #name: string;
  #error: unknown;

  constructor(stream: NodeJS.WriteStream, name: string) {
    super();
    this.#stream = stream;
    this.#name = name;
    // Without a listener, an error between two writes ends the process.
    stream.on('error', (error) => (this.#error = error));
  }

  protected async put(text: string): Promise<void> {
    const error = this.#error ?? (await new Promise((done) => this.#stream.write(text, done)));
    if (error) throw writeFailure(this.#name, error);
  }
}

/**
 * A file that is there as a whole or not at all: the text goes into a new file beside it, which takes its name at the end. What
 * is no regular file, such as a named pipe, is written as it is.
 */
export class FileOutput extends Output {
  readonly #path: string;
  #target = '';
  #handle: FileHandle | undefined;
  #beside: string | undefined;

  constructor(path: string) {
    super();
    this.#path = path;
  }

  /** Opens the file, so that a path that cannot be written is known before anything is read. */
  async open(): Promise<this> {
    try {
      // The file that a link names is replaced, and the link stays.
      this.#target = await realpath(this.#path).catch(() => this.#path);
      const existing = await stat(this.#target).catch(() => undefined);
      if (existing && !existing.isFile()) this.#handle = await open(this.#target, 'w');
      else {
        this.#beside = join(dirname(this.#target), `.${basename(this.#target)}.${process.pid}.part`);
        // Listened to before the file is there, so that no signal leaves it behind.
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, this.#stop);
        this.#handle = await open(this.#beside, 'wx');
        if (existing) await chmod(this.#beside, existing.mode);
      }
      return this;
    } catch (error) {
      throw fileFailure('write', this.#path, error);
    }
  }

  protected async put(text: string): Promise<void> {
    try {
      await this.#handle!.writeFile(text);
    } catch (error) {
      throw writeFailure(this.#path, error);
    }
  }

  override async finish(): Promise<void> {
    await super.finish();
    try {
      // A file that has its name is on the disk, also if the power fails now.
      if (this.#beside) await this.#handle!.sync();
      await this.#handle!.close();
      if (this.#beside) await rename(this.#beside, this.#target);
      this.#beside = undefined;
    } catch (error) {
      throw fileFailure('write', this.#path, error);
    }
  }

  override async discard(): Promise<void> {
    await this.#handle?.close().catch(() => {});
    this.#remove();
  }

  #remove(): void {
    if (!this.#beside) return;
    try {
      unlinkSync(this.#beside);
    } catch {
      // It was never made, or somebody has removed it.
    }
    this.#beside = undefined;
  }

  readonly #stop = (): void => {
    this.#remove();
    process.exit(exitCodes.stopped);
  };
}
