import assert from 'node:assert/strict';
import { test } from 'node:test';
import { score } from 'attune-elements/core';
import { instrumentOf } from '../../../demo/read-record.ts';
import { fillIn, plain, pulse } from '../fill-in.ts';
import type { Host } from '../open-host.ts';

export function keepingRecords(host: Host): void {
  const post = (body: unknown, token: string, type = 'application/json'): Promise<Response> =>
    fetch(`${host.address}/api/responses`, {
      method: 'POST',
      headers: { 'content-type': type, ...(token && { authorization: `Bearer ${token}` }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const newToken = async (): Promise<string> => host.token('session', await host.newClient());

  /** The host refuses with this status and a reason in words, and adds or removes no row in any table. */
  const isRefusedAs = (type: string) => async (status: number, body: unknown, token: string): Promise<void> => {
    const before = await host.rows();
    const answer = await post(body, token, type);
    const { reason } = (await answer.json()) as { reason: string };
    assert.equal(answer.status, status, reason);
    assert.match(reason, /^[A-Z].{10,}\.$/);
    assert.deepEqual(await host.rows(), before);
  };
  const isRefused = isRefusedAs('application/json');

  test('a record is stored as it came, with a score that the host computed', async () => {
    const pass = await host.newClient();
    const record = pulse({ 't-help': ['=HYPERLINK("x") \\u0000 🙂 "é"\n'] });
    const answer = await post(record, host.token('session', pass));
    assert.equal(answer.status, 201);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const [kept] = await host.database.query<{ body: unknown; score: { total: { pomp: number } }; session_id: string }>(
      'select body, score, session_id from records where id = $1',
      [record.id],
    );
    assert.deepEqual(kept?.body, plain(record));
    assert.deepEqual(kept?.score, plain(score(instrumentOf(record), record)));
    assert.equal(kept?.score.total.pomp, 81.25);
    assert.equal(kept?.session_id, pass.session);
  });

  test('the host accepts every instrument that the session page shows', async () => {
    const token = await newToken();
    for (const record of [
      fillIn('trust-12', { variant: 'session' }, { t01: ['agree'], t04: 'unknown' }),
      fillIn('empathy-checklist', { perspective: 'client' }, { e11: ['yes'], e13: 'not-applicable' }),
      fillIn('boundary-clarity', { topics: 'purpose' }, { b01: ['partly'], 'q-purpose': ['What now?'] }),
      fillIn('trust-pulse', {}, {}),
    ]) {
      assert.equal((await post(record, token)).status, 201, record.instrument.id);
    }
  });

  test('the identical record again gets 200 and is stored once, whatever the order of its keys', async () => {
    const token = await newToken();
    const record = pulse();
    await post(record, token);
    const before = await host.rows();
    const again = await post(Object.fromEntries(Object.entries(plain(record)).reverse()), token);
    assert.equal(again.status, 200);
    assert.deepEqual(await again.json(), { kept: 'known' });
    assert.deepEqual(await host.rows(), before);
  });

  test('ten identical records at once are stored once', async () => {
    const token = await newToken();
    const record = pulse();
    const { records = 0 } = await host.rows();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(record, token)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array(9).fill(200), 201]);
    assert.equal((await host.rows()).records, records + 1);
  });

  test('a different body under a stored id gets 409', async () => {
    const token = await newToken();
    const record = pulse();
    await post(record, token);
    await isRefused(409, { ...pulse({ t01: ['disagree'] }), id: record.id }, token);
    const [kept] = await host.database.query<{ body: unknown }>('select body from records where id = $1', [record.id]);
    assert.deepEqual(kept?.body, plain(record));
  });

  test('an id that another client uses is accepted like any other, so that nobody learns that it is used', async () => {
    const [mine, theirs] = [await host.newClient(), await host.newClient()];
    const record = pulse();
    assert.equal((await post(record, host.token('session', mine))).status, 201);
    const other = { ...pulse({ t01: ['disagree'] }), id: record.id };
    for (const status of [201, 200]) assert.equal((await post(other, host.token('session', theirs))).status, status);
    const bodyOf = async (client: string): Promise<unknown> =>
      (await host.database.query<{ body: unknown }>('select body from records where client_id = $1', [client]))[0]?.body;
    assert.deepEqual(await bodyOf(mine.client), plain(record));
    assert.deepEqual(await bodyOf(theirs.client), plain(other));
  });

  const supersededBy = async (id: string): Promise<string | null | undefined> =>
    (
      await host.database.query<{ superseded_by: string | null }>(
        'select superseded_by from record_standing where id = $1',
        [id],
      )
    )[0]?.superseded_by;

  test('a record that replaces another supersedes it, also along a chain', async () => {
    const token = await newToken();
    const first = pulse();
    const second = { ...pulse({ t01: ['disagree'] }), replaces: first.id };
    const third = { ...pulse({ t01: ['in-between'] }), replaces: second.id };
    for (const record of [first, second, third]) assert.equal((await post(record, token)).status, 201);
    assert.deepEqual(await Promise.all([first, second, third].map(({ id }) => supersededBy(id))), [
      second.id,
      third.id,
      null,
    ]);
  });

  test('it also supersedes a record that arrives later, or never', async () => {
    const token = await newToken();
    const first = pulse();
    const second = { ...pulse(), replaces: first.id };
    assert.equal((await post(second, token)).status, 201);
    assert.equal((await post(first, token)).status, 201);
    assert.equal(await supersededBy(first.id), second.id);
    assert.equal(await supersededBy(second.id), null);
  });

  test('no record supersedes another client’s, before or after it arrived, and no answer reveals that it exists', async () => {
    const [mine, theirs] = [await newToken(), await newToken()];
    const first = pulse();
    await post(first, mine);
    // The same answer as for a record that has not arrived.
    assert.equal((await post({ ...pulse(), replaces: first.id }, theirs)).status, 201);
    assert.equal((await post({ ...fillIn('empathy-checklist', {}, { e11: ['yes'] }), replaces: first.id }, theirs)).status, 201);
    assert.equal(await supersededBy(first.id), null);
    const late = pulse();
    assert.equal((await post({ ...pulse(), replaces: late.id }, theirs)).status, 201);
    assert.equal((await post(late, mine)).status, 201);
    assert.equal(await supersededBy(late.id), null);
  });

  test('records cannot replace themselves, each other in a circle, or one of another instrument', async () => {
    const token = await newToken();
    const first = pulse();
    await isRefused(422, { ...first, replaces: first.id }, token);
    const second = { ...pulse(), replaces: first.id };
    await post(second, token);
    await isRefused(422, { ...first, replaces: second.id }, token);
    await isRefused(422, { ...fillIn('empathy-checklist', {}, { e11: ['yes'] }), replaces: second.id }, token);
  });

  test('a record that does not fit the instrument is refused, and the answer names the place', async () => {
    const token = await newToken();
    const record = plain(pulse());
    const answers = (...list: unknown[]): unknown => ({ ...record, answers: list });
    for (const [name, wrong] of Object.entries({
      'an unknown code': answers({ item: 't01', state: 'answered', values: ['very-much'] }),
      'a weight for a code': answers({ item: 't01', state: 'answered', values: [5] }),
      'a number out of range': answers({ item: 't-now', state: 'answered', values: [11] }),
      'two values for one choice': answers({ item: 't01', state: 'answered', values: ['agree', 'disagree'] }),
      'a NUL in a text': answers({ item: 't-help', state: 'answered', values: ['a\u0000b'] }),
      'half a sign in a text': answers({ item: 't-help', state: 'answered', values: ['a\ud83d'] }),
      'an unknown item': answers({ item: 't99', state: 'answered', values: ['agree'] }),
      'the same item twice': answers(...Array(2).fill({ item: 't01', state: 'answered', values: ['agree'] })),
      'an unknown state': answers({ item: 't01', state: 'maybe' }),
      'answers that are no list': { ...record, answers: { t01: 'agree' } },
      'not completed': { ...record, status: 'in-progress', completedAt: undefined },
      'completed at no time': { ...record, completedAt: 'yesterday' },
      'completed on no day': { ...record, completedAt: '2026-02-31T10:00:00Z' },
      'another version': { ...record, instrument: { ...record.instrument, version: '9.9.9' } },
      'an option that it lacks': { ...record, instrument: { ...record.instrument, options: { variant: 'session' } } },
      'another schema': { ...record, schema: 2 },
      'an id with signs': { ...record, id: "x'; drop table records; --" },
      'an id too short': { ...record, id: '1' },
      'an unknown instrument': { ...record, instrument: { id: 'phq-9', version: '1.0.0', options: {} } },
      'an instrument named like a built-in': {
        ...record,
        instrument: { id: '__proto__', version: '1.0.0', options: {} },
      },
    })) {
      await test(name, () => isRefused(422, wrong, token));
    }
    const answer = await post(answers({ item: 't01', state: 'answered', values: ['very-much'] }), token);
    const { problems } = (await answer.json()) as { problems: { path: string; code: string }[] };
    assert.match(problems[0]?.path ?? '', /answers\[0\]/);
    assert.doesNotMatch(JSON.stringify(problems), /very-much/);
  });

  test('a record with an impossible time is refused, with a reason', async () => {
    const token = await newToken();
    const at = (ms: number): string => new Date(Date.now() + ms).toISOString();
    const [minute, day] = [60_000, 24 * 60 * 60_000];
    const reason = async (times: { startedAt?: string; completedAt: string }): Promise<string> => {
      const record = { ...pulse(), ...times };
      await isRefused(422, record, token);
      return ((await (await post(record, token)).json()) as { reason: string }).reason;
    };
    for (const completedAt of ['2126-01-01T00:00:00Z', '9999-12-31T23:59:59Z', at(day + minute)]) {
      assert.match(await reason({ completedAt }), /completed in the future/);
      assert.match(await reason({ completedAt, startedAt: completedAt }), /completed in the future/);
    }
    for (const moment of ['0000-01-01T00:00:00+00:00', '0001-01-01T00:00:00Z', '1969-12-31T23:59:59Z']) {
      assert.match(await reason({ completedAt: moment }), /before 1970/);
      assert.match(await reason({ startedAt: moment, completedAt: moment }), /before 1970/);
      assert.match(await reason({ startedAt: moment, completedAt: at(-day) }), /before 1970/);
    }
    for (const offset of ['+23:59', '-23:59', '+16:00', '+15:00', '-13:00']) {
      const moment = `2024-01-15T12:00:00${offset}`;
      assert.match(await reason({ startedAt: moment, completedAt: moment }), /no place on earth/);
    }
  });

  test('clocks may differ by a day, and offsets are taken into account', async () => {
    const token = await newToken();
    const taken = async (startedAt: string, completedAt: string): Promise<void> =>
      assert.equal((await post({ ...pulse(), startedAt, completedAt }, token)).status, 201, completedAt);
    const soon = new Date(Date.now() + 23 * 60 * 60_000).toISOString();
    await taken(soon, soon);
    await taken('1970-01-01T00:00:00Z', '1970-01-01T00:00:00.123456789Z');
    await taken('2024-05-04T23:30:00+14:00', '2024-05-04T10:00:00-12:00');
  });

  test('a text that the database cannot store is refused in an option too', async () => {
    const token = await newToken();
    for (const policy of ['a\u0000b', '\ud83d']) {
      await isRefused(422, fillIn('boundary-clarity', { topics: 'purpose', policy }, { b01: ['clear'] }), token);
    }
  });

  test('a client can send only a client’s answers, about this client and this session', async () => {
    const pass = await host.newClient();
    const token = host.token('session', pass);
    await isRefused(403, fillIn('empathy-checklist', { perspective: 'therapist' }, { e11: ['yes'] }), token);
    await isRefused(403, { ...pulse(), author: 'therapist' }, token);
    await isRefused(403, { ...pulse(), subject: 'someone-else' }, token);
    await isRefused(403, { ...pulse(), encounter: 'another-session' }, token);
    const right = { ...pulse(), author: 'client', subject: pass.client, encounter: pass.session };
    assert.equal((await post(right, token)).status, 201);
  });

  test('oversized, malformed and oddly typed bodies are refused', async () => {
    const token = await newToken();
    await isRefused(413, { ...pulse(), disclosure: 'x'.repeat(200_000) }, token);
    await isRefused(400, '{"schema": 1,', token);
    await isRefused(400, '', token);
    await isRefused(400, '{"__proto__": {"status": "completed"}}', token);
    for (const body of ['null', '[]', '7', '"record"', '{}', '{"instrument": null}', '{"instrument": {"id": 7}}']) {
      await isRefused(400, body, token);
    }
    await isRefusedAs('text/xml')(415, '<record/>', token);
    await isRefusedAs('application/x-www-form-urlencoded')(400, 'instrument=trust-12', token);
  });

  test('requests without a valid token of this host for this page are refused', async () => {
    const pass = await host.newClient();
    const token = host.token('session', pass);
    const [body = '', session = '', until = ''] = token.split('.');
    await isRefused(401, pulse(), '');
    await isRefused(401, pulse(), 'token');
    await isRefused(401, pulse(), `${token}x`);
    await isRefused(401, pulse(), `${body}.${session}.${until}.`);
    await isRefused(401, pulse(), token.replace(body, (await host.newClient()).client));
    await isRefused(401, pulse(), host.token('me', pass));
    await isRefused(410, pulse(), host.token('session', pass, new Date(Date.now() - 1000)));
    await isRefused(404, pulse(), host.token('session', { ...pass, session: (await host.newClient()).session }));
    await isRefused(404, pulse(), host.token('session', { client: pass.client }));
  });
}
