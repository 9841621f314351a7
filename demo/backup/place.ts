import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The database that a command is about, by `DATABASE_URL` or `DATA_FOLDER` as for the server, and the file that it names. */
export function readPlace(command: string) {
  const { DATABASE_URL, DATA_FOLDER } = process.env;
  const [given] = process.argv.slice(2);
  return {
    address: DATABASE_URL || undefined,
    folder: DATA_FOLDER || fileURLToPath(new URL('../.data', import.meta.url)),
    // npm runs a script in the folder of the package.
    file: resolve(process.env.INIT_CWD ?? '.', given ?? ''),
    /** Does the work. If it fails, the terminal says why and the exit code is 1. */
    async run(work: () => Promise<void>): Promise<void> {
      try {
        if (!given) throw new Error(`Name a file: npm run ${command} -- FILE`);
        await work();
      } catch (cause) {
        console.error((cause as Error).message);
        process.exitCode = 1;
      }
    },
  };
}
