import { readdir, readFile } from 'node:fs/promises';
import type { Database } from './database.ts';

const folder = new URL('./migrations/', import.meta.url);

/** The names of all migrations, in the order in which they run. */
export async function knownMigrations(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
}

/** Runs the migrations that are new to this database, in the order of their names, each in one transaction. */
export async function migrate(database: Database): Promise<string[]> {
  await database.script(
    'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
  );
  const applied: string[] = [];
  for (const name of await knownMigrations()) {
    const statements = (await readFile(new URL(name, folder), 'utf8')).split(/;\s*$/m).filter((part) => part.trim());
    await database.transaction(async (queries) => {
      // Two servers that start at the same time wait for each other.
      await queries.query('lock table migrations in exclusive mode');
      if ((await queries.query('select 1 from migrations where name = $1', [name])).length) return;
      for (const statement of statements) await queries.query(statement);
      await queries.query('insert into migrations (name) values ($1)', [name]);
      applied.push(name);
    });
  }
  return applied;
}
