import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eraseOldDrafts } from '../../../demo/drafts.ts';
import { writeFormToken } from '../../../demo/draft-token.ts';
import { fillIn, plain } from '../fill-in.ts';
import { type Device, device } from '../intake-device.ts';
import type { Host } from '../open-host.ts';
import { signIn } from '../sign-in.ts';

export function intakeForm(host: Host): void {
  const trust = (code = 'agree') => fillIn('trust-12', { variant: 'intake' }, { t01: [code], t02: 'unknown' });
  const card = (topics: string, answers = {}) => fillIn('boundary-clarity', { topics, policy: '2026-11' }, answers);
  const together = () => card('purpose', { b01: ['clear'] });
  const terms = () => card('cost', { 'q-cost': ['What if I am ill?'] });
  const open = (): Device => device(() => host);

  /** What is stored of drafts, in both tables. */
  const drafts = async (): Promise<{ drafts: number; parts: number }> => {
    const [row] = await host.database.query<{ drafts: number; parts: number }>(
      'select (select count(*)::int from intake_drafts) as drafts, (select count(*)::int from intake_parts) as parts',
    );
    return row ?? { drafts: -1, parts: -1 };
  };
  const wordsOf = (page: string): string => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

  test('each part is a plain form without any script of the clinic’s own, and the list has no script at all', async () => {
    const own = open();
    assert.doesNotMatch(await own.read('/intake'), /<script/);
    // The widget, and before it what takes over the form without script, and what keeps answers on the device.
    for (const [part, scripts] of [['name', 0], ['trust', 3], ['together', 3], ['terms', 3]] as const) {
      const page = await own.read(`/intake/${part}`);
      assert.match(page, new RegExp(`<form method="post" action="/intake/${part}"`));
      const found = [...page.matchAll(/<script[^>]*>([^<]*)/g)];
      assert.deepEqual(found.map(([, content]) => content), Array(scripts).fill(''));
      for (const [tag] of found) assert.match(tag, /src="\/attune\/(fallback\/)?[a-z-]+\.js" integrity="sha384-[^"]{64}"/);
      assert.doesNotMatch(page, /\son[a-z]+=|style=|<style/);
    }
  });

  test('the cards show the clinic’s own words, at most 80 for each topic', async () => {
    const own = open();
    let found = 0;
    for (const part of ['together', 'terms']) {
      const page = await own.read(`/intake/${part}`);
      for (const topic of /topics="([^"]+)"/.exec(page)?.[1]?.split(' ') ?? []) {
        const words = new RegExp(`slot="topic-${topic}"><p>([^<]+)`).exec(page)?.[1]?.split(/\s+/) ?? [];
        assert.ok(words.length > 20 && words.length <= 80, `${topic}: ${words.length} words`);
        found++;
      }
    }
    assert.equal(found, 6);
  });

  test('opening the pages stores nothing; one cookie, which scripts and other sites cannot use, ends within a day', async () => {
    const before = await drafts();
    const answer = await fetch(`${host.address}/intake`);
    assert.deepEqual(await drafts(), before);
    const [cookie = '', ...others] = answer.headers.getSetCookie();
    assert.deepEqual(others, []);
    const [, expires = ''] = /^intake=[\w.-]+; Path=\/intake; Expires=([^;]+ GMT); HttpOnly; SameSite=Lax$/.exec(cookie) ?? [];
    const hours = (new Date(expires).getTime() - Date.now()) / 3_600_000;
    assert.ok(hours > 23.9 && hours <= 24, `${hours}`);
  });

  test('each part is stored when it is saved, and a part that is saved again replaces its earlier answers', async () => {
    const own = open();
    const before = await drafts();
    const rows = await host.rows();
    assert.match(await own.save('name', { called: ' Åsa <b> ' }), /<strong>Saved:<\/strong> Your name\./);
    assert.match(await own.save('trust', { trust: trust(), 'trust.t01': 'agree' }), /Saved, 2 of 13 answered/);
    assert.deepEqual(await drafts(), { drafts: before.drafts + 1, parts: before.parts + 2 });
    await own.save('trust', { trust: trust('disagree') });
    assert.deepEqual(await drafts(), { drafts: before.drafts + 1, parts: before.parts + 2 });
    const check = await own.read('/intake/check');
    assert.match(check, /<dd>Disagree<\/dd>/);
    assert.doesNotMatch(check, /<dd>Agree<\/dd>/);
    assert.deepEqual(await host.rows(), rows, 'nobody is a client before sending');
  });

  test('a part is taken up again as the same record, not yet completed', async () => {
    const own = open();
    const first = trust();
    await own.save('trust', { trust: first });
    const [, json = ''] = / value="({[^"]*)"/.exec(await own.read('/intake/trust')) ?? [];
    const { status, ...rest } = JSON.parse(json.replaceAll('&quot;', '"').replaceAll('&#39;', "'")) as Record<string, unknown>;
    const { status: _completed, completedAt: _at, ...same } = plain(first) as object as Record<string, unknown>;
    assert.equal(status, 'in-progress');
    assert.deepEqual(rest, same);
  });

  test('two devices do not see each other’s draft', async () => {
    const [one, other] = [open(), open()];
    await one.save('name', { called: 'Only here' });
    for (const path of ['/intake', '/intake/name']) {
      assert.match(await one.read(path), /class="state saved"|value="Only here"/, path);
      assert.doesNotMatch(await other.read(path), /class="state saved"|Only here/, path);
    }
    assert.equal((await other.get('/intake/check')).headers.get('location'), '/intake');
  });

  test('the check shows every answer, what is blank, and the questions, each with a link to change it', async () => {
    const own = open();
    await own.save('name', { called: 'Wren' });
    await own.save('trust', { trust: trust() });
    await own.save('terms', { terms: terms() });
    const page = await own.read('/intake/check');
    const words = wordsOf(page);
    assert.match(words, /What we call you Wren Change : What we call you/);
    assert.match(words, /A therapist would do what they say they will do\. Agree Change/);
    assert.match(words, /A therapist would know how to help with what I am facing\. Can’t say yet Change/);
    assert.match(words, /A therapist would be honest with me\. left blank Answer/);
    assert.match(words, /Our work, and what stays private You left this part blank\. Fill it in/);
    assert.match(words, /What you want to ask What if I am ill\? Change/);
    for (const part of ['name', 'trust', 'together', 'terms']) assert.match(page, new RegExp(`href="/intake/${part}"`));
  });

  test('sending makes a client with all records, in one transaction, and the draft is empty', async () => {
    const own = open();
    const before = { rows: await host.rows(), drafts: await drafts() };
    const records = { trust: trust(), together: together(), terms: terms() };
    await own.save('name', { called: 'Åsa <b>' });
    for (const [part, record] of Object.entries(records)) await own.save(part, { [part]: record });
    assert.match(await own.send(), /Your answers are kept at the clinic/);
    assert.deepEqual(await host.rows(), { ...before.rows, clients: (before.rows.clients ?? 0) + 1, records: (before.rows.records ?? 0) + 3 });
    assert.deepEqual(await drafts(), { ...before.drafts, drafts: before.drafts.drafts + 1 });
    const kept = await host.database.query<{ called: string; body: { id: string } }>(
      'select called, body from records join clients on clients.id = client_id where records.id = any($1)',
      [Object.values(records).map(({ id }) => id)],
    );
    assert.deepEqual(new Set(kept.map(({ called }) => called)), new Set(['Åsa <b>']));
    assert.deepEqual(new Map(kept.map(({ body }) => [body.id, body])), new Map(Object.values(records).map((record) => [record.id, plain(record)])));
    assert.match(await own.read('/intake'), /was sent to the clinic\. This is a new form\./);
  });

  test('the questions of both cards come to the desk, and the page after the first session asks about them', async () => {
    const own = open();
    await own.save('name', { called: 'Two cards' });
    await own.save('together', { together: card('purpose', { b01: ['partly'], 'b01-ask': ['ask'] }) });
    await own.save('terms', { terms: card('cost', { 'q-cost': ['What if I am ill?'], 'q-cost-first': ['first'] }) });
    await own.send();
    const [client] = await host.database.query<{ id: string }>("select id from clients where called = 'Two cards'");
    const desk = await fetch(`${host.address}/clinician/clients/${client?.id}`, { headers: { cookie: await signIn(host) } });
    const lines = /To talk about 2 questions on the last card From the card of [^.]+\. What if I am ill\? \(ask this first\) What are we aiming for/;
    assert.match(wordsOf(await desk.text()), lines);
  });

  test('sending twice, even at the same time, creates one client', async () => {
    const own = open();
    await own.save('trust', { trust: trust() });
    const before = await host.rows();
    const form = await own.form('/intake/check');
    const answers = await Promise.all(Array.from({ length: 4 }, () => own.post('/intake/send', { form })));
    answers.push(await own.post('/intake/send', { form }));
    for (const answer of answers) assert.equal(answer.headers.get('location'), '/intake/thanks');
    assert.deepEqual(await host.rows(), { ...before, clients: (before.clients ?? 0) + 1, records: (before.records ?? 0) + 1 });
  });

  test('a name alone is thanked for as a name; nothing at all is not a failure, and nothing is stored', async () => {
    const own = open();
    const before = await host.rows();
    const empty = await own.send('/intake/forget');
    assert.match(empty, /<h1>Nothing was filled in<\/h1>/);
    assert.match(empty, /<a [^>]*href="\/intake"/);
    assert.doesNotMatch(empty, /did not work/);
    assert.deepEqual(await host.rows(), before);
    await own.save('name', { called: ' Name only ' });
    const page = await own.send();
    assert.match(page, /Thank you\. We have your name\./);
    assert.match(page, /No answers came with it/);
    const [kept] = await host.database.query<{ id: string }>("select id from clients where called = 'Name only'");
    const desk = await fetch(`${host.address}/clinician/clients/${kept?.id}`, { headers: { cookie: await signIn(host) } });
    assert.match(await desk.text(), /There is nothing from Name only yet/);
  });

  test('a part that comes blank is no failure; where answers were saved, it erases them only after a question', async () => {
    const own = open();
    assert.match(await own.save('trust', {}), /You left “What you expect of a therapist” blank, so there was nothing to save/);
    await own.save('trust', { trust: trust() });
    const question = await own.save('trust', {});
    assert.match(question, /came without an answer, and there are answers that you saved before\. Nothing was changed/);
    assert.match(await own.read('/intake'), /2 of 13 answered/);
    assert.match(await own.submit('/intake/trust/erase'), /<strong>Erased:<\/strong> What you expect of a therapist/);
    assert.doesNotMatch(await own.read('/intake'), /class="state saved"/);
  });

  test('one part can be erased, and all of it can be forgotten, at the clinic and in the browser', async () => {
    const own = open();
    const before = await drafts();
    await own.save('name', { called: 'Kept' });
    await own.save('trust', { trust: trust() });
    await own.submit('/intake/trust/erase');
    assert.match(await own.read('/intake/check'), /Kept/);
    assert.doesNotMatch(await own.read('/intake/check'), /Agree/);
    assert.match(await own.submit('/intake/forget'), /<h1>Forgotten<\/h1>/);
    assert.deepEqual(await drafts(), before);
    assert.equal(own.cookie(), '');
    assert.doesNotMatch(await own.read('/intake'), /class="state saved"/);
  });

  test('after a day nothing is kept, and nothing of it is shown even before it is erased', async () => {
    const own = open();
    const before = await drafts();
    await own.save('name', { called: 'Yesterday' });
    await host.database.query(
      "update intake_drafts set started_at = now() - interval '24 hours 1 minute' where id in (select draft_id from intake_parts where body::text like '%Yesterday%')",
    );
    assert.doesNotMatch(await own.read('/intake/name'), /Yesterday/);
    await eraseOldDrafts(host.database);
    assert.deepEqual(await drafts(), before);
  });

  /** The page of a part that was not saved: it says so, and it holds what was filled in. */
  const isBack = async (answer: Response, { status, reason, holds }: { status: number; reason: RegExp; holds: RegExp }): Promise<string> => {
    const page = await answer.text();
    assert.equal(answer.status, status);
    assert.match(page, /role="alert"><h2>This was not saved<\/h2>/);
    assert.match(page, reason);
    assert.match(page, holds);
    return /name="form" value="([^"]+)"/.exec(page)?.[1] ?? '';
  };

  test('a part that cannot be saved comes back with what was filled in, and can be saved from there', async () => {
    const own = open();
    const form = await own.form('/intake/name');
    const long = 'x'.repeat(81);
    await isBack(await own.post('/intake/name', { form, called: long }), { status: 422, reason: /name is too long/, holds: new RegExp(`value="${long}"`) });
    const early = { ...trust(), completedAt: '9999-12-31T00:00:00Z' };
    const token = await isBack(await own.post('/intake/trust', { form, trust: early }), { status: 422, reason: /still below/, holds: /&quot;t01&quot;/ });
    assert.match(await own.read('/intake'), /Not started/);
    assert.equal((await own.post('/intake/trust', { form: token, trust: trust() })).status, 303);
  });

  test('without a cookie, or from a page of another draft, the answers come back with the reason, and nothing is stored', async () => {
    const own = open();
    const before = await drafts();
    const form = await own.form('/intake/name');
    const noCookie = await fetch(`${host.address}/intake/name`, { method: 'POST', body: new URLSearchParams({ form, called: 'Wren' }), redirect: 'manual' });
    assert.equal(noCookie.headers.getSetCookie().length, 1);
    await isBack(noCookie, { status: 403, reason: /keeps no cookies/, holds: /value="Wren"/ });
    await own.submit('/intake/forget');
    const next = open();
    await next.read('/intake');
    const token = await isBack(await next.post('/intake/name', { form, called: 'Wren' }), { status: 409, reason: /sent or forgotten on this device/, holds: /value="Wren"/ });
    assert.deepEqual(await drafts(), before);
    assert.equal((await next.post('/intake/name', { form: token, called: 'Wren' })).status, 303);
  });

  test('a page that stayed open does not change a form that was sent', async () => {
    const own = open();
    await own.save('trust', { trust: trust() });
    const form = await own.form('/intake/name');
    await own.send();
    const before = await host.rows();
    const token = await isBack(await own.post('/intake/name', { form, called: 'Late' }), { status: 409, reason: /You sent this form already/, holds: /value="Late"/ });
    assert.equal((await own.post('/intake/name', { form: token, called: 'Late' })).status, 303);
    assert.deepEqual(await host.rows(), before);
  });

  test('a form reveals to nobody which ids the records of others have', async () => {
    const first = trust();
    for (const record of [first, { ...trust('disagree'), id: first.id }, { ...trust(), replaces: first.id }]) {
      const own = open();
      await own.save('trust', { trust: record });
      assert.match(await own.send(), /Thank you\. We have it\./);
    }
    const kept = await host.database.query<{ body: unknown; superseded_by: string | null }>(
      'select body, superseded_by from record_standing where id = $1 order by received_at limit 1',
      [first.id],
    );
    assert.deepEqual(kept, [{ body: plain(first), superseded_by: null }]);
  });

  test('without script, a tick that a line does not ask for is left out, and the page says so and still shows it', async () => {
    const own = open();
    const entries = Object.fromEntries(
      [...(await own.read('/intake/terms')).matchAll(/<input type="hidden" name="(terms\.[^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    );
    const form = await own.form('/intake/terms');
    const answer = await own.post('/intake/terms', { form, ...entries, 'terms.b03': 'clear', 'terms.b03-ask': 'ask' });
    assert.equal(answer.status, 200);
    const page = await answer.text();
    assert.match(wordsOf(page), /Saved, but not all of it\..*\? This answer was left out\. See when to answer this question\./);
    assert.match(page, /<input[^>]* name="terms\.b03-ask"[^>]* value="ask"[^>]* checked/);
    assert.match(await own.read('/intake'), /Saved, 1 of \d+ answered/);
  });

  test('a form with fields that are not text, which a script can send, is refused', async () => {
    const own = open();
    const form = await own.form('/intake/name');
    const before = await drafts();
    for (const [part, wrong] of [
      ...['1', 'true', '{"a": 1}', '[[["a"]]]', '[1]'].map((value) => ['name', `{"form": ${value}}`]),
      ...['1', '[1]', '{"trim": 1}'].map((called) => ['name', `{"form": "${form}", "called": ${called}}`]),
      ...['1', '{"a": 1}', '[{"toString": 1}]'].map((record) => ['trust', `{"form": "${form}", "trust": ${record}}`]),
    ]) {
      const answer = await own.postJson(`/intake/${part}`, wrong ?? '');
      assert.equal(answer.status, 400, wrong);
      assert.deepEqual(await answer.json(), { reason: 'The form holds something else than text.' });
    }
    for (const empty of ['7', '"x"', '[]', 'null', '{"form": null}', '{"constructor": 1}']) {
      assert.equal((await own.postJson('/intake/name', empty)).status, 403, empty);
    }
    assert.deepEqual(await drafts(), before);
  });

  test('a form that is not ours, from another site, or unreadable is refused, and nothing of it is stored', async () => {
    const own = open();
    const form = await own.form('/intake/trust');
    const before = await drafts();
    const isRefused = async (status: number, entries: Record<string, unknown>, part = 'trust'): Promise<void> => {
      const answer = await own.post(`/intake/${part}`, entries);
      assert.equal(answer.status, status, JSON.stringify(entries).slice(0, 80));
      assert.match(await answer.text(), /That did not work|This was not saved/);
      assert.deepEqual(await drafts(), before);
    };
    await isRefused(403, { trust: trust() });
    await isRefused(403, { form: 'x', trust: trust() });
    await isRefused(403, { form: writeFormToken('someone', 'another secret'), trust: trust() });
    await isRefused(403, { form: host.token('me', await host.newClient()), trust: trust() });
    await isRefused(400, { form, trust: [trust(), trust()] });
    await isRefused(400, { form, trust: '{' });
    await isRefused(422, { form, trust: 'null' });
    await isRefused(422, { form, trust: together() });
    await isRefused(422, { form, trust: { ...trust(), answers: [{ item: 't01', state: 'answered', values: ['no'] }] } });
    await isRefused(422, { form, trust: { ...trust(), status: 'in-progress', completedAt: undefined } });
    await isRefused(422, { form, called: 'a\0b' }, 'name');
    await isRefused(413, { form, called: 'x'.repeat(200_000) }, 'name');
    await isRefused(404, { form }, 'nothing-like-this');
    for (const site of ['cross-site', 'same-site']) {
      const answer = await own.post('/intake/name', { form, called: 'Evil' }, { 'sec-fetch-site': site });
      assert.equal(answer.status, 403);
      assert.deepEqual(answer.headers.getSetCookie(), []);
    }
    assert.deepEqual(await drafts(), before);
  });
}
