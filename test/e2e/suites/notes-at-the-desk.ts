import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillIn, plain, pulse } from '../fill-in.ts';
import { signIn } from '../sign-in.ts';
import type { Host } from '../open-host.ts';

export function notesAtTheDesk(host: Host): void {
  const post = async (session: string, body: unknown, cookie: string): Promise<Response> =>
    fetch(`${host.address}/clinician/sessions/${session}/records`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
      redirect: 'manual',
    });
  const read = async (path: string, cookie = ''): Promise<string> =>
    (await fetch(`${host.address}${path}`, { headers: { cookie } })).text();
  const seen = (more = {}) =>
    fillIn('mistrust-observation', {}, { m1: ['several'], 'm-why': ['past-trauma'], 'm-next': ['slow-down'], ...more });
  const checklist = (perspective: string, more = {}) => fillIn('empathy-checklist', { perspective }, { e11: ['yes'], ...more });

  const isRefused = async (
    status: number,
    { session, cookie }: { session: string; cookie: string },
    body: unknown,
  ): Promise<void> => {
    const before = await host.rows();
    const answer = await post(session, body, cookie);
    assert.equal(answer.status, status);
    assert.match(((await answer.json()) as { reason: string }).reason, /^[A-Z].{10,}\.$/);
    assert.deepEqual(await host.rows(), before);
  };

  test('what therapist and observer note is stored with its author', async () => {
    const pass = await host.newClient();
    const cookie = await signIn(host);
    const records = [seen(), checklist('therapist'), checklist('observer')];
    for (const record of records) {
      const answer = await post(pass.session, record, cookie);
      assert.equal(answer.status, 201);
      assert.deepEqual(await answer.json(), { kept: 'stored' });
    }
    assert.equal((await post(pass.session, records[0], cookie)).status, 200);
    const kept = await host.database.query<{ author: string; body: unknown; client_id: string }>(
      'select author, body, client_id from records where session_id = $1 order by author, instrument desc',
      [pass.session],
    );
    assert.deepEqual(
      kept.map(({ author, body }) => [author, body]),
      [['observer', plain(records[2])], ['therapist', plain(records[0])], ['therapist', plain(records[1])]],
    );
    assert.ok(kept.every(({ client_id }) => client_id === pass.client));
  });

  test('a request without a visit is refused, and not redirected to a page that a script would read as a success', async () => {
    const { session } = await host.newClient();
    for (const cookie of ['', 'visit=guess']) await isRefused(401, { session, cookie }, seen());
  });

  test('the desk refuses a client’s answers, another author’s, and those about another client or session', async () => {
    const pass = await host.newClient();
    const cookie = await signIn(host);
    await isRefused(403, { session: pass.session, cookie }, pulse());
    await isRefused(403, { session: pass.session, cookie }, checklist('client'));
    await isRefused(403, { session: pass.session, cookie }, { ...seen(), author: 'client' });
    await isRefused(403, { session: pass.session, cookie }, { ...checklist('therapist'), author: 'observer' });
    await isRefused(403, { session: pass.session, cookie }, { ...seen(), subject: 'someone-else' });
    await isRefused(403, { session: pass.session, cookie }, { ...seen(), encounter: 'another-session' });
    await isRefused(422, { session: pass.session, cookie }, { ...seen(), answers: [{ item: 'm1', state: 'answered', values: [3] }] });
    for (const session of ['nobody', '%00']) await isRefused(404, { session, cookie }, seen());
  });

  test('a reflection is not stored, even if a page sends it', async () => {
    const { session } = await host.newClient();
    const reflection = fillIn('countertransference-reflection', { text: 'shared' }, { c1: ['Tired.'], c7: ['soon'] });
    await isRefused(403, { session, cookie: await signIn(host) }, reflection);
  });

  test('a form of another site cannot note anything', async () => {
    const { session } = await host.newClient();
    const before = await host.rows();
    const answer = await fetch(`${host.address}/clinician/sessions/${session}/records`, {
      method: 'POST',
      headers: { cookie: await signIn(host) },
      body: new URLSearchParams({ record: JSON.stringify(seen()) }),
    });
    assert.equal(answer.status, 400);
    assert.deepEqual(await host.rows(), before);
  });

  test('a note replaces an earlier note of its author, and neither a client’s nor an observer’s record', async () => {
    const pass = await host.newClient();
    const cookie = await signIn(host);
    const first = checklist('therapist');
    const second = { ...checklist('therapist', { e12: ['no'] }), replaces: first.id };
    for (const record of [first, second]) assert.equal((await post(pass.session, record, cookie)).status, 201);
    const [standing] = await host.database.query<{ superseded_by: string }>(
      'select superseded_by from record_standing where id = $1',
      [first.id],
    );
    assert.equal(standing?.superseded_by, second.id);
    await isRefused(403, { session: pass.session, cookie }, { ...checklist('observer'), replaces: second.id });
    const own = checklist('client');
    await fetch(`${host.address}/api/responses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token('session', pass)}` },
      body: JSON.stringify(own),
    });
    await isRefused(403, { session: pass.session, cookie }, { ...checklist('therapist'), replaces: own.id });
  });

  test('a note that arrives later is also superseded only by records of its own author', async () => {
    const pass = await host.newClient();
    const late = checklist('client');
    const note = { ...checklist('therapist'), replaces: late.id };
    assert.equal((await post(pass.session, note, await signIn(host))).status, 201);
    const sent = await fetch(`${host.address}/api/responses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token('session', pass)}` },
      body: JSON.stringify(late),
    });
    assert.equal(sent.status, 201);
    const [standing] = await host.database.query<{ superseded_by: string | null }>(
      'select superseded_by from record_standing where id = $1',
      [late.id],
    );
    assert.equal(standing?.superseded_by, null);
  });

  test('the client’s own pages show nothing of what was noted', async () => {
    const pass = await host.newClient('Watched');
    const cookie = await signIn(host);
    const before = await Promise.all(['session', 'me'].map((page) => read(`/${page}/${host.token(page as 'me', pass)}`)));
    for (const record of [seen(), checklist('therapist'), checklist('observer')]) await post(pass.session, record, cookie);
    const after = await Promise.all(['session', 'me'].map((page) => read(`/${page}/${host.token(page as 'me', pass)}`)));
    assert.deepEqual(after, before);
  });

  test('the session’s page shows the notes and starts its forms with them; the client’s page has the profile', async () => {
    const pass = await host.newClient('Seen');
    const cookie = await signIn(host);
    const observation = seen({ m2: ['seen'], m3: 'unknown' });
    await post(pass.session, observation, cookie);
    const desk = await read(`/clinician/sessions/${pass.session}`, cookie);
    assert.match(desk, /Not shown to the client/);
    assert.ok(desk.includes(`data-before="observation"><script type="application/json">${JSON.stringify(observation)}`));
    assert.match(desk, new RegExp(`<attune-mistrust-observation id="observation" [^>]*subject="${pass.client}" encounter="${pass.session}"`));
    assert.match(desk, /<attune-reflection id="reflection" unsent(?![^>]*share-text)/);
    const page = (await read(`/clinician/clients/${pass.client}`, cookie)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    assert.match(page, /Avoidance Silence Defensiveness Questions Steps not done/);
    assert.match(page, /Session 1 20 Nov 2026 3 of 4 cannot say cannot say cannot say cannot say Past trauma Slow down/);
  });

  test('there is no page for an unknown session, and none without a visit', async () => {
    const { session } = await host.newClient('Hidden');
    const cookie = await signIn(host);
    for (const id of ['nobody', '%00', '..%2f']) {
      assert.equal((await fetch(`${host.address}/clinician/sessions/${id}`, { headers: { cookie } })).status, 404);
    }
    const answer = await fetch(`${host.address}/clinician/sessions/${session}`, { redirect: 'manual' });
    assert.equal(answer.status, 303);
    assert.doesNotMatch(await answer.text(), /Hidden/);
  });
}
