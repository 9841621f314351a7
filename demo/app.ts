import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';
import { openDesk } from './clinician-desk.ts';
import type { Clinic, Drain, FhirSettings } from './clinic.ts';
import type { Database } from './database/database.ts';
import { keepErasing } from './drafts.ts';
import { answerFailures, answerUnreadable, explainTo } from './failures.ts';
import { checkServiceToken } from './fhir/access.ts';
import { type ForwardingTimes, keepForwarding } from './fhir/forwarding.ts';
import { sendHeaders } from './headers.ts';
import { rememberLanguage } from './language-of.ts';
import type { Log } from './log.ts';
import { keepErasingOld, type Retention } from './retention.ts';
import { clinicianRoutes } from './routes/clinician.ts';
import { exportRoutes } from './routes/export.ts';
import { fhirRoutes } from './routes/fhir.ts';
import { fileRoutes } from './routes/files.ts';
import { frontRoutes } from './routes/front.ts';
import { healthRoutes } from './routes/health.ts';
import { intakeRoutes } from './routes/intake.ts';
import { meRoutes } from './routes/me.ts';
import { privacyRoutes } from './routes/privacy.ts';
import { sendingRoutes } from './routes/sending.ts';
import { sessionRoutes } from './routes/session.ts';
import { tryAFormRoutes } from './routes/try-a-form.ts';
import { keepPace } from './sending-pace.ts';
import { readWidgets } from './widgets.ts';

export interface AppOptions {
  database: Database;
  secret: string;
  /** The clinician's password. It must be random, with 72 bits or more: docs/decisions/0021 relies on it. */
  password: string;
  /**
   * Addresses of proxies in front of the server, separated by commas. The server trusts what they report about the origin
   * of a request. Without proxies it uses the address of the connection.
   */
  proxies?: string | undefined;
  /** The folder of the package's single-file builds, and the one that has `locales` and `translations` if that is another. */
  widgets: string;
  languages?: string;
  /** How the clinic speaks FHIR, and how long sending to another server takes, in milliseconds. */
  fhir?: FhirSettings;
  fhirTimes?: Partial<ForwardingTimes>;
  /** One line for each request: method, route, status and time; no address, token or answer. */
  log?: Log;
  /** Whoever starts the server sets it before closing. */
  drain?: Drain;
  /** How many requests with records a client may send in a minute. */
  recordsPerMinute?: number | undefined;
  /** How long everything is kept. Without it, nothing is erased because of its age. */
  retention?: Retention | undefined;
  /** Told of each route as it is added. */
  onRoute?: (route: { method: string | string[]; url: string }) => void;
}

/** How cookies are written and read. They are not decoded, because then one cookie would have several spellings. */
const asTheyAre = { encode: (value: string) => value, decode: (value: string) => value };

/** The clinic's server, not yet listening. Closing it leaves the database open. */
export async function openClinic(options: AppOptions): Promise<FastifyInstance> {
  const { database, secret, log, fhir = {} } = options;
  if (fhir.serviceToken) checkServiceToken(fhir.serviceToken);
  const clinic: Clinic = {
    database,
    secret,
    widgets: readWidgets(options.widgets, options.languages ?? options.widgets),
    desk: openDesk(options.password),
    explain: explainTo(log),
    fhir,
    drain: options.drain ?? { isOn: false },
    retention: options.retention,
    keepPace: keepPace(options.recordsPerMinute),
  };
  // A long form with much text has about 40 KiB.
  const server = fastify({
    logger: false,
    bodyLimit: 128 * 1024,
    routerOptions: { maxParamLength: 600 },
    frameworkErrors: answerUnreadable,
    trustProxy: options.proxies ?? false,
  });
  if (options.onRoute) server.addHook('onRoute', options.onRoute);
  await server.register(cookie, { parseOptions: asTheyAre });
  await server.register(formbody);
  const stopErasing = await keepErasing(database);
  server.addHook('onClose', async () => stopErasing());
  if (clinic.retention) {
    const stopErasingOld = await keepErasingOld(database, clinic.retention, log);
    server.addHook('onClose', async () => stopErasingOld());
  }
  if (fhir.forward) {
    const stopForwarding = keepForwarding({ database, to: fhir.forward, log, times: options.fhirTimes });
    server.addHook('onClose', stopForwarding);
  }
  sendHeaders(server);
  rememberLanguage(server);
  // Otherwise a connection that is kept open would delay the end of the server.
  server.addHook('onSend', async (_request, reply) => {
    if (clinic.drain.isOn) reply.header('connection', 'close');
  });
  answerFailures(server, clinic.explain);
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown address';
    const { method } = request;
    const { statusCode: status } = reply;
    const ms = Math.round(reply.elapsedTime);
    log?.(`${method} ${route} ${status} ${ms} ms`, { method, route, status, ms });
  });
  for (const routes of [
    healthRoutes,
    fileRoutes,
    frontRoutes,
    intakeRoutes,
    sessionRoutes,
    meRoutes,
    clinicianRoutes,
    exportRoutes,
    fhirRoutes,
    sendingRoutes,
    privacyRoutes,
    tryAFormRoutes,
  ]) {
    await routes(server, clinic);
  }
  return server;
}
