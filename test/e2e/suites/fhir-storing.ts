import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Response } from 'attune-elements/core';
import { toBundle } from 'attune-elements/fhir';
import { formOf } from '../../../demo/fhir/form-of.ts';
import { ask, isRefused, type Json, patientOf } from '../fhir-request.ts';
import { fillIn, fillInCard, fillInTranslated, plain, pulse } from '../fill-in.ts';
import type { Host } from '../open-host.ts';
import { signIn } from '../sign-in.ts';

export function fhirStoring(host: Host): void {
  const bundleOf = async (record: Response, client: string, session?: string): Promise<Json> =>
    plain(
      toBundle(record, formOf(record.instrument), {
        fhirVersion: 'R4',
        subject: { reference: await patientOf(host, client) },
        ...(session && { encounter: { identifier: { value: session } } }),
      }).resource,
    );
  const post = (body: unknown, token = host.serviceToken, headers: Record<string, string> = {}) => ask(host, '', { body, token, headers });
  const stored = async (id: string): Promise<Response | undefined> =>
    (await host.database.query<{ body: Response }>('select body from records where id = $1', [id]))[0]?.body;

  /** The transaction is refused with this status, and adds or removes no row in any table. */
  const storesNothing = async (status: number, body: unknown, token = host.serviceToken): Promise<string> => {
    const before = await host.rows();
    const said = await isRefused(host, status, '', { body, token });
    assert.deepEqual(await host.rows(), before);
    return said;
  };

  test('a transaction of toBundle is stored, comes back the same, and sent twice is stored once', async () => {
    const { client, session } = await host.newClient();
    const records = [
      pulse({ t02: 'declined', t03: 'unknown', 't-help': ['=1+1 <b>"é" 🙂</b>\n'] }),
      fillIn('trust-12', { variant: 'session' }, { t01: ['agree'], t04: 'unknown' }),
      fillIn('empathy-checklist', { perspective: 'client' }, { e11: ['yes'], 'e11-more': ['more'], e13: 'not-applicable' }),
      fillInCard({ topics: 'cost', 'last-time': 'yes' }, { 'last-answered.1': ['yes'], b07: ['clear'] }, ['How much?', 'Why?']),
      fillInTranslated('ar', { id: 'trust-pulse' }, { t01: ['agree'] }),
      { ...pulse(), replaces: 'an-earlier-record' },
      fillIn('trust-pulse', {}, {}),
    ];
    for (const record of records) {
      const bundle = await bundleOf(record, client, session);
      const { status, json } = await post(bundle);
      assert.equal(status, 200, JSON.stringify(json));
      assert.equal(json.type, 'transaction-response');
      assert.deepEqual(json.entry.map(({ response }: Json) => response.status), bundle.entry.map(() => '201 Created'));
      const body = (await stored(record.id))!;
      assert.deepEqual(body.answers, plain(record.answers));
      assert.deepEqual(body, plain(record));
      for (const [place, { response }] of json.entry.entries()) {
        const { json: served } = await ask(host, `/${response.location}`, { token: host.serviceToken });
        assert.equal(served.meta.lastUpdated, response.lastModified);
        const { id: _id, meta: _meta, derivedFrom: _from, ...content } = served;
        const { derivedFrom: _sent, ...sent } = bundle.entry[place].resource;
        assert.deepEqual(content, sent);
      }
      const before = await host.rows();
      const again = await post(bundle);
      assert.deepEqual(again.json.entry.map(({ response }: Json) => response.status), bundle.entry.map(() => '200 OK'));
      assert.deepEqual(again.json.entry.map(({ response }: Json) => response.location), json.entry.map(({ response }: Json) => response.location));
      assert.deepEqual(await host.rows(), before);
    }
  });

  test('ten identical transactions at once are stored once', async () => {
    const { client } = await host.newClient();
    const bundle = await bundleOf(pulse(), client);
    const { records = 0 } = await host.rows();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(bundle)));
    const statuses = answers.map(({ json }) => json.entry[0].response.status).sort();
    assert.deepEqual(statuses, [...Array(9).fill('200 OK'), '201 Created']);
    assert.equal((await host.rows()).records, records + 1);
  });

  test('what the clinic’s own pages stored is known, also by the score alone', async () => {
    const pass = await host.newClient();
    const record = { ...pulse(), subject: pass.client, encounter: pass.session, author: 'client' as const };
    const sent = await fetch(`${host.address}/api/responses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token('session', pass)}` },
      body: JSON.stringify(record),
    });
    assert.equal(sent.status, 201);
    const bundle = await bundleOf(record, pass.client, pass.session);
    const { json } = await post(bundle);
    assert.deepEqual(json.entry.map(({ response }: Json) => response.status), ['200 OK', '200 OK']);
    const { derivedFrom: _, ...score } = bundle.entry[1].resource;
    const alone = await ask(host, '/Observation', { body: score, token: host.serviceToken });
    assert.equal(alone.status, 200);
    assert.equal(alone.headers.get('location'), `${host.address}/fhir/${json.entry[1].response.location}`);
  });

  test('the preferred answer is given: the resources, or only what became of them', async () => {
    const { client } = await host.newClient();
    const bundle = await bundleOf(pulse(), client);
    const full = await post(bundle, host.serviceToken, { prefer: 'return=representation' });
    assert.equal(full.json.entry[0].resource.resourceType, 'QuestionnaireResponse');
    assert.equal((await post(bundle)).json.entry[0].resource, undefined);
    const { resource } = (await bundleOf(pulse(), client)).entry[0];
    const created = await ask(host, '/QuestionnaireResponse', { body: resource, token: host.serviceToken });
    assert.equal(created.status, 201);
    assert.equal(created.headers.get('etag'), 'W/"1"');
    assert.equal(created.headers.get('location'), `${host.address}/fhir/QuestionnaireResponse/${created.json.id}`);
    const condition = { 'if-none-exist': `identifier=${encodeURIComponent(`${resource.identifier.system}|${resource.identifier.value}`)}` };
    const again = await ask(host, '/QuestionnaireResponse', { body: resource, token: host.serviceToken, headers: { ...condition, prefer: 'return=minimal' } });
    assert.deepEqual([again.status, again.json], [200, undefined]);
    await isRefused(host, 422, '/QuestionnaireResponse', { body: resource, token: host.serviceToken, headers: { 'if-none-exist': 'identifier=x' } });
    await isRefused(host, 422, '/Observation', { body: resource, token: host.serviceToken });
  });

  test('a transaction is stored completely or not at all, and the answer names the entry', async () => {
    const { client } = await host.newClient();
    const [good, bad] = [await bundleOf(pulse(), client), await bundleOf(pulse(), client)];
    bad.entry[0].resource.item[1].answer[0].valueCoding.code = 'very-much';
    const said = await storesNothing(422, { ...good, entry: [...good.entry, ...bad.entry] });
    assert.match(said, /Bundle\.entry\[2\]\.resource/);
    assert.doesNotMatch(said, /very-much/);
  });

  test('in a batch each entry stands for itself', async () => {
    const { client } = await host.newClient();
    const record = pulse();
    const [good] = (await bundleOf(record, client)).entry;
    const [bad] = (await bundleOf(pulse(), await host.newClient().then((pass) => pass.client))).entry;
    bad.resource.subject = { reference: 'Patient/nobody' };
    const { status, json } = await post({ resourceType: 'Bundle', type: 'batch', entry: [bad, good] });
    assert.equal(status, 200);
    assert.equal(json.type, 'batch-response');
    assert.match(json.entry[0].response.status, /^422 /);
    assert.match(json.entry[0].response.outcome.issue[0].diagnostics, /no client of the clinic/);
    assert.equal(json.entry[1].response.status, '201 Created');
    assert.ok(await stored(record.id));
  });

  test('other content under a stored id gets 409, and what is stored stays', async () => {
    const { client } = await host.newClient();
    const record = pulse();
    await post(await bundleOf(record, client));
    const other = { ...pulse({ t01: ['disagree'] }), id: record.id };
    await storesNothing(409, await bundleOf(other, client));
    assert.deepEqual((await stored(record.id))?.answers, plain(record.answers));
  });

  test('what the clinic could not give back as it came is refused, and the answer says where', async () => {
    const { client } = await host.newClient();
    const change = async (work: (bundle: Json, response: Json, observation: Json) => void): Promise<string> => {
      const bundle = await bundleOf(pulse(), client);
      work(bundle, bundle.entry[0].resource, bundle.entry[1].resource);
      return storesNothing(422, bundle);
    };
    for (const [place, work] of [
      [/entry\[0\]\.resource\.author/, (_, response) => (response.author = { display: 'Kim' })],
      [/entry\[0\]\.resource\.text/, (_, response) => (response.text = { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml"><script>1</script></div>' })],
      [/entry\[0\]\.resource\.item/, (_, response) => response.item.push({ linkId: 'mine', answer: [{ valueString: 'x' }] })],
      [/entry\[0\]\.resource\.item\[1\]\.text/, (_, response) => (response.item[1].text = 'Another question?')],
      [/entry\[0\]\.resource\.item\[1\]/, (_, response) => (response.item[1].answer[0].item = [{ linkId: 'inner' }])],
      [/entry\[0\]\.resource\.extension/, (_, response) => response.extension.push({ url: 'https://example.org/x', valueString: 'x' })],
      [/entry\[0\]\.resource\.questionnaire/, (_, response) => (response.questionnaire = response.questionnaire.replace('pulse|', 'pulse.more|'))],
      [/entry\[1\]\.resource\.valueQuantity\.value/, (_, __, observation) => (observation.valueQuantity.value = 5)],
      [/entry\[1\]\.resource\.interpretation/, (_, __, observation) => (observation.interpretation = [{ text: 'high' }])],
      [/entry\[1\]\.resource\.derivedFrom/, (_, __, observation) => (observation.derivedFrom = [{ reference: 'QuestionnaireResponse/7' }])],
      [/subject has parts/, (_, response) => (response.subject.display = 'Kim')],
      [/subject is no client/, (_, response) => delete response.subject],
      [/encounter is no session/, (_, response) => (response.encounter = { identifier: { value: 'other' } })],
      [/encounter must be/, (_, response) => (response.encounter = { reference: 'Encounter/7' })],
      [/answers no Questionnaire of the clinic/, (_, response) => (response.questionnaire = 'http://loinc.org/q/44249-1')],
      [/names options/, (_, response) => response.extension[0].extension.push({ url: 'option', valueString: 'variant: session' })],
      [/not completed/, (_, response) => Object.assign(response, { status: 'in-progress', authored: undefined })],
      [/does not fit an instrument/, (_, response) => response.item.push(response.item[1])],
      [/condition must be/, (_, response) => delete response.identifier],
      [/needs the id of a record/, (bundle, response) => (delete response.identifier, delete bundle.entry[0].request.ifNoneExist)],
      [/condition must be/, (bundle) => (bundle.entry[0].request.ifNoneExist = 'identifier=x')],
      [/score of no stored record/, (bundle) => bundle.entry.shift()],
      [/entries that create/, (bundle) => (bundle.entry[0].request.method = 'PUT')],
      [/entries that create/, (bundle) => (bundle.entry[0].request.url = 'Patient')],
      [/entry\[0\]/, (bundle) => (bundle.entry[0] = null)],
      [/and nothing else/, (bundle) => (bundle.entry[0] = { resource: { resourceType: 'Patient' }, request: { method: 'POST', url: 'Patient' } })],
      [/at most 100/, (bundle) => (bundle.entry = Array(101).fill(bundle.entry[0]))],
    ] as [RegExp, (bundle: Json, response: Json, observation: Json) => void][]) {
      assert.match(await change(work), place);
    }
  });

  test('the rules for records of today hold: whose they are, when they were filled in, which wording they claim', async () => {
    const [mine, theirs] = [await host.newClient(), await host.newClient()];
    const token = host.token('session', mine);
    assert.equal((await post(await bundleOf(pulse(), mine.client, mine.session), token)).status, 200);
    const { subject: _, ...silent } = (await bundleOf(pulse(), mine.client)).entry[0].resource;
    assert.equal((await ask(host, '/QuestionnaireResponse', { body: silent, token })).status, 201);
    await storesNothing(403, await bundleOf(pulse(), theirs.client), token);
    await storesNothing(403, await bundleOf(pulse(), mine.client, theirs.session), token);
    await storesNothing(403, await bundleOf(pulse(), mine.client), host.token('me', mine));
    await storesNothing(401, await bundleOf(pulse(), mine.client), 'x');
    await storesNothing(404, await bundleOf(pulse(), mine.client), host.token('session', { ...mine, session: theirs.session }));
    const note = fillIn('empathy-checklist', { perspective: 'therapist' }, { e11: ['yes'] });
    await storesNothing(403, await bundleOf(note, mine.client, mine.session), token);
    assert.match(await storesNothing(422, await bundleOf(note, mine.client)), /needs its session/);
    const cookie = await signIn(host);
    assert.equal((await ask(host, '', { body: await bundleOf(note, mine.client, mine.session), cookie })).status, 200);
    await isRefused(host, 403, '', { body: await bundleOf(pulse(), mine.client, mine.session), cookie });
    assert.match(await storesNothing(422, await bundleOf({ ...pulse(), completedAt: '2126-01-01T00:00:00Z' }, mine.client)), /future/);
    const claimed = fillInTranslated('de', { id: 'trust-pulse' }, { t01: ['agree'] });
    const validated = { ...claimed, instrument: { ...claimed.instrument, translation: { ...claimed.instrument.translation!, standing: 'validated' as const } } };
    await storesNothing(422, await bundleOf(validated, mine.client));
    assert.match(await storesNothing(403, await bundleOf(fillIn('countertransference-reflection', {}, {}), mine.client, mine.session)), /reflection/);
  });

  test('bodies that are no transaction, or are hostile, are refused and nothing is stored', async () => {
    const { client } = await host.newClient();
    for (const body of ['', '{', 'null', '[]', '7', '"x"', '{}', '{"resourceType":"Bundle"}', '{"resourceType":"Bundle","type":"document","entry":[{}]}', '{"resourceType":"Bundle","type":"transaction"}', '{"resourceType":"Bundle","type":"transaction","entry":[]}', '{"__proto__":{"resourceType":"Bundle"}}']) {
      await storesNothing(400, body);
    }
    const type = { token: host.serviceToken, body: '<Bundle/>', headers: { 'content-type': 'application/fhir+xml' } };
    await isRefused(host, 415, '', type);
    await isRefused(host, 413, '', { token: host.serviceToken, body: `{"resourceType":"Bundle","x":"${'x'.repeat(1100 * 1024)}"}` });
    const [entry] = (await bundleOf(pulse(), client)).entry;
    const nested = (depth: number, linkId: string): string => `${`{"linkId":"${linkId}","item":[`.repeat(depth)}{"linkId":"x"}${']}'.repeat(depth)}`;
    const asked = { resourceType: 'Bundle', type: 'transaction', entry: [entry] };
    const deep = (text: string): string => JSON.stringify(asked).replace(/"item":\[/, () => `"item":[${text},`);
    await storesNothing(422, deep(nested(20_000, 'x')));
    const [card] = (await bundleOf(fillInCard({ topics: 'cost', 'last-time': 'yes' }, {}, ['How much?']), client)).entry;
    const group = card.resource.item.find(({ item }: Json) => item).linkId;
    await storesNothing(422, JSON.stringify({ ...asked, entry: [card] }).replace(/"item":\[/, () => `"item":[${nested(20_000, group)},`));
    const before = await host.rows();
    for (const wrong of [null, 7, 'x', [], {}, [null], [[]], { a: { b: [] } }, '__proto__', "x'; drop table records; --", '\u0000', '\ud83d', '<script>alert(1)</script>', { toString: 1, valueOf: 1 }, [{ toString: 1, valueOf: 1 }]]) {
      for (const name of ['subject', 'identifier', 'questionnaire', 'extension', 'item', 'language', 'status', 'authored', 'encounter']) {
        const resource = { ...entry.resource, [name]: wrong };
        const { status, json } = await post({ ...asked, entry: [{ ...entry, resource }] });
        assert.ok(status === 422, `${name} ${JSON.stringify(wrong)}: ${status}`);
        assert.equal(json.resourceType, 'OperationOutcome');
        assert.doesNotMatch(JSON.stringify(json), /drop table|<script>/);
      }
      const parts = plain(entry);
      parts.resource.extension[0].extension = ['replaces', 'started', 'locale', 'disclosure', 'authorRole', 'software', 'option'].map((url) => ({ url, valueString: wrong, valueCode: wrong, valueDateTime: wrong, valueIdentifier: wrong }));
      const inner = plain(entry);
      inner.resource.extension[0].extension.push({ url: wrong });
      const item = plain(entry);
      item.resource.item.push({ linkId: wrong, extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: wrong }] });
      const absent = plain(entry);
      absent.resource.item[1] = { ...absent.resource.item[1], extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: wrong }] };
      const named = plain(entry);
      named.resource.identifier.value = wrong;
      for (const sent of [parts, inner, item, absent, named, { ...entry, fullUrl: wrong, request: { ...entry.request, ifNoneExist: wrong ?? 'x' } }]) {
        await isRefused(host, 422, '', { body: { ...asked, entry: [sent] }, token: host.serviceToken });
      }
      const score = (await bundleOf(pulse(), client)).entry;
      score[1].resource.derivedFrom = [wrong];
      delete score[0].fullUrl;
      await isRefused(host, 422, '', { body: { ...asked, entry: score }, token: host.serviceToken });
      const body = { resourceType: 'Bundle', type: 'transaction', more: wrong, entry: wrong };
      assert.ok([400, 422].includes((await ask(host, '', { body, token: host.serviceToken })).status));
    }
    assert.deepEqual(await host.rows(), before);
  });
}
