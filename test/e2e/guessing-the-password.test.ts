import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Host, openHost } from './open-host.ts';

let host: Host;

before(async () => {
  host = await openHost();
});
after(() => host?.close());

const tryPassword = (password: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${host.address}/clinician/sign-in`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ password }),
    redirect: 'manual',
  });
const statusOf = async (password: string, headers?: Record<string, string>): Promise<number> =>
  (await tryPassword(password, headers)).status;
/** The cookies that the browser of a signed-in clinician sends, by name. */
const cookiesOf = (answer: Response): Record<string, string> =>
  Object.fromEntries(answer.headers.getSetCookie().map((line) => [line.split('=')[0], line.split(';')[0] ?? '']));

let mine: Record<string, string> = {};

test('after eight wrong passwords in a minute the next is answered late, and the answer says so', async () => {
  mine = cookiesOf(await tryPassword(host.password));
  for (let time = 0; time < 8; time++) assert.equal(await statusOf('wrong'), 401);
  const begin = performance.now();
  const answer = await tryPassword('wrong');
  assert.ok(performance.now() - begin > 1500);
  assert.equal(answer.status, 429);
  assert.equal(answer.headers.get('retry-after'), '2');
  const page = await answer.text();
  assert.match(page, /That is not the password\./);
  assert.match(page, /<input name="password"/);
});

test('a request that claims another address gets no new guesses', async () => {
  assert.equal(await statusOf('wrong', { 'x-forwarded-for': '198.51.100.7', forwarded: 'for=198.51.100.7' }), 429);
});

test('the right password opens the desk while somebody guesses from the same address', async () => {
  const guesses = Array.from({ length: 40 }, (_none, place) => statusOf(`wrong ${place}`));
  const right = statusOf(host.password);
  const more = Array.from({ length: 40 }, (_none, place) => statusOf(`wrong too ${place}`));
  assert.equal(await right, 303);
  assert.deepEqual(new Set(await Promise.all([...guesses, ...more])), new Set([429]));
});

test('guesses beyond the limit of an address are not checked; a browser that signed in before does not wait with them', async () => {
  const flood = Array.from({ length: 250 }, () => tryPassword('wrong'));
  for (const cookie of [mine.device, mine.visit, `${mine.visit}; ${mine.device}`]) {
    // A wrong guess that had waited would get 429.
    assert.equal(await statusOf('wrong', { cookie: cookie ?? '' }), 401);
    assert.equal(await statusOf(host.password, { cookie: cookie ?? '' }), 303);
  }
  const desk = await fetch(`${host.address}/clinician`, { headers: { cookie: mine.visit ?? '' } });
  assert.doesNotMatch(await desk.text(), /type="password"/);
  const answers = await Promise.all(flood);
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([429]));
  const pages = await Promise.all(answers.map((answer) => answer.text()));
  assert.ok(pages.some((page) => /Your password was not read\..*in a few seconds/.test(page)));
});

test('a known browser has as many guesses as an address, and a cookie that was not made here does not count', async () => {
  const cookie = cookiesOf(await tryPassword(host.password)).device ?? '';
  for (let time = 0; time < 8; time++) assert.equal(await statusOf('wrong', { cookie }), 401);
  assert.equal(await statusOf('wrong', { cookie }), 429);
  const forged = [`${cookie}x`, 'device=x', cookie.replace('device=', 'device=x')];
  for (const one of forged) assert.equal(await statusOf('wrong', { cookie: one }), 429);
});

test('a browser is still known after its visit has ended, and has no access without the password', async () => {
  const { visit = '', device = '' } = cookiesOf(await tryPassword(host.password, { cookie: mine.device ?? '' }));
  await fetch(`${host.address}/clinician/sign-out`, {
    method: 'POST',
    headers: { cookie: `${visit}; ${device}` },
    redirect: 'manual',
  });
  const desk = await fetch(`${host.address}/clinician`, { headers: { cookie: `${visit}; ${device}` } });
  assert.match(await desk.text(), /type="password"/);
  assert.equal(await statusOf('wrong', { cookie: device }), 401);
  assert.equal(await statusOf(host.password, { cookie: device }), 303);
});
