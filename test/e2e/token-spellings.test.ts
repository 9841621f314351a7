import '../property-runs.ts';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request, type RequestOptions } from 'node:http';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { newDraft, writeDraftCookie, writeFormToken } from '../../demo/draft-token.ts';
import { open, seal } from '../../demo/seal.ts';
import { type Host, openHost } from './open-host.ts';
import { signIn } from './sign-in.ts';

let host: Host;

before(async () => {
  host = await openHost();
});
after(() => host?.close());

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`;

/** Other spellings of a token, which decoders of base64url, addresses and cookies accept. */
const spellings = (token: string, isAddress: boolean): fc.Arbitrary<string> => {
  const place = fc.nat({ max: token.length - 1 });
  const junk = fc.constantFrom(
    ...['=', '==', '.', ' ', '+', '/', '!', '"', '\t', 'A', '-', '~', '\u00a0', 'é'],
    ...['%00', '%3D', '%3d', '%20', '%0A', '%2E', '%2F', '%EF%BB%BF'],
  );
  const splice = (at: number, gone: number, put: string): string => token.slice(0, at) + put + token.slice(at + gone);
  return fc
    .oneof(
      // The last character of 32 bytes in base64url holds four bits of data and two unused bits.
      fc.integer({ min: 1, max: 63 }).map((bits) => {
        const last = alphabet.indexOf(token.at(-1) ?? '');
        return token.slice(0, -1) + alphabet[last ^ bits];
      }),
      fc.tuple(place, junk).map(([at, put]) => splice(at, 0, put)),
      fc.tuple(place, junk).map(([at, put]) => splice(at, 1, put)),
      fc.tuple(junk, junk).map(([before, after]) => before + token + after),
      junk.map((put) => token + put),
      junk.map((put) => put + token),
      place.map((at) => splice(at, 1, percent(token[at] ?? ''))),
      place.map((at) => splice(at, 1, (token[at] ?? '').toUpperCase())),
      place.map((at) => splice(at, 1, (token[at] ?? '').toLowerCase())),
      place.map((at) => splice(at, 1, '')),
      fc.constantFrom(token.replaceAll('-', '+').replaceAll('_', '/'), `"${token}"`, encodeURIComponent(`${token}=`)),
    )
    .filter((spelling) => spelling !== token && !(isAddress && /[^!-~]/.test(spelling)));
};

/** Sends an address that `fetch` would normalise. */
async function send(path: string, options: RequestOptions = {}, body?: string): Promise<IncomingMessage & { body: string }> {
  const { hostname, port } = new URL(host.address);
  const sent = request({ hostname, port, path, ...options }).end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return Object.assign(answer, { body: await text(answer) });
}

/** HTTP removes spaces around a header value before the server sees it. */
const inHeader = (spelling: fc.Arbitrary<string>, token: string): fc.Arbitrary<string> =>
  spelling.filter((each) => each.trim() !== token && !/[^\t\x20-\xff]/.test(each));

test('a seal opens in its one spelling, for every purpose', () => {
  const until = new Date(Date.now() + 60_000);
  for (const purpose of ['session', 'me', 'form', 'device'] as const) {
    const sealed = seal(['one', 'two'], until, { purpose, secret: 'secret' });
    assert.deepEqual(open(sealed, { purpose, secret: 'secret' }), { ok: true, ids: ['one', 'two'] });
    fc.assert(
      fc.property(fc.oneof(spellings(sealed, false), fc.string(), fc.base64String()), (spelling) => {
        assert.deepEqual(open(spelling, { purpose, secret: 'secret' }), { ok: false, reason: 'unsigned' });
      }),
    );
  }
});

test('an id that could not be read back exactly is not sealed', () => {
  for (const id of ['a.b', '', 'a b', 'ä', 'a=']) {
    assert.throws(() => seal([id], new Date(), { purpose: 'me', secret: 'secret' }), RangeError);
  }
});

for (const page of ['session', 'me'] as const) {
  test(`a link to /${page}/ opens in its one spelling`, async () => {
    const token = host.token(page, await host.newClient('Hidden'));
    assert.equal((await send(`/${page}/${token}`)).statusCode, 200);
    assert.equal((await send(`/${page}/${token}?from=mail`)).statusCode, 200);
    await fc.assert(
      fc.asyncProperty(spellings(token, true), async (spelling) => {
        const answer = await send(`/${page}/${spelling}`);
        assert.ok([400, 401, 404].includes(answer.statusCode ?? 0), String(answer.statusCode));
        assert.doesNotMatch(answer.body, /Hidden/);
      }),
    );
  });
}

for (const [path, page] of [
  ['/api/responses', 'session'],
  ['/api/sittings', 'session'],
  ['/api/milestones', 'me'],
  ['/api/journal', 'me'],
] as const) {
  test(`${path} takes a token in its one spelling`, async () => {
    const token = host.token(page, await host.newClient());
    const post = (spelling: string) =>
      send(
        path,
        { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${spelling}` } },
        '{}',
      );
    // The token was accepted, and the body was not.
    assert.notEqual((await post(token)).statusCode, 401);
    await fc.assert(
      fc.asyncProperty(inHeader(spellings(token, false), token), async (spelling) => {
        assert.equal((await post(spelling)).statusCode, 401);
      }),
    );
  });
}

