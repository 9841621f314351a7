import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { signIn } from './sign-in.ts';

const running = new Set<ChildProcess>();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-start-'));
});

afterEach(async () => {
  for (const child of running) await stop(child, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the demo like `npm start` after installation. Returns what it printed, once it is open or has failed. */
async function start(port: number, more: Record<string, string> = {}): Promise<{ child: ChildProcess; printed: () => string }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../tools/start.mjs', import.meta.url))], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_FOLDER: folder, DATABASE_URL: '', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let text = '';
  await new Promise<void>((resolve) => {
    const read = (chunk: Buffer): void => {
      text += chunk;
      if (/Password +\S+\n/.test(text)) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', () => {
      running.delete(child);
      resolve();
    });
  });
  return { child, printed: () => text };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const closed = once(child, 'close');
  child.kill(signal);
  await closed;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

test('a first start prints addresses and a password, which work, also after a restart', async (test) => {
  const port = await freePort();
  const first = await start(port);
  const links = [...first.printed().matchAll(/http:\/\/\S+/g)].map(([link]) => link);
  assert.ok(links.length >= 7, first.printed());
  for (const link of links) assert.equal((await fetch(link)).status, 200, link);
  const passwordIn = (text: string): string => /Password +(\S+)/.exec(text)?.[1] ?? '';
  const address = `http://127.0.0.1:${port}`;

  const cookie = await signIn({ address, password: passwordIn(first.printed()) });
  const clients = await (await fetch(`${address}/clinician`, { headers: { cookie } })).text();
  assert.ok((clients.match(/made up</g)?.length ?? 0) >= 5);
  const paths = [...clients.matchAll(/\/clinician\/clients\/[\w-]+/g)].map(([path]) => path);
  for (const path of paths) assert.equal((await fetch(`${address}${path}`, { headers: { cookie } })).status, 200);

  const front = await (await fetch(address)).text();
  for (const page of ['intake', 'session/', 'me/', 'clinician']) assert.match(front, new RegExp(`href="/${page}`));

  const second = await start(await freePort());
  assert.match(second.printed(), /is open in process \d+\. Stop that process first/);

  const afterStart =
    first
      .printed()
      .split(/Password.*\n/)[1]
      ?.split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { time: string; message: string }) ?? [];
  assert.ok(afterStart.length > 5);
  for (const { message } of afterStart) assert.match(message, /^(GET|POST) [/\w:-]+ \d{3} \d+ ms$/);

  await stop(first.child);
  const begin = performance.now();
  const again = await start(port);
  assert.match(again.printed(), new RegExp(`Front page +${address}/\n`));
  assert.equal((await fetch(address)).status, 200);
  test.diagnostic(`the second start answered after ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  assert.notEqual(passwordIn(again.printed()), passwordIn(first.printed()));
  for (const link of links) assert.equal((await fetch(link)).status, 200, link);
  await stop(again.child);
});

test('if the port is taken, the message names it and says what to do', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const { printed } = await start(typeof address === 'object' && address ? address.port : 0);
  taken.close();
  assert.match(printed(), /^Port \d+ is taken\. Set PORT to another one: PORT=5000 npm start$/m);
});

test('settings that cannot work end the start, with a message that names them and repeats no secret', async () => {
  for (const [name, value, says] of [
    ['FHIR_BASE_URL', 'fhir.example.org', /^FHIR_BASE_URL must be an address that begins with https/m],
    ['FHIR_BASE_URL', 'https://me:secret@fhir.example.org', /^FHIR_BASE_URL must be an address that begins with https/m],
    ['RETENTION_DAYS', '0', /^RETENTION_DAYS must be a whole number of days, 1 or more\.$/m],
    ['RETENTION_DAYS', '1.5', /^RETENTION_DAYS must be a whole number of days, 1 or more\.$/m],
    ['FHIR_SERVICE_TOKEN', 'short-secret', /^FHIR_SERVICE_TOKEN must have 32 characters or more/m],
  ] as const) {
    const { child, printed } = await start(await freePort(), { [name]: value });
    assert.match(printed(), says);
    assert.doesNotMatch(printed(), /secret/);
    assert.equal(child.exitCode, 1);
  }
});
