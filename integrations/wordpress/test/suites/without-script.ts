import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRecord, type Response } from 'attune-elements/core';
import { getInstrument } from 'attune-elements/instruments';
import type { Site } from '../site.ts';
import { users } from '../site.ts';
import { attribute, Visitor } from '../visitor.ts';
import { opener } from './in-the-browser.ts';
import { block } from './pages.ts';
import { change, forget, rowsOf } from './sending.ts';

type Fields = [name: string, value: string][];

/** The hidden fields of the form of a widget. */
const hidden = (html: string): Fields =>
  [...html.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => [attribute(input!, 'name'), attribute(input!, 'value')] as Fields[number]).filter(([name]) => !name.startsWith('_'));
const formIn = (html: string): string => /<form [^>]*action="[^"]*attune_form[^]*?<\/form>/.exec(html)?.[0] ?? '';
const plain = (html: string): string => html.replace(/<style[^]*?<\/style>/g, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

/** People without script: a form that the server writes, and what becomes of it. */
export function withoutScript(site: Site): void {
  const open = opener(site);
  const visitor = new Visitor(site);
  const action = '/wp-admin/admin-post.php?action=attune_form';
  const bodies = (): Response[] => rowsOf(site).map(({ body }) => JSON.parse(body) as Response);
  const pulse = (): string => site.publish(block('trust-questionnaire', { length: 'pulse', who: 'Your "therapist"', kept: 'on this site', slots: { crisis: 'Call <strong>112</strong>' } }));

  test('a person answers in a browser without script, and the record is in the table once', async () => {
    forget(site);
    const { page } = await open(pulse(), { script: false });
    await page.click('input[name="trust-pulse.t01"][value="agree"]');
    await page.click('input[name="trust-pulse.t03"][value="unknown"]');
    await page.click('input[name="trust-pulse.t-now"][value="7"]');
    await page.type('textarea[name="trust-pulse.t-help"]', 'More time.\nAnd “quiet” 🌱');
    await Promise.all([page.waitForNavigation(), page.click('form button')]);
    assert.match(await page.content(), /Your answers are stored on this site/);
    const [record, ...others] = bodies();
    assert.deepEqual(others, []);
    assert.deepEqual(record!.answers, [
      { item: 't-now', state: 'answered', values: [7] },
      { item: 't01', state: 'answered', values: ['agree'] },
      { item: 't03', state: 'unknown' },
      { item: 't-help', state: 'answered', values: ['More time.\nAnd “quiet” 🌱'] },
    ]);
    assert.match(record!.disclosure!, /Your "therapist"/);
    const read = readRecord(getInstrument, record);
    assert.ok(read.ok, JSON.stringify(read));
    await page.reload();
    assert.equal(rowsOf(site).length, 1);
  });

  test('the form says who will see the answers and whom to call, in its language', async () => {
    const text = plain(formIn(await visitor.page(pulse())));
    assert.match(text, /Who sees this: Your &quot;therapist&quot;\. Kept: on this site\./);
    assert.match(text, /Call 112/);
    const german = formIn(await visitor.page(site.publish(block('trust-questionnaire', { length: 'pulse', lang: 'de', translations: 'draft', headingLevel: 3 }))));
    assert.match(german, /lang="de"/);
    assert.match(german, /<h3[^>]*>Nach der heutigen Sitzung<\/h3>/);
    assert.doesNotMatch(german, /\{\{/);
  });

  test('a form in a language leaves a record that says so', async () => {
    forget(site);
    const html = formIn(await visitor.page(site.publish(block('trust-questionnaire', { variant: 'intake', lang: 'ar', translations: 'draft' }))));
    assert.match(html, /dir="rtl"/);
    const answer = await visitor.post(action, [...hidden(html), ['trust-12.t01', 'agree']]);
    assert.equal(answer.status, 200);
    const { instrument } = bodies()[0]!;
    assert.deepEqual([instrument.language, instrument.translation?.standing, instrument.options], ['ar', 'draft', { variant: 'intake', keying: 'positive' }]);
  });

  test('every questionnaire for clients can be sent, also with conditions and repetitions', async () => {
    forget(site);
    const html = formIn(await visitor.page(site.publish('[attune-boundary-card policy-version="7"]')));
    const fields: Fields = [...hidden(html), ['boundary-clarity.b01', 'not-clear'], ['boundary-clarity.b01-ask', 'ask'], ['boundary-clarity.b02', 'clear'], ['boundary-clarity.b02-ask', 'ask'], ['boundary-clarity.q-purpose.0', 'Why?'], ['boundary-clarity.q-purpose-first.0', 'first']];
    const answer = await visitor.post(action, fields);
    const text = plain(await answer.text());
    assert.match(text, /Your answers are stored/);
    assert.match(text, /1 answer was to a question that belongs to another answer/);
    const [record] = bodies();
    assert.deepEqual(record!.answers.map(({ item, at }) => [item, at?.join('.')]), [['b01', undefined], ['b01-ask', undefined], ['q-purpose', '0'], ['q-purpose-first', '0'], ['b02', undefined]]);
    assert.equal(record!.instrument.options.policy, '7');
    assert.ok(readRecord(getInstrument, record).ok);
    for (const name of ['check-in', 'environment-check', 'rapport-check', 'openness-check', 'benefits-check', 'empathy-checklist']) {
      assert.match(formIn(await visitor.page(site.publish(`[attune-${name}]`))), /type="radio"/, name);
    }
  });

  test('a form that was open for too long is not lost: one button sends it', async () => {
    forget(site);
    const html = formIn(await visitor.page(pulse()));
    const old: Fields = hidden(html).map(([name, value]) => [name, name === 'attune_nonce' ? '0000000000' : value]);
    const answer = await visitor.post(action, [...old, ['trust-pulse.t01', 'agree'], ['trust-pulse.t-help', '<b>\n"quoted"']]);
    const page = await answer.text();
    assert.equal(answer.status, 403);
    assert.equal(rowsOf(site).length, 0);
    const again: Fields = [...page.matchAll(/<textarea hidden name="([^"]*)">\n([^]*?)<\/textarea>/g)].map(([, name, value]) => [name!, attribute(`value="${value}"`, 'value')]);
    await visitor.post(action, [...again, ['attune_nonce', attribute(page.split('name="attune_nonce"')[1]!, 'value')]]);
    assert.deepEqual(bodies()[0]!.answers.at(-1), { item: 't-help', state: 'answered', values: ['<b>\n"quoted"'] });
  });

  test('one form in a cache, sent by two people, makes two records', async () => {
    forget(site);
    const fields = hidden(formIn(await visitor.page(pulse())));
    for (const code of ['agree', 'disagree', 'disagree', 'agree']) await visitor.post(action, [...fields, ['trust-pulse.t01', code]]);
    assert.deepEqual(bodies().map(({ answers }) => (answers[0] as unknown as { values: string[] }).values[0]), ['agree', 'disagree']);
    assert.match((await visitor.fetch(new URL(pulse()).pathname)).headers.get('cache-control')!, /no-cache|no-store/);
  });

  test('a person who goes back and changes an answer has two records, however often they load the page after it again', async () => {
    forget(site);
    const fields = hidden(formIn(await visitor.page(pulse())));
    for (const code of ['agree', 'disagree', 'disagree', 'disagree']) {
      const answer = await visitor.post(action, [...fields, ['trust-pulse.t01', code]]);
      assert.match(plain(await answer.text()), /Your answers are stored/);
    }
    assert.equal(rowsOf(site).length, 2);
  });

  test('one form that arrives several times at once, over the end of a second, is stored once, and each answer says so', async () => {
    forget(site);
    const fields: Fields = [...hidden(formIn(await visitor.page(pulse()))), ['trust-pulse.t01', 'agree']];
    for (let sent = 0; sent < 3; sent++) {
      // Shortly before the next second begins.
      await new Promise((resolve) => setTimeout(resolve, (1980 - (Date.now() % 1000)) % 1000));
      const texts = await Promise.all(Array.from({ length: 6 }, () => visitor.post(action, fields).then((answer) => answer.text())));
      for (const text of texts) assert.match(plain(text), /Your answers are stored/);
      assert.equal(rowsOf(site).length, 1);
    }
  });

  test('on a device that others use too, Back after sending shows a blank form, also inside a session', async () => {
    const shared = { length: 'pulse', privacy: 'shared' };
    for (const content of [block('trust-questionnaire', shared), '[attune-session privacy="shared"][attune-trust-questionnaire length="pulse"][/attune-session]']) {
      forget(site);
      const address = site.publish(content);
      const answer = await visitor.fetch(new URL(address).pathname);
      assert.match(answer.headers.get('cache-control')!, /no-store/);
      assert.match(formIn(await answer.text()), /^<form [^>]*autocomplete="off"/);

      const { page } = await open(address, { script: false });
      await page.click('input[name="trust-pulse.t01"][value="agree"]');
      await page.type('textarea[name="trust-pulse.t-help"]', 'More time.');
      const [taken] = await Promise.all([page.waitForNavigation(), page.click('form button')]);
      assert.match(taken!.headers()['cache-control']!, /no-store/);
      assert.match(await page.content(), /Your answers are stored on this site/);
      await page.goBack();
      assert.equal(await page.$eval('textarea[name="trust-pulse.t-help"]', ({ value }) => value), '');
      assert.equal(await page.$('form input:checked'), null);
      assert.equal(rowsOf(site).length, 1);
    }
  });

  test('a form of a shared device that was not stored does not say that the answers are still there', async () => {
    const html = formIn(await visitor.page(site.publish(block('trust-questionnaire', { length: 'pulse', privacy: 'shared' }))));
    const answer = await visitor.post(attribute(html, 'action').replace(site.address, ''), [...hidden(html), ['trust-pulse.t-now', '11']]);
    assert.equal(answer.status, 422);
    assert.match(plain(await answer.text()), /Others use this device too, so the form may be blank when you go back/);
  });

  test('on a person’s own device a form sets no cookie', async () => {
    const fields = hidden(formIn(await visitor.page(pulse())));
    const answer = await visitor.post(action, [...fields, ['trust-pulse.t01', 'agree']]);
    assert.deepEqual(answer.headers.getSetCookie(), []);
  });

  test('a blank form stores nothing, and the person reads so', async () => {
    forget(site);
    const answer = await visitor.post(action, hidden(formIn(await visitor.page(pulse()))));
    assert.match(plain(await answer.text()), /Nothing was answered/);
    assert.equal(rowsOf(site).length, 0);
  });

  test('what cannot be an answer is refused, and nothing is stored', async () => {
    forget(site);
    const fields = hidden(formIn(await visitor.page(pulse())));
    const wrong: Fields[] = [[['trust-pulse.t01', 'no-such-code']], [['trust-pulse.nothing', 'x']], [['trust-pulse.t01', 'agree'], ['trust-pulse.t01', 'disagree']], [['trust-pulse.t-now', '11']], [['trust-pulse.t-help', 'x'], ['trust-pulse.t-help.out', 'declined']]];
    for (const more of wrong) assert.equal((await visitor.post(action, [...fields, ...more])).status, 422, JSON.stringify(more));
    const replaced = (name: string, value: string): Fields => [...fields.map(([key, old]) => [key, key === name ? value : old] as Fields[number]), ['trust-pulse.t01', 'agree']];
    for (const [name, value] of [['trust-pulse.instrument', "x' OR 1=1"], ['trust-pulse.version', '9'], ['trust-pulse.id', '<script>'], ['trust-pulse.locale', "'"]] as const) assert.equal((await visitor.post(action, replaced(name, value))).status, 422, name);
    assert.equal((await visitor.post(action, [...fields, ['trust-pulse.t-help', 'x'.repeat(1024 * 1024)]])).status, 413);
    assert.equal(rowsOf(site).length, 0);
  });

  test('a user is linked if the settings say so', async () => {
    forget(site);
    change(site, { link_users: true });
    const client = await new Visitor(site).logIn(users.client);
    await client.post(action, [...hidden(formIn(await client.page(pulse()))), ['trust-pulse.t01', 'agree']]);
    assert.ok(rowsOf(site)[0]!.user_id);
    change(site, {});
  });
}
