/** What the clinic asks of a database. Both kinds speak PostgreSQL, so every statement is written once. */
export interface Queries {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

export interface Database extends Queries {
  /** Runs several statements that take no values. */
  script(sql: string): Promise<void>;
  /** All of the work is kept, or none of it. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