test('a part of the intake form is saved with its hidden field and its cookie in their one spelling each', async () => {
  const own = newDraft();
  const [form, cookie] = [writeFormToken(own.id, host.secret), writeDraftCookie(own, host.secret)];
  const save = (spelling: { form?: string; cookie?: string }) =>
    send(
      '/intake/name',
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: `intake=${spelling.cookie ?? cookie}` },
      },
      new URLSearchParams({ form: spelling.form ?? form, called: 'Wren' }).toString(),
    );
  await fc.assert(
    fc.asyncProperty(spellings(form, false), async (spelling) => {
      assert.equal((await save({ form: spelling })).statusCode, 403);
    }),
  );
  await fc.assert(
    fc.asyncProperty(inHeader(spellings(cookie, false), cookie), async (spelling) => {
      assert.equal((await save({ cookie: spelling })).statusCode, 403);
    }),
  );
  const [kept] = await host.database.query<{ count: number }>('select count(*)::int as count from intake_drafts');
  assert.equal(kept?.count, 0);
  assert.equal((await save({})).statusCode, 303);
});

test('a clinician’s visit is accepted in the one spelling of its cookie', async () => {
  const [, visit = ''] = (await signIn(host)).split('=');
  const desk = (spelling: string) => send('/clinician', { headers: { cookie: `visit=${spelling}` } });
  assert.doesNotMatch((await desk(visit)).body, /type="password"/);
  await fc.assert(
    fc.asyncProperty(inHeader(spellings(visit, false), visit), async (spelling) => {
      assert.match((await desk(spelling)).body, /type="password"/);
    }),
  );
});

test('a browser is known by the one spelling of its cookie', async () => {
  const signedIn = await fetch(`${host.address}/clinician/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ password: host.password }),
    redirect: 'manual',
  });
  const [, device = ''] = /^device=([^;]*)/m.exec(signedIn.headers.getSetCookie().join('\n')) ?? [];
  assert.notEqual(device, '');
  const guess = (spelling: string) =>
    send('/clinician/sign-in', { method: 'POST', headers: { cookie: `device=${spelling}` } });
  for (let time = 0; time < 8; time++) assert.equal((await guess(device)).statusCode, 401);
  // The browser's own guesses are used up. Another spelling would wait for its turn with other guesses of the address.
  for (const spelling of [`"${device}"`, `%${device.charCodeAt(0).toString(16)}${device.slice(1)}`, `${device}=`]) {
    assert.equal((await guess(spelling)).statusCode, 401, spelling);
  }
  assert.equal((await guess(device)).statusCode, 429);
});
