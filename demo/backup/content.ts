import type { Database } from '../database/database.ts';
import { knownMigrations } from '../database/migrate.ts';
import { type BackupHead, BackupProblem } from './backup-file.ts';

/** What is said of a database in the head of its backup. Throws a `BackupProblem` for a database that is not the clinic's. */
export async function describeDatabase(database: Database, of: BackupHead['of']): Promise<BackupHead> {
  const [there] = await database.query<{ migrations: string | null; postgresql: string }>(
    `select to_regclass('migrations')::text as migrations, current_setting('server_version') as postgresql`,
  );
  if (!there?.migrations) throw new BackupProblem('The database has no tables of the clinic.');
  const rows = await database.query<{ name: string }>('select name from migrations order by name');
  return { of, postgresql: there.postgresql, migrations: rows.map(({ name }) => name), madeAt: new Date().toISOString() };
}

/** Throws a `BackupProblem` for a backup that this version of the clinic, with this kind of database, cannot use. */
export async function checkHead(head: BackupHead, of: BackupHead['of']): Promise<void> {
  if (head.of !== of) {
    throw new BackupProblem(
      of === 'server'
        ? 'The backup is of an embedded PostgreSQL. It can be restored only without DATABASE_URL.'
        : 'The backup is of a PostgreSQL server. Set DATABASE_URL to the address of an empty database.',
    );
  }
  const known = new Set(await knownMigrations());
  if (!head.migrations.every((name) => known.has(name))) {
    throw new BackupProblem('The backup was made by a newer version of the clinic. Update this one first.');
  }
}
