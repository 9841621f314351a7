import { setTimeout as pause } from 'node:timers/promises';
import type { Database, Queries } from '../../../demo/database/database.ts';

/**
 * Mistakes that a receiver may have. A run of faults must find each of them:
 * `early-answer`: it says "stored" before the database has committed.
 * `no-key`: the database does not know that an id is there once.
 * `changed-answer`: it stores other answers than those that were sent.
 */
export const DEFECTS = ['early-answer', 'no-key', 'changed-answer'] as const;
export type Defect = (typeof DEFECTS)[number];

/** In milliseconds, between the early answer and the commit. */
const LAG = 1000;

/** The database of a clinic that makes this mistake. */
export async function withDefect(database: Database, defect: Defect): Promise<Database> {
  switch (defect) {
    case 'early-answer':
      return {
        ...database,
        transaction: <T>(work: (queries: Queries) => Promise<T>) =>
          new Promise<T>((resolve, reject) => {
            const whole = database.transaction(async (queries) => {
              resolve(await work(queries));
              await pause(LAG);
            });
            whole.catch(reject);
          }),
      };
    case 'no-key':
      await database.script('alter table records drop constraint if exists records_pkey cascade');
      return withStatements(database, (sql, values) => [sql.replace('on conflict (client_id, id) do nothing', ''), values]);
    case 'changed-answer':
      return withStatements(database, (sql, values) => [
        sql,
        sql.includes('insert into records') ? values.map((value) => (typeof value === 'string' ? value.replace('"t02","state":"answered","values":["totally-agree"]', '"t02","state":"answered","values":["agree"]') : value)) : values,
      ]);
  }
}

type Change = (sql: string, values: readonly unknown[]) => [sql: string, values: readonly unknown[]];

/** The same database, with each statement of a transaction changed. */
function withStatements(database: Database, change: Change): Database {
  const over = (queries: Queries): Queries => ({ query: (sql, values = []) => queries.query(...change(sql, values)) });
  return { ...database, transaction: (work) => database.transaction((queries) => work(over(queries))) };
}
