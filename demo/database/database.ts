/** What the clinic needs from a database. Both kinds speak PostgreSQL, so every statement is written once. */
export interface Queries {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

export interface Database extends Queries {
  /** Runs several statements without parameters. */
  script(sql: string): Promise<void>;
  /** Commits all of the work, or none of it. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
