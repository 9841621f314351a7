import type { Desk } from './clinician-desk.ts';
import type { Database } from './database/database.ts';
import type { Explain } from './failures.ts';
import type { Widgets } from './widgets.ts';

/** What the routes work with. */
export interface Clinic {
  database: Database;
  /** Signs links and forms. */
  secret: string;
  widgets: Widgets;
  desk: Desk;
  /** Logs a failure, and says why a request failed. */
  explain: Explain;
}
