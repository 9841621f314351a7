/** What the process returns. */
export const exitCodes = {
  /** All was read and written. */
  done: 0,
  /** Something in the input is not valid. */
  invalid: 1,
  /** The command cannot be understood. */
  usage: 2,
  /** A file cannot be read or written. */
  failed: 3,
  /** Stopped by Ctrl+C or by a signal to end. */
  stopped: 130,
} as const;

/** Ends the command with a message for the person at the terminal. */
export class Failure extends Error {
  readonly exitCode: number;

  constructor(exitCode: 'usage' | 'failed', message: string) {
    super(message);
    this.exitCode = exitCodes[exitCode];
  }
}

/** Whoever reads the output has seen enough, as `head` does. */
export class OutputClosed extends Error {}

const reasons: Record<string, string> = {
  EACCES: 'no permission',
  EDQUOT: 'the quota of the disk is used up',
  EISDIR: 'it is a folder',
  EIO: 'the device reports an error',
  ENOENT: 'no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is not a folder',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
};

/** An error of a file, in words. */
export const fileFailure = (action: string, path: string, error: unknown): Failure => {
  const { code = '' } = error as NodeJS.ErrnoException;
  return new Failure('failed', `cannot ${action} ${path}: ${reasons[code] ?? (code || String(error))}`);
};
