import type { Desk } from './clinician-desk.ts';
import type { Database } from './database/database.ts';
import type { Explain } from './failures.ts';
import type { Retention } from './retention.ts';
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
  fhir: FhirSettings;
  drain: Drain;
  /** How long everything is kept. Undefined: without an end. */
  retention: Retention | undefined;
  /** Throws if a client sends too fast. */
  keepPace(client: string): void;
}

/** `isOn`: the server is about to close, and says that it is not ready. */
export interface Drain {
  isOn: boolean;
}

/** How the clinic speaks FHIR. Without these it answers at `/fhir` those who sign in, and sends nothing anywhere. */
export interface FhirSettings {
  /** With this token a program of the clinic reads and stores records at `/fhir`. It is random, with 32 characters or more. */
  serviceToken?: string | undefined;
  /** Each record is also sent there. */
  forward?: OtherServer | undefined;
}

/** Another FHIR server, which also gets each record. */
export interface OtherServer {
  /** The address that its resources are under, without a slash at the end. */
  address: string;
  token?: string | undefined;
  /** The system of the clients' ids there. Without it, their identifiers have no system. */
  clientSystem?: string | undefined;
}
