import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Host, openHost } from './open-host.ts';

let host: Host;

before(async () => {
  host = await openHost('embedded PostgreSQL', undefined, { proxies: '127.0.0.1' });
});
after(() => host?.close());

/** Sends a password as a proxy on this machine does: it appends the address that it has seen to the claimed addresses. */
const passOn = (seen: string, password: string): Promise<Response> =>
  fetch(`${host.address}/clinician/sign-in`, {
    method: 'POST',
    headers: { 'x-forwarded-for': seen, 'x-forwarded-proto': 'https' },
    body: new URLSearchParams({ password }),
    redirect: 'manual',
  });
const tryFrom = async (seen: string, password = 'wrong'): Promise<number> => (await passOn(seen, password)).status;

test('behind a configured proxy, guesses from one address slow down nobody else', async () => {
  for (let time = 0; time < 8; time++) assert.equal(await tryFrom('198.51.100.7'), 401);
  assert.equal(await tryFrom('198.51.100.7'), 429);
  assert.equal(await tryFrom('203.0.113.9, 198.51.100.7'), 429, 'a claimed address counts for nothing');
  assert.equal(await tryFrom('198.51.100.8'), 401);
  assert.equal(await tryFrom('198.51.100.8', host.password), 303);
});

test('all addresses of one IPv6 network count as one, and an IPv4 address counts the same in both spellings', async () => {
  for (let time = 0; time < 8; time++) assert.equal(await tryFrom(`2001:db8:0:7::${time}`), 401);
  assert.equal(await tryFrom('2001:db8::7:1:2:3:4'), 429);
  assert.equal(await tryFrom('2001:db8:0:8::1'), 401);
  for (let time = 0; time < 8; time++) assert.equal(await tryFrom('192.0.2.1'), 401);
  assert.equal(await tryFrom('::ffff:192.0.2.1'), 429);
});

test('if browsers reach the proxy by HTTPS, cookies are sent by HTTPS only', async () => {
  const cookies = (await passOn('198.51.100.9', host.password)).headers.getSetCookie();
  assert.equal(cookies.length, 3);
  for (const cookie of cookies) assert.match(cookie, /; Secure/);
});
