import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { InstrumentDefinition } from 'attune-elements/core';
import { registerInstrument } from 'attune-elements/instruments';
import { press, sees } from '../../../../test/e2e/visit.ts';
import { recordOf } from '../records.ts';
import { type Site, users } from '../site.ts';
import { attribute, send, Visitor } from '../visitor.ts';
import { opener } from './in-the-browser.ts';
import { block } from './pages.ts';
import { forget, rowsOf } from './sending.ts';

/** What a clinic wrote. Its texts have what could end an element. */
const sleep: InstrumentDefinition = {
  schema: 1,
  id: 'sleep-diary',
  version: '1.0.0',
  language: 'en',
  title: 'Your "sleep" &amp; <b>rest</b></script>',
  audience: 'client',
  licence: { copyright: '(c) 2026 Harbour Clinic', licenceHolder: 'Harbour Clinic', licenceUrl: 'https://clinic.example/terms', licenceConfirmed: true },
  normed: false,
  scales: {},
  absent: { declined: 'Skip this one' },
  items: [
    { id: 's1', type: 'rating', text: 'How did you sleep?', min: 0, max: 10, minText: 'Badly', maxText: 'Well' },
    { id: 's2', type: 'text', text: 'What kept you awake?', when: { item: 's1', op: '=', value: 0 } },
  ],
};
const { items: [rating] } = sleep;
/** What the plugin must not take, by the fault that it names. */
const wrong: Record<string, object | string> = {
  'id: own-name': { ...sleep, id: 'trust-12' },
  'version: major.minor.patch': { ...sleep, version: '1' },
  'licence.licenceConfirmed: const': { ...sleep, licence: { ...sleep.licence, licenceConfirmed: false } },
  'items: missing': { ...sleep, items: undefined },
  'items[0].type: not-for-wordpress': { ...sleep, items: [{ id: 's1', type: 'boolean', text: 'Did you sleep?' }] },
  's1: unique': { ...sleep, items: [rating, rating] },
  's2.when: not-for-wordpress': { ...sleep, items: [{ ...sleep.items[1], when: { item: 's9', is: 'answered' } }] },
  's1.scale: scale': { ...sleep, items: [{ id: 's1', type: 'choice', text: 'How?', scale: 'none' }] },
  'constraints: not-for-wordpress': { ...sleep, constraints: [] },
  ': type': '"a text"',
};

