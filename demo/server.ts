import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openClinic } from './app.ts';
import { offerBackups } from './backup/while-it-runs.ts';
import type { OtherServer } from './clinic.ts';
import { openDatabase } from './database/open.ts';
import { checkServiceToken } from './fhir/access.ts';
import { logJson } from './log.ts';
import { sampleLinks } from './sample-links.ts';
import type { Retention } from './retention.ts';
import { seed } from './seed/seed.ts';

// Starts Harbour Clinic: `PORT` (4173), `HOST` (localhost), `DATABASE_URL` (else embedded), `DATA_FOLDER` (demo/.data),
// `PROXIES` (none), `DRAIN_SECONDS` (0) between a signal and closing, `RECORDS_PER_MINUTE` of one client (600), `RETENTION_DAYS` (no end).
// `FHIR_SERVICE_TOKEN`, `FHIR_BASE_URL`, `FHIR_TOKEN`, `FHIR_CLIENT_SYSTEM`: see README.md.
const folder = process.env.DATA_FOLDER ?? fileURLToPath(new URL('.data', import.meta.url));
const port = Number(process.env.PORT ?? 4173);

/** Signs links and forms. It is stored, so that earlier links still open after a restart. */
async function readSecret(): Promise<string> {
  const file = `${folder}/secret`;
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept) return kept;
  const secret = randomBytes(32).toString('base64url');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}

/** Another FHIR server, if `FHIR_BASE_URL` names one. Throws for an address that no request can be sent to. */
function readForward(): OtherServer | undefined {
  const { FHIR_BASE_URL: address, FHIR_TOKEN: token, FHIR_CLIENT_SYSTEM: clientSystem } = process.env;
  if (!address) return undefined;
  const { protocol = '', username = '' } = URL.canParse(address) ? new URL(address) : {};
  if (!/^https?:$/.test(protocol) || username) {
    throw new Error('FHIR_BASE_URL must be an address that begins with https:// or http://, without a name and a password. Give a token as FHIR_TOKEN.');
  }
  return { address: address.replace(/\/+$/, ''), token: token || undefined, clientSystem: clientSystem || undefined };
}

/** The clinic is open without them: somebody can still stop it and then make one. */
function noBackups({ code, message }: NodeJS.ErrnoException): undefined {
  logJson(`No backups while the server runs: ${code ?? message}`);
}

/** Throws for a number of days that would erase nothing, or everything. */
function readRetention(): Retention | undefined {
  const given = process.env.RETENTION_DAYS;
  if (!given) return undefined;
  if (!/^[1-9]\d{0,4}$/.test(given)) throw new Error('RETENTION_DAYS must be a whole number of days, 1 or more.');
  return { days: Number(given) };
}

async function start(): Promise<void> {
  const forward = readForward();
  const retention = readRetention();
  const serviceToken = process.env.FHIR_SERVICE_TOKEN || undefined;
  if (serviceToken) checkServiceToken(serviceToken);
  const database = await openDatabase({ address: process.env.DATABASE_URL, folder });
  const secret = await readSecret();
  const password = randomBytes(9).toString('base64url');
  const drain = { isOn: false };
  const isFirst = await seed(database);
  const server = await openClinic({
    database,
    secret,
    password,
    fhir: { serviceToken, forward },
    proxies: process.env.PROXIES || undefined,
    // While developing, the files whose reports have sentences.
    widgets: fileURLToPath(new URL(process.env.NODE_ENV === 'production' ? '../dist/cdn' : '../dist/cdn/dev', import.meta.url)),
    languages: fileURLToPath(new URL('../dist/cdn', import.meta.url)),
    log: logJson,
    drain,
    retention,
    recordsPerMinute: Number(process.env.RECORDS_PER_MINUTE) || undefined,
  });
  const stopOffering = 'dump' in database ? await offerBackups(folder, database).catch(noBackups) : undefined;
  const stop = async (): Promise<void> => {
    // Whatever sends requests here learns that it must not, before the port is closed. What came in time is answered.
    drain.isOn = true;
    await pause(Number(process.env.DRAIN_SECONDS ?? 0) * 1000);
    await server.close();
    await stopOffering?.();
    await database.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  try {
    await server.listen({ port, host: process.env.HOST ?? 'localhost' });
  } catch (cause) {
    await stop();
    throw cause;
  }
  const samples = await sampleLinks(database, secret);
  const at = (path: string): string => `http://${process.env.HOST ?? 'localhost'}:${port}${path}`;
  console.log(`
Harbour Clinic is open${isFirst ? ', with made-up clients' : ''}.

  Front page         ${at('/')}
  Before a visit     ${at('/intake')}
  For clinicians     ${at('/clinician')}
  Password           ${password}
${samples
  .map(
    ({ called, session, me }) => `
  Links for ${called}, who is made up
${session ? `    after a session  ${at(session)}\n` : ''}    their own page   ${at(me)}`,
  )
  .join('\n')}
`);
}

await start().catch((cause: Error & { code?: string }) => {
  console.error(
    cause.code === 'EADDRINUSE' ? `Port ${port} is taken. Set PORT to another one: PORT=5000 npm start` : cause.message,
  );
  process.exitCode = 1;
});
