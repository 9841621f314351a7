import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openClinic } from './app.ts';
import type { OtherServer } from './clinic.ts';
import { openDatabase } from './database/open.ts';
import { checkServiceToken } from './fhir/access.ts';
import { sampleLinks } from './sample-links.ts';
import { seed } from './seed/seed.ts';

// Starts Harbour Clinic: `PORT` (4173), `HOST` (localhost), `DATABASE_URL` (else embedded), `DATA_FOLDER` (demo/.data),
// `PROXIES` (none). `FHIR_SERVICE_TOKEN`, `FHIR_BASE_URL`, `FHIR_TOKEN`, `FHIR_CLIENT_SYSTEM`: see README.md.
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

async function start(): Promise<void> {
  const forward = readForward();
  const serviceToken = process.env.FHIR_SERVICE_TOKEN || undefined;
  if (serviceToken) checkServiceToken(serviceToken);
  const database = await openDatabase({ address: process.env.DATABASE_URL, folder });
  const secret = await readSecret();
  const password = randomBytes(9).toString('base64url');
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
    log: console.log,
  });
  const stop = async (): Promise<void> => {
    await server.close();
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
