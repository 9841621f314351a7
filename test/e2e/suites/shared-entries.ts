import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listSharedEntries } from '../../../demo/journal.ts';
import { newId } from '../../../demo/new-id.ts';
import { pulse } from '../fill-in.ts';
import type { Host } from '../open-host.ts';
import { signIn } from '../sign-in.ts';

export function sharedEntries(host: Host): void {
  const post = (path: string, body: unknown, token: string): Promise<Response> =>
    fetch(`${host.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const share = (body: unknown, token: string): Promise<Response> => post('/api/journal', body, token);
  const desk = async (path: string): Promise<string> =>
    (await fetch(`${host.address}${path}`, { headers: { cookie: await signIn(host) } })).text();
  /** The HTML of the part of a client's page that holds shared entries, or an empty text. */
  const partOf = async (client: string): Promise<string> =>
    /<details[^>]* id="journal">(.*?)(?=<details class="(?:sheet|more-words))/s.exec(await desk(`/clinician/clients/${client}`))?.[1] ?? '';
  const wordsOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim();
  const entry = { id: 'entry-1', date: '2026-11-20', prompt: 'A feeling I had.', text: 'Calm.\nLike 🌊, and "far" off.' };
  const kept = async (client: string) =>
    (await listSharedEntries(host.database, client)).map(({ id, date, prompt, text, stands }) => ({ id, date, prompt, text, stands }));

  test('a shared entry is stored exactly, and the identical entry again is stored once', async () => {
    const pass = await host.newClient();
    const token = host.token('me', pass);
    const answers = [await share(entry, token), await share(entry, token)];
    assert.deepEqual(answers.map(({ status }) => status), [201, 200]);
    assert.deepEqual(await Promise.all(answers.map((answer) => answer.json())), [{ kept: 'stored' }, { kept: 'known' }]);
    assert.deepEqual(await kept(pass.client), [{ ...entry, stands: true }]);
    const { prompt: _none, ...plain } = { ...entry, id: 'entry-2' };
    assert.equal((await share(plain, token)).status, 201);
    assert.deepEqual((await kept(pass.client))[1], { ...plain, prompt: null, stands: true });
  });

  test('the identical entry sent many times at once is stored once', async () => {
    const pass = await host.newClient();
    const token = host.token('me', pass);
    const answers = await Promise.all(Array.from({ length: 8 }, () => share(entry, token)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 200, 200, 200, 200, 200, 201]);
    assert.deepEqual(await kept(pass.client), [{ ...entry, stands: true }]);
  });

  test('an entry that was changed and shared again replaces the earlier version on the page, which is still stored', async () => {
    const pass = await host.newClient('Wren');
    const token = host.token('me', pass);
    const changed = { ...entry, text: 'Calm, mostly.' };
    for (const version of [entry, changed]) assert.equal((await share(version, token)).status, 201);
    assert.deepEqual(await kept(pass.client), [{ ...entry, stands: false }, { ...changed, stands: true }]);
    assert.match(wordsOf(await partOf(pass.client)), /20 Nov 2026 A feeling I had\. Calm, mostly\..* What was shared before it was changed Calm\. Like/);
    // Changed back: the version that was shared last is current.
    assert.equal((await share(entry, token)).status, 201);
    assert.equal((await share(entry, token)).status, 200);
    assert.deepEqual((await kept(pass.client)).map(({ text, stands }) => [text, stands]), [
      [entry.text, false],
      [changed.text, false],
      [entry.text, true],
    ]);
  });

  test('a body that is not an entry is refused with a plain reason, and stores nothing', async () => {
    const pass = await host.newClient();
    const token = host.token('me', pass);
    const before = await host.rows();
    for (const [wrong, status, reason] of [
      [null, 422, 'The entry has no id.'],
      [[], 422, 'The entry has no id.'],
      ['7', 422, 'The entry has no id.'],
      [{ ...entry, id: '' }, 422, 'The entry has no id.'],
      [{ ...entry, id: 'a b' }, 422, 'The entry has no id.'],
      [{ ...entry, id: 7 }, 422, 'The entry’s id is too long, or not a text that can be kept.'],
      [{ ...entry, id: 'x'.repeat(101) }, 422, 'The entry’s id is too long, or not a text that can be kept.'],
      [{ ...entry, date: undefined }, 422, 'The entry’s day is not a day of the calendar.'],
      [{ ...entry, date: '2026-02-30' }, 422, 'The entry’s day is not a day of the calendar.'],
      [{ ...entry, date: '0000-01-01' }, 422, 'The entry’s day is not a day of the calendar.'],
      [{ ...entry, text: undefined }, 422, 'The entry has no words.'],
      [{ ...entry, text: ' \n' }, 422, 'The entry has no words.'],
      [{ ...entry, text: ['Calm.'] }, 422, 'The entry’s text is too long, or not a text that can be kept.'],
      [{ ...entry, text: 'x'.repeat(20_001) }, 422, 'The entry’s text is too long, or not a text that can be kept.'],
      [{ ...entry, text: 'a\0b' }, 422, 'The entry’s text is too long, or not a text that can be kept.'],
      [{ ...entry, text: '\ud83d' }, 422, 'The entry’s text is too long, or not a text that can be kept.'],
      [{ ...entry, prompt: 'x'.repeat(301) }, 422, 'The entry’s prompt is too long, or not a text that can be kept.'],
      [{ ...entry, prompt: '\0' }, 422, 'The entry’s prompt is too long, or not a text that can be kept.'],
      ['{', 400, 'The request could not be read.'],
      [{ ...entry, text: 'x'.repeat(200_000) }, 413, 'That is more than the clinic takes at once.'],
    ] as const) {
      const answer = await share(wrong, token);
      assert.deepEqual([answer.status, await answer.json()], [status, { reason }], JSON.stringify(wrong).slice(0, 80));
    }
    for (const [wrong, status] of [
      ['', 401],
      [host.token('session', pass), 401],
      [host.token('me', pass, new Date(0)), 410],
      [host.token('me', { client: 'gone' }), 404],
    ] as const) {
      const answer = await share(entry, wrong);
      assert.equal(answer.status, status);
      assert.deepEqual(Object.keys((await answer.json()) as object), ['reason']);
    }
    assert.deepEqual(await host.rows(), before);
  });

  test('the longest entry is stored, in any script', async () => {
    const pass = await host.newClient();
    const text = '語'.repeat(20_000);
    assert.equal((await share({ ...entry, text }, host.token('me', pass))).status, 201);
    assert.equal((await kept(pass.client))[0]?.text, text);
  });

  test('one client cannot reach another’s entry: the same id is an entry of their own', async () => {
    const [mine, theirs] = [await host.newClient(), await host.newClient()];
    await share(entry, host.token('me', mine));
    assert.equal((await share({ ...entry, text: 'Loud.' }, host.token('me', theirs))).status, 201);
    assert.deepEqual((await kept(mine.client)).map(({ text, stands }) => [text, stands]), [[entry.text, true]]);
    assert.doesNotMatch(await partOf(mine.client), /Loud/);
  });

  test('a clinician reads the shared entries, newest first, each with its day and prompt, and its words as text', async () => {
    const pass = { client: newId() };
    await host.database.query('insert into clients (id, called) values ($1, $2)', [pass.client, 'Wren']);
    assert.equal(await partOf(pass.client), '');
    assert.match(await desk(`/clinician/clients/${pass.client}`), /There is nothing from Wren yet/);
    const token = host.token('me', pass);
    await share({ ...entry, id: 'b', date: '2026-11-19', prompt: undefined, text: 'Two\n  lines, <b>not</b> bold & "so".' }, token);
    await share({ ...entry, id: 'c', date: '2020-03-01', text: 'Long ago.' }, token);
    await share({ ...entry, id: 'a', date: '2999-11-21' }, token);
    const part = await partOf(pass.client);
    assert.match(wordsOf(part), /^From the journal 3 shared entries What Wren chose to share\. All else of the journal is theirs; the clinic does not have it\. /);
    const days = [...part.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, day]) => day);
    assert.deepEqual(days, ['21 Nov 2999', '19 Nov 2026', '1 Mar 2020']);
    assert.match(part, />Two\n {2}lines, &lt;b&gt;not&lt;\/b&gt; bold &amp; &quot;so&quot;\.</);
    assert.match(wordsOf(part), /1 Mar 2020 A feeling I had\. Long ago\. Shared on \d+ \w+ 20\d\d$/);
    assert.doesNotMatch(part, /class="made-up"/);
    assert.doesNotMatch(await desk(`/clinician/clients/${pass.client}`), /There is nothing/);
  });

  test('many entries: the five newest are open, the others are folded', async () => {
    const pass = await host.newClient();
    for (const number of [1, 2, 3, 4, 5, 6, 7]) {
      await share({ id: `e${number}`, date: `2026-11-0${number}`, text: `Words ${number}.` }, host.token('me', pass));
    }
    const [open = '', folded = ''] = (await partOf(pass.client)).split('<details');
    const numbers = (html: string): string[] => [...html.matchAll(/Words (\d)/g)].map(([, number = '']) => number);
    assert.deepEqual([numbers(open), numbers(folded)], [['7', '6', '5', '4', '3'], ['2', '1']]);
    assert.match(wordsOf(`<details${folded}`), /^Earlier 2 /);
  });

  test('an entry of a made-up client is marked on the page', async () => {
    const pass = await host.newClient();
    const mark = (madeUp: boolean) =>
      host.database.query('update clients set made_up = $2 where id = $1', [pass.client, madeUp]);
    await share(entry, host.token('me', pass));
    await mark(true);
    assert.match(await partOf(pass.client), /<summary><h2>From the journal<\/h2> .*<\/summary>\n<p class="muted"><span class="made-up">made up<\/span> What/);
    assert.match(await desk(`/clinician/journal.ndjson?client=${pass.client}`), /"madeUp":true/);
    await mark(false);
  });

  test('no figure and no list of forms includes an entry', async () => {
    const pass = await host.newClient();
    assert.equal((await post('/api/responses', pulse(), host.token('session', pass))).status, 201);
    const pages = ['/clinician/clinic?of=others', '/clinician', `/clinician/sessions/${pass.session}`, '/clinician/records.ndjson', '/clinician/answers.csv'];
    const read = () => Promise.all(pages.map(desk));
    const before = await read();
    await share(entry, host.token('me', pass));
    assert.deepEqual(await read(), before);
  });

  test('each client’s journal has its own name on the device, which stays the same and does not identify the client', async () => {
    const nameOn = async (token: string): Promise<string> => {
      const page = await (await fetch(`${host.address}/me/${token}`)).text();
      const [, attributes = ''] = /<attune-journal([^>]*)>/.exec(page) ?? [];
      assert.match(attributes, / kept="device" /);
      assert.match(attributes, / who="Your therapist" when="when they next open your file"/);
      return / storage-key="([^"]*)"/.exec(attributes)?.[1] ?? '';
    };
    const [wren, kim] = [await host.newClient('Wren'), await host.newClient('Kim')];
    const name = await nameOn(host.token('me', wren));
    assert.match(name, /^[\da-f-]{36}$/);
    assert.ok(!name.includes(wren.client));
    // Another link of the same person opens the same journal.
    assert.equal(await nameOn(host.token('me', { client: wren.client }, new Date(Date.now() + 60_000))), name);
    assert.notEqual(await nameOn(host.token('me', kim)), name);
    for (const page of ['/clinician/records.ndjson', '/clinician/journal.ndjson', `/clinician/clients/${wren.client}`]) {
      assert.ok(!(await desk(page)).includes(name), page);
    }
  });

  test('the client’s page contains no entry: only their device knows what they shared', async () => {
    const pass = await host.newClient();
    const token = host.token('me', pass);
    await share({ ...entry, text: 'Zebra.' }, token);
    assert.doesNotMatch(await (await fetch(`${host.address}/me/${token}`)).text(), /Zebra/);
  });

  test('the export of shared entries holds each complete entry with its earlier versions, and no other export does', async () => {
    const pass = await host.newClient();
    const token = host.token('me', pass);
    const first = { ...entry, text: 'A\nzebra.' };
    await share(first, token);
    await share(entry, token);
    await share(entry, host.token('me', await host.newClient()));
    const path = `/clinician/journal.ndjson?client=${pass.client}`;
    const answer = await fetch(`${host.address}${path}`, { headers: { cookie: await signIn(host) } });
    assert.match(answer.headers.get('content-type') ?? '', /^application\/x-ndjson/);
    assert.equal(answer.headers.get('content-disposition'), 'attachment; filename="harbour-journal.ndjson"');
    const lines = (await answer.text()).split('\n');
    assert.equal(lines.pop(), '');
    const read = lines.map((line) => JSON.parse(line) as { sharedAt: string });
    for (const { sharedAt } of read) assert.ok(Math.abs(Date.parse(sharedAt) - Date.now()) < 600_000, sharedAt);
    assert.deepEqual(
      read.map(({ sharedAt: _when, ...line }) => line),
      [first, entry].map((one, place) => ({ client: pass.client, madeUp: false, ...one, stands: place === 1 })),
    );
    assert.ok((await desk('/clinician/journal.ndjson')).split('\n').length > 3);
    for (const other of ['/clinician/records.ndjson', '/clinician/answers.csv']) assert.doesNotMatch(await desk(other), /zebra/);
    assert.equal((await fetch(`${host.address}${path}`, { redirect: 'manual' })).status, 303);
    assert.match(await desk(`/clinician/clients/${pass.client}`), /href="\/clinician\/journal\.ndjson\?client=/);
    assert.doesNotMatch(await desk(`/clinician/clients/${(await host.newClient()).client}`), /journal\.ndjson/);
  });
}
