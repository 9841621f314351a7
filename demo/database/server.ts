import pg from 'pg';
import type { Database, Queries } from './database.ts';

/** Connects to any PostgreSQL by its address. */
export async function openServer(address: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: address, max: 8, connectionTimeoutMillis: 10_000 });
  // The pool replaces a connection that breaks while it is idle, and a transaction fails if its own does. Without a listener, the error
  // would end the process.
  pool.on('error', () => {});
  pool.on('connect', (connection) => connection.on('error', () => {}));
  const over = (connection: Pick<pg.Pool, 'query'>): Queries => ({
    async query<Row>(sql: string, values: readonly unknown[] = []) {
      return (await connection.query(sql, [...values])).rows as Row[];
    },
  });
  return {
    ...over(pool),
    async script(sql) {
      await pool.query(sql);
    },
    async transaction(work) {
      const connection = await pool.connect();
      try {
        await connection.query('begin');
        const result = await work(over(connection));
        await connection.query('commit');
        connection.release();
        return result;
      } catch (cause) {
        // A connection that cannot roll back is destroyed.
        await connection.query('rollback').then(
          () => connection.release(),
          () => connection.release(true),
        );
        throw cause;
      }
    },
    close: () => pool.end(),
  };
}
