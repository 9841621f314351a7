import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../../demo/database/database.ts';
import { openDatabase } from '../../../demo/database/open.ts';
import type { Pass } from '../../../demo/tokens.ts';
import { postgresqlUser, startPostgresql } from '../real-postgresql.ts';
import { SmallDisk } from './small-disk.ts';

/** A record as the database has it. */
export interface Row {
  id: string;
  client: string;
  body: { answers: unknown };
}

/** The database behind the clinic: PostgreSQL embedded in its only server, or a PostgreSQL server. */
export class ClinicDatabase {
  /** `undefined` if this machine allows none. */
  readonly disk: SmallDisk | undefined;
  readonly #folder: string;
  readonly #postgresql: ReturnType<typeof startPostgresql> | undefined;

  private constructor(hasServer: boolean, disk: SmallDisk | undefined) {
    this.disk = disk;
    this.#folder = disk?.path ?? mkdtempSync(join(tmpdir(), 'attune-faults-'));
    this.#postgresql = hasServer ? startPostgresql(disk?.path) : undefined;
  }

  /** For so many records, on a small disk. */
  static async open(hasServer: boolean, records: number): Promise<ClinicDatabase> {
    const megabytes = 300 + Math.ceil(records / 50);
    return new ClinicDatabase(hasServer, await SmallDisk.open(megabytes, hasServer ? postgresqlUser() : undefined));
  }

  /** What a server of the clinic must know to open it. */
  get environment(): Record<string, string> {
    return { DATABASE_URL: this.#postgresql?.address ?? '', DATA_FOLDER: this.#folder };
  }

  /** Ends the PostgreSQL server as a crash does, and starts it again. */
  async crash(): Promise<void> {
    await this.#postgresql?.crash();
  }

  /** Clients with a session each. No server may have the database open. */
  async newClients(count: number): Promise<Required<Pass>[]> {
    const passes = Array.from({ length: count }, () => ({ client: randomUUID(), session: randomUUID() }));
    await this.#open(async (database) => {
      for (const { client, session } of passes) {
        await database.query('insert into clients (id, called) values ($1, $2)', [client, 'Someone']);
        await database.query(`insert into sessions (id, client_id, held_on, therapist, mode) values ($1, $2, '2026-11-20', 'Ida Lindqvist', 'video')`, [session, client]);
      }
    });
    return passes;
  }

  /** All records. No server may have the database open. */
  async rows(): Promise<Row[]> {
    return this.#open((database) => database.query<Row>('select id, client_id as client, body from records'));
  }

  remove(): void {
    this.#postgresql?.stop();
    if (this.disk) this.disk.close();
    else rmSync(this.#folder, { recursive: true, force: true });
  }

  async #open<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const database = await openDatabase({ address: this.#postgresql?.address, folder: this.#folder });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  }
}
