import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillIn, plain, pulse } from '../fill-in.ts';
import type { Host } from '../open-host.ts';

export function keepingSittings(host: Host): void {
  const post = (body: unknown, token: string): Promise<Response> =>
    fetch(`${host.address}/api/sittings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
  const checklist = (more = {}) => fillIn('empathy-checklist', { perspective: 'client' }, { e11: ['yes'], ...more });
  const card = () => fillIn('boundary-clarity', { topics: 'purpose' }, { b01: ['partly'], 'q-purpose': ['What now?'] });
  const keptOf = (client: string) =>
    host.database.query<{ id: string; body: unknown; superseded_by: string | null }>(
      'select id, body, superseded_by from record_standing where client_id = $1 order by received_at, id',
      [client],
    );

  /** The host refuses with this status, and stores nothing of the sitting. */
  const isRefused = async (status: number, body: unknown, token: string): Promise<{ path: string; code: string }[]> => {
    const before = await host.rows();
    const answer = await post(body, token);
    const { reason, problems = [] } = (await answer.json()) as { reason: string; problems?: { path: string; code: string }[] };
    assert.equal(answer.status, status, reason);
    assert.match(reason, /^[A-Z].{10,}\.$/);
    assert.deepEqual(await host.rows(), before);
    return problems;
  };

  test('all records of a sitting are stored as they came', async () => {
    const pass = await host.newClient();
    const responses = [pulse(), checklist(), card()];
    const answer = await post({ responses }, host.token('session', pass));
    assert.equal(answer.status, 201);
    assert.deepEqual(await answer.json(), { kept: ['stored', 'stored', 'stored'] });
    const kept = new Map((await keptOf(pass.client)).map(({ id, body }) => [id, body]));
    assert.deepEqual([...kept.keys()].sort(), responses.map(({ id }) => id).sort());
    for (const record of responses) assert.deepEqual(kept.get(record.id), plain(record));
  });

  test('the identical sitting again gets 200 and is stored once, also ten times at once', async () => {
    const token = host.token('session', await host.newClient());
    const responses = [pulse(), checklist()];
    await post({ responses }, token);
    const before = await host.rows();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post({ responses }, token)));
    assert.deepEqual(answers.map(({ status }) => status), Array(10).fill(200));
    assert.deepEqual(await answers[0]?.json(), { kept: ['known', 'known'] });
    assert.deepEqual(await host.rows(), before);
  });

  test('after a lost answer of the host, a changed record replaces only its own earlier record', async () => {
    const pass = await host.newClient();
    const token = host.token('session', pass);
    const [first, other] = [pulse(), checklist()];
    await post({ responses: [first, other] }, token);
    const second = { ...pulse({ t01: ['disagree'] }), replaces: first.id };
    const answer = await post({ responses: [second, other] }, token);
    assert.equal(answer.status, 201);
    assert.deepEqual(await answer.json(), { kept: ['stored', 'known'] });
    const standing = Object.fromEntries((await keptOf(pass.client)).map(({ id, superseded_by }) => [id, superseded_by]));
    assert.deepEqual(standing, { [first.id]: second.id, [second.id]: null, [other.id]: null });
  });

  test('when one record is refused none is stored, wherever it is in the list, and the problem names its place', async () => {
    const token = host.token('session', await host.newClient());
    const wrong = { ...plain(checklist()), answers: [{ item: 'e11', state: 'answered', values: ['often'] }] };
    const early = { ...plain(checklist()), completedAt: '0000-01-01T00:00:00+00:00' };
    for (const place of [0, 1, 2]) {
      const responses: unknown[] = [pulse(), card()];
      responses.splice(place, 0, wrong);
      const [problem] = await isRefused(422, { responses }, token);
      assert.match(problem?.path ?? '', new RegExp(`^responses\\[${place}\\]\\.answers\\[0\\]`));
      await isRefused(422, { responses: responses.with(place, early) }, token);
    }
  });

  test('nothing is stored beside a record that belongs to another, or whose id names another record', async () => {
    const pass = await host.newClient();
    const token = host.token('session', pass);
    const kept = pulse();
    await post({ responses: [kept] }, token);
    await isRefused(409, { responses: [checklist(), { ...pulse({ t01: ['disagree'] }), id: kept.id }] }, token);
    await isRefused(403, { responses: [checklist(), { ...card(), subject: 'someone-else' }] }, token);
    await isRefused(403, { responses: [checklist(), fillIn('empathy-checklist', { perspective: 'therapist' }, {})] }, token);
    await isRefused(403, { responses: [checklist(), fillIn('mistrust-observation', {}, { m2: ['seen'] })] }, token);
    const twice = checklist();
    await isRefused(409, { responses: [twice, { ...checklist({ e12: ['no'] }), id: twice.id }] }, token);
  });

  test('ids of another client’s records are accepted like any others, and those records do not change', async () => {
    const theirs = await host.newClient();
    const record = pulse();
    await post({ responses: [record] }, host.token('session', theirs));
    const kept = await keptOf(theirs.client);
    for (const other of [{ ...pulse({ t01: ['disagree'] }), id: record.id }, { ...pulse(), replaces: record.id }]) {
      const token = host.token('session', await host.newClient());
      assert.equal((await post({ responses: [checklist(), other] }, token)).status, 201);
    }
    assert.deepEqual(await keptOf(theirs.client), kept);
  });

  test('a body that is not a sitting is refused', async () => {
    const token = host.token('session', await host.newClient());
    for (const body of [null, [], 7, {}, { responses: [] }, { responses: 'all' }, { responses: { 0: pulse() } }]) {
      await isRefused(400, body, token);
    }
    await isRefused(422, { responses: Array.from({ length: 13 }, () => pulse()) }, token);
    await isRefused(400, { responses: [pulse(), null] }, token);
    await isRefused(413, { responses: [{ ...pulse(), disclosure: 'x'.repeat(400_000) }] }, token);
  });

  test('a sitting of several long forms is accepted', async () => {
    const long = 'A long answer. '.repeat(2700);
    const responses = Array.from({ length: 6 }, () => fillIn('progress-check-in', {}, { p1: [long] }));
    const answer = await post({ responses }, host.token('session', await host.newClient()));
    assert.equal(answer.status, 201);
  });

  test('only a client with a session link of this host can send a sitting', async () => {
    const pass = await host.newClient();
    await isRefused(401, { responses: [pulse()] }, '');
    await isRefused(401, { responses: [pulse()] }, host.token('me', pass));
    await isRefused(410, { responses: [pulse()] }, host.token('session', pass, new Date(0)));
    await isRefused(404, { responses: [pulse()] }, host.token('session', { client: pass.client }));
  });
}
