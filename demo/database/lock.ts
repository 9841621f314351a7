import { readFile, rm, writeFile } from 'node:fs/promises';

/** Two processes that open one folder of embedded PostgreSQL would destroy it. Returns a function that releases the folder. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = `${folder}/lock`;
  const holder = Number(await readFile(file, 'utf8').catch(() => ''));
  if (holder && holder !== process.pid && isRunning(holder)) {
    throw new Error(
      `The database in ${folder} is open in process ${holder}. Stop that process first, or set DATABASE_URL to the address of a PostgreSQL.`,
    );
  }
  await writeFile(file, String(process.pid));
  return () => rm(file, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