/** Instruments of a clinic's own. */
export function ownInstruments(site: Site): void {
  const open = opener(site);
  let admin: Visitor;
  let page: string;
  before(async () => {
    registerInstrument(sleep);
    admin = await new Visitor(site).logIn(users.admin);
    page = site.publish(block('questionnaire', { instrument: sleep.id, who: 'Your therapist' }));
    forget(site);
  });

  const nonceOf = async (action: string): Promise<string> => {
    const html = await admin.page('/wp-admin/admin.php?page=attune-instruments');
    return attribute(html.split(`value="attune_${action}_instrument"`)[1]!.split('id="_wpnonce"')[1]!, 'value');
  };
  const post = async (action: 'add' | 'remove', fields: Record<string, string>, who = admin): Promise<Response> =>
    who.post('/wp-admin/admin-post.php', Object.entries({ action: `attune_${action}_instrument`, _wpnonce: await nonceOf(action), ...fields }));
  const add = (definition: object | string): Promise<Response> => post('add', { text: typeof definition === 'string' ? definition : JSON.stringify(definition) });
  const show = (id: string): Promise<string> => admin.page(`/wp-admin/admin.php?page=attune&record=${id}`);

  test('each mistake is refused, and named', async () => {
    for (const [fault, definition] of Object.entries(wrong)) {
      const answer = await add(definition);
      const html = await answer.text();
      assert.equal(answer.status, 422, fault);
      assert.ok(html.includes(`<code>${fault}</code>`), `${fault}: ${html.slice(-800)}`);
    }
    assert.equal((await send(new Visitor(site), site.publish('[attune-trust-questionnaire]'), recordOf(sleep.id))).status, 422);
  });

  test('only who may change the settings adds one, and only from its page', async () => {
    const author = await new Visitor(site).logIn(users.author);
    const text = JSON.stringify(sleep);
    for (const [who, nonce] of [[author, await nonceOf('add')], [admin, '0000000000']] as const) {
      const answer = await who.post('/wp-admin/admin-post.php', Object.entries({ action: 'attune_add_instrument', _wpnonce: nonce, text }));
      assert.equal(answer.status, 403);
    }
    assert.deepEqual(site.json('echo json_encode( array_keys( Attune\\own_definitions() ) );'), []);
  });

  test('one that was added is offered in the editor, and a page shows it as it was written', async () => {
    assert.equal((await add(sleep)).status, 302);
    const { values } = site.json<{ values: string[] }>(`echo json_encode( ( (array) Attune\\translated_widgets()['attune-questionnaire']['attributes'] )['instrument'] );`);
    assert.ok(values.includes(sleep.id) && values.includes('trust-12'));
    const html = await new Visitor(site).page(page);
    const [, json] = /<attune-questionnaire[^>]*><script type="application\/json">(.*?)<\/script>/.exec(html)!;
    assert.deepEqual(JSON.parse(json!), sleep);
    assert.ok(!json!.includes('<'));
  });

  test('a person answers it in a browser, and the answers are in the list, in words and in the CSV', async () => {
    const { page: tab, errors } = await open(page);
    const form = 'attune-questionnaire';
    await sees(tab, form, sleep.title as string);
    await tab.evaluate(() => document.querySelector('attune-questionnaire')!.shadowRoot!.querySelector<HTMLElement>('input[type=radio]')!.click());
    await sees(tab, form, 'What kept you awake?');
    await tab.locator('attune-questionnaire >>> textarea').fill('The sea');
    await press(tab, form, 'Send');
    await sees(tab, form, 'Saved.');
    assert.deepEqual(errors, []);
    const [row] = rowsOf(site);
    const html = await show(row!.record_id);
    assert.match(html, /How did you sleep\?[^]*0 of 10[^]*What kept you awake\?[^]*The sea/);
    assert.ok(!html.includes('<b>rest</b>'));
    const list = await admin.page('/wp-admin/admin.php?page=attune&instrument=sleep-diary');
    assert.ok(list.includes(row!.record_id));
  });

  test('an answer that the form does not allow is refused', async () => {
    const { status, body } = await send(new Visitor(site), page, recordOf(sleep.id, { more: { answers: [{ item: 's1', state: 'answered', values: [11] }] } }));
    assert.equal(status, 422);
    assert.match(body.data!.problems!.join(), /answers\[0\]/);
    const unasked = recordOf(sleep.id, { more: { answers: [{ item: 's1', state: 'answered', values: [7] }, { item: 's2', state: 'answered', values: ['Words'] }] } });
    assert.equal((await send(new Visitor(site), page, unasked)).status, 422);
  });

  test('a change needs a new version; the answers to the earlier one stay readable, and a page that was open sends on', async () => {
    const changed = { ...sleep, items: [{ ...rating, text: 'How was your night?' }] };
    const answer = await add(changed);
    assert.equal(answer.status, 422);
    assert.match(await answer.text(), /A change needs a new version/);
    assert.equal((await add(sleep)).status, 302, 'the same again changes nothing');
    const before = recordOf(sleep.id, { values: { s1: 7 } });
    assert.equal((await add({ ...changed, version: '1.1.0' })).status, 302);
    assert.match(await new Visitor(site).page(page), /How was your night\?/);
    assert.equal((await send(new Visitor(site), page, before)).status, 201);
    assert.match(await show(before.id), /How did you sleep\?[^]*7 of 10/);
  });

  test('without script the page says what it needs', async () => {
    assert.match(await new Visitor(site).page(page), /This form needs JavaScript/);
  });

  test('other code of the site can give one', async () => {
    const given = { ...sleep, id: 'given-by-code', title: 'Given by code' };
    site.php(`file_put_contents( WPMU_PLUGIN_DIR . '/given.php', $argument );`, `<?php add_filter( 'attune_instruments', function ( $texts ) { $texts[] = '${JSON.stringify(given)}'; return $texts; } );`);
    registerInstrument(given as InstrumentDefinition);
    const own = site.publish('[attune-questionnaire instrument="given-by-code"]');
    assert.match(await new Visitor(site).page(own), /Given by code/);
    assert.equal((await send(new Visitor(site), own, recordOf('given-by-code'))).status, 201);
    assert.match(await admin.page('/wp-admin/admin.php?page=attune-instruments'), /Another plugin or the theme gives this form/);
    site.php(`unlink( WPMU_PLUGIN_DIR . '/given.php' );`);
  });

  test('one with answers stays until they are deleted', async () => {
    await post('remove', { instrument: sleep.id });
    assert.match(await admin.page('/wp-admin/admin.php?page=attune-instruments'), /sleep-diary/);
    forget(site);
    await post('remove', { instrument: sleep.id });
    assert.doesNotMatch(await admin.page('/wp-admin/admin.php?page=attune-instruments'), /sleep-diary/);
    assert.equal((await send(new Visitor(site), site.publish('[attune-trust-questionnaire]'), recordOf(sleep.id))).status, 422);
  });
}
