import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeNonce } from '../../../demo/nonce.ts';
import { fillIn, plain } from '../fill-in.ts';
import type { Host } from '../open-host.ts';
import { signIn } from '../sign-in.ts';

export function intakeForm(host: Host): void {
  const trust = (code = 'agree') => fillIn('trust-12', { variant: 'intake' }, { t01: [code], t02: 'unknown' });
  const boundary = () => fillIn('boundary-clarity', { topics: 'purpose cost', policy: '2026-11' }, { b01: ['clear'] });

  const nonceOfPage = async (): Promise<string> => {
    const page = await (await fetch(`${host.address}/intake`)).text();
    return /name="nonce" value="([^"]+)"/.exec(page)?.[1] ?? '';
  };

  /** What a browser sends: the entries of the form, with those of the widgets. A list is several entries of one name. */
  const post = (entries: Record<string, string | object>): Promise<Response> =>
    fetch(`${host.address}/intake`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(
        Object.entries(entries).flatMap(([name, given]) =>
          [given].flat().map((value) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
        ),
      ),
    });

  const isRefused = async (status: number, entries: Record<string, string | object>): Promise<void> => {
    const before = await host.rows();
    const answer = await post(entries);
    const page = await answer.text();
    assert.equal(answer.status, status);
    assert.match(page, /<h1>That did not work<\/h1>\n<p>[A-Z].{10,}<\/p>/);
    assert.deepEqual(await host.rows(), before);
  };

  /** The page that follows a submitted form. */
  const pageAfter = async (answer: Response): Promise<string> => {
    assert.equal(answer.status, 303);
    const page = await fetch(new URL(answer.headers.get('location') ?? '', host.address));
    assert.equal(page.status, 200);
    return page.text();
  };

  test('the page is a plain form with a nonce and without any script of the clinic’s own', async () => {
    const page = await (await fetch(`${host.address}/intake`)).text();
    assert.match(page, /<form method="post" action="\/intake"/);
    const scripts = [...page.matchAll(/<script[^>]*>([^<]*)/g)];
    assert.deepEqual(
      scripts.map(([, content]) => content),
      ['', ''],
    );
    for (const [tag] of scripts) assert.match(tag, /src="\/attune\/[a-z-]+\.js" integrity="sha384-[^"]{64}"/);
    assert.doesNotMatch(page, /\son[a-z]+=|style=|<style/);
    assert.notEqual(await nonceOfPage(), await nonceOfPage());
  });

  test('the card shows the clinic’s own words, at most 80 for each topic', async () => {
    const page = await (await fetch(`${host.address}/intake`)).text();
    const topics = /topics="([^"]+)"/.exec(page)?.[1]?.split(' ') ?? [];
    assert.ok(topics.length >= 4);
    for (const topic of topics) {
      const words = new RegExp(`slot="topic-${topic}"><p>([^<]+)`).exec(page)?.[1]?.split(/\s+/) ?? [];
      assert.ok(words.length > 20 && words.length <= 80, `${topic}: ${words.length} words`);
    }
  });

  test('a submitted form creates a client with both records and leads to a page of thanks', async () => {
    const before = await host.rows();
    const records = [trust(), boundary()] as const;
    const answer = await post({
      nonce: await nonceOfPage(),
      called: 'Åsa <b>',
      trust: records[0],
      'trust.t01': 'agree',
      boundary: records[1],
      'boundary.b01': 'clear',
    });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), '/intake/thanks');
    assert.equal((await fetch(`${host.address}/intake/thanks`)).status, 200);
    assert.deepEqual(await host.rows(), {
      ...before,
      clients: (before.clients ?? 0) + 1,
      records: (before.records ?? 0) + 2,
    });
    const kept = await host.database.query<{ called: string; body: unknown }>(
      'select called, body from records join clients on clients.id = client_id where records.id = any($1) order by instrument desc',
      [records.map(({ id }) => id)],
    );
    assert.deepEqual(kept, [
      { called: 'Åsa <b>', body: plain(records[0]) },
      { called: 'Åsa <b>', body: plain(records[1]) },
    ]);
  });

  test('the identical form again leads to the same thanks and is stored once, even at the same time', async () => {
    const entries = { nonce: await nonceOfPage(), called: '', trust: trust(), boundary: boundary() };
    const before = await host.rows();
    const answers = await Promise.all(Array.from({ length: 4 }, () => post(entries)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303, 303, 303],
    );
    assert.equal((await post(entries)).status, 303);
    assert.deepEqual(await host.rows(), {
      ...before,
      clients: (before.clients ?? 0) + 1,
      records: (before.records ?? 0) + 2,
    });
  });

  test('a part that is left blank adds no entry; the other is stored, and the person is thanked', async () => {
    for (const records of [{ trust: trust() }, { boundary: boundary() }]) {
      const before = await host.rows();
      const page = await pageAfter(await post({ nonce: await nonceOfPage(), called: '', ...records }));
      assert.match(page, /Your answers are kept at the clinic/);
      assert.deepEqual(await host.rows(), {
        ...before,
        clients: (before.clients ?? 0) + 1,
        records: (before.records ?? 0) + 1,
      });
    }
  });

  test('a name without answers is stored, and the page gives thanks and says that no answers came', async () => {
    const before = await host.rows();
    const page = await pageAfter(await post({ nonce: await nonceOfPage(), called: ' Name only ' }));
    assert.match(page, /Thank you\. We have your name\./);
    assert.match(page, /No answers came with it/);
    assert.doesNotMatch(page, /Your answers are kept/);
    assert.deepEqual(await host.rows(), { ...before, clients: (before.clients ?? 0) + 1 });
    const [kept] = await host.database.query<{ id: string }>("select id from clients where called = 'Name only'");
    const cookie = await signIn(host);
    const desk = await fetch(`${host.address}/clinician/clients/${kept?.id}`, { headers: { cookie } });
    assert.match(await desk.text(), /There is nothing from Name only yet/);
  });

  test('an empty form is not a failure: nothing is stored, and the page says so and links back', async () => {
    const before = await host.rows();
    for (const called of ['', '  ']) {
      const page = await pageAfter(await post({ nonce: await nonceOfPage(), called }));
      assert.match(page, /<h1>Nothing was filled in<\/h1>/);
      assert.match(page, /nothing of it was kept/);
      assert.match(page, /<a [^>]*href="\/intake"/);
      assert.doesNotMatch(page, /did not work|needs a browser/);
    }
    assert.deepEqual(await host.rows(), before);
  });

  test('a form reveals to nobody which ids the records of others have', async () => {
    const first = trust();
    await post({ nonce: await nonceOfPage(), trust: first });
    for (const record of [{ ...trust('disagree'), id: first.id }, { ...trust(), replaces: first.id }]) {
      const answer = await post({ nonce: await nonceOfPage(), trust: record });
      assert.equal(answer.headers.get('location'), '/intake/thanks');
    }
    const kept = await host.database.query<{ body: unknown; superseded_by: string | null }>(
      'select body, superseded_by from record_standing where id = $1 order by received_at limit 1',
      [first.id],
    );
    assert.deepEqual(kept, [{ body: plain(first), superseded_by: null }]);
  });

  test('a part that was left blank can come later under the same nonce, once', async () => {
    const entries = { nonce: await nonceOfPage(), called: 'Late', trust: trust() };
    await post(entries);
    const before = await host.rows();
    const later = { ...entries, boundary: boundary() };
    const answers = await Promise.all([post(later), post({ ...later, boundary: boundary() })]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409]);
    assert.deepEqual(await host.rows(), { ...before, records: (before.records ?? 0) + 1 });
    assert.equal((await post({ nonce: entries.nonce, called: '' })).headers.get('location'), '/intake/nothing');
    assert.deepEqual(await host.rows(), { ...before, records: (before.records ?? 0) + 1 });
  });

  test('an edited form replaces its own records under the same nonce, and anything else under it is refused', async () => {
    const entries = { nonce: await nonceOfPage(), trust: trust(), boundary: boundary() };
    await post(entries);
    const { clients } = await host.rows();
    const edited = { ...entries, trust: { ...trust('disagree'), replaces: entries.trust.id } };
    assert.equal((await post(edited)).status, 303);
    assert.equal((await host.rows()).clients, clients);
    await isRefused(409, { ...entries, trust: trust('disagree') });
    await isRefused(409, { ...entries, trust: { ...trust(), id: entries.trust.id, disclosure: 'Nobody will.' } });
    await isRefused(409, { ...entries, trust: { ...trust(), replaces: 'never-arrived' } });
  });

  test('a form with fields that are not text, which a script can send, is refused', async () => {
    const send = (body: string): Promise<Response> =>
      fetch(`${host.address}/intake`, { method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/json' }, body });
    const nonce = await nonceOfPage();
    for (const wrong of [
      ...['1', 'true', '{"a": 1}', '[[["a"]]]', '[1]'].map((value) => `{"nonce": ${value}}`),
      ...['1', '[1]', '{"trim": 1}'].map((called) => `{"nonce": "${nonce}", "called": ${called}}`),
      ...['1', '{"a": 1}', '[{"toString": 1}]'].map((record) => `{"nonce": "${nonce}", "trust": ${record}}`),
    ]) {
      const before = await host.rows();
      const answer = await send(wrong);
      assert.equal(answer.status, 400, wrong);
      assert.deepEqual(await answer.json(), { reason: 'The form holds something else than text.' });
      assert.deepEqual(await host.rows(), before);
    }
    for (const empty of ['7', '"x"', '[]', 'null', '{"nonce": null}', '{"constructor": 1}']) {
      assert.equal((await send(empty)).status, 403, empty);
    }
  });

  test('a form with an impossible time is refused as a whole', async () => {
    const right = { nonce: await nonceOfPage(), called: 'Early', trust: trust(), boundary: boundary() };
    await isRefused(422, { ...right, boundary: { ...boundary(), completedAt: '9999-12-31T00:00:00Z' } });
    await isRefused(422, { ...right, trust: { ...trust(), completedAt: '0000-01-01T00:00:00+00:00' } });
  });

  test('a form that is not ours, too old, or unreadable is refused, and nothing of it is stored', async () => {
    const nonce = await nonceOfPage();
    const right = { nonce, trust: trust(), boundary: boundary() };
    await isRefused(403, { trust: trust(), boundary: boundary() });
    await isRefused(403, { ...right, nonce: 'x' });
    await isRefused(403, { ...right, nonce: nonce.replace(/^./, (first) => (first === '-' ? '_' : '-')) });
    await isRefused(403, { ...right, nonce: writeNonce('another secret') });
    await isRefused(403, { ...right, nonce: host.token('me', await host.newClient()) });
    await isRefused(410, { ...right, nonce: writeNonce(host.secret, new Date(Date.now() - 1000)) });
    await isRefused(403, { called: 'Anyone' });
    await isRefused(403, {});
    await isRefused(400, { nonce, trust: [trust(), trust()] });
    await isRefused(400, { nonce, trust: '{', boundary: boundary() });
    await isRefused(422, { nonce, trust: 'null', boundary: boundary() });
    await isRefused(422, { nonce, trust: boundary(), boundary: boundary() });
    await isRefused(422, {
      ...right,
      boundary: { ...boundary(), answers: [{ item: 'b01', state: 'answered', values: ['no'] }] },
    });
    await isRefused(422, { ...right, boundary: { ...boundary(), status: 'in-progress', completedAt: undefined } });
    await isRefused(422, { ...right, called: 'x'.repeat(81) });
    await isRefused(422, { ...right, called: 'a\0b' });
    await isRefused(413, { ...right, called: 'x'.repeat(200_000) });
  });
}
