import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../tools/free-port.mjs';

describe('the clinic’s server, when it is told to end', () => {
  let folder = '';
  let server: ChildProcess;
  let address = '';
  let printed = '';

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'attune-closing-'));
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    server = spawn(process.execPath, [fileURLToPath(new URL('../../demo/server.ts', import.meta.url))], {
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_FOLDER: folder, DRAIN_SECONDS: '1', DATABASE_URL: '', NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    server.stdout!.on('data', (text: Buffer) => (printed += String(text)));
    for (const end = Date.now() + 60_000; !printed.includes('Password'); await pause(50)) assert.ok(Date.now() < end && server.exitCode === null, printed);
  });
  after(() => {
    server?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const status = async (path: string): Promise<number> => (await fetch(address + path, { headers: { connection: 'close' } })).status;

  test('is alive and ready, says that it is not ready, answers what has come, takes nothing new, and ends', async () => {
    assert.deepEqual([await status('/healthz'), await status('/readyz')], [200, 200]);
    // A request whose second half comes late.
    const slow = request(`${address}/api/responses`, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': 2 } });
    slow.write('{');
    await pause(200);
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await pause(300);
    assert.deepEqual([await status('/healthz'), await status('/readyz')], [200, 503]);
    await pause(1200);
    await assert.rejects(status('/healthz'), 'the port is closed');
    assert.equal(server.exitCode, null, 'it waits for the request that is under way');
    const answered = once(slow, 'response');
    slow.end('}');
    const [{ statusCode }] = (await answered) as [{ statusCode: number }];
    assert.ok(statusCode >= 400 && statusCode < 500, `the request was read: ${statusCode}`);
    const answeredAt = Date.now();
    assert.deepEqual((await ended)[0], 0);
    assert.ok(Date.now() - answeredAt < 20_000, 'and then it ends');
  });

  test('its log is JSON: method, route, status and time of each request', () => {
    const lines = printed.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.ok(lines.some(({ method, route, status, ms }) => method === 'GET' && route === '/readyz' && status === 503 && typeof ms === 'number'));
    assert.ok(lines.every(({ time }) => !Number.isNaN(Date.parse(String(time)))));
  });
});
