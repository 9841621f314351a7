import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalOf, toBundle, toQuestionnaire } from 'attune-elements/fhir';
import { instrumentOf } from '../../../demo/read-record.ts';
import { inLanguage } from '../../../demo/wording.ts';
import { ask, isRefused, type Json, patientOf, reader, resourcesOf } from '../fhir-request.ts';
import { fillIn, fillInTranslated, plain, pulse } from '../fill-in.ts';
import type { Host } from '../open-host.ts';
import { sender } from '../send-records.ts';
import { signIn } from '../sign-in.ts';

export function fhirReading(host: Host): void {
  const send = sender(host);
  const read = reader(host);

  test('the statement of capabilities says what can be read, without a token', async () => {
    const { json } = await ask(host, '/metadata');
    assert.equal(json.resourceType, 'CapabilityStatement');
    assert.equal(json.fhirVersion, '4.0.1');
    assert.deepEqual(json.rest[0].resource.map(({ type }: Json) => type), ['Questionnaire', 'QuestionnaireResponse', 'Observation', 'Patient']);
    for (const { type, searchParam = [] } of json.rest[0].resource) {
      for (const { name, type: kind } of searchParam) {
        const value = kind === 'date' ? '2026' : 'x';
        assert.equal((await ask(host, `/${type}?${name}=${value}`, { token: host.serviceToken })).status, 200, `${type} ${name}`);
      }
    }
  });

  test('a record is read as toBundle emits it, with its Patient, its session and its score', async () => {
    const pass = await host.newClient('Kim');
    const record = pulse({ t02: 'declined', t03: 'unknown', 't-help': ['<b>"é" 🙂</b>'] });
    await send(pass, record);
    const subject = { reference: await patientOf(host, pass.client) };
    const encounter = { identifier: { value: pass.session } };
    const { entry } = toBundle(record, instrumentOf(record), { fhirVersion: 'R4', subject, encounter }).resource;
    const [response, observation] = await Promise.all(
      ['QuestionnaireResponse', 'Observation'].map(async (type) => resourcesOf(await read(`/${type}?subject=${subject.reference}`))),
    );
    assert.equal(response?.length, 1);
    assert.equal(observation?.length, 1);
    const { id, meta, ...content } = response![0];
    assert.deepEqual(content, plain(entry[0]!.resource));
    assert.equal(meta.versionId, '1');
    assert.ok(Math.abs(Date.now() - Date.parse(meta.lastUpdated)) < 60_000);
    const { id: scoreId, meta: _meta, ...score } = observation![0];
    assert.deepEqual(score, plain({ ...entry[1]!.resource, derivedFrom: [{ reference: `QuestionnaireResponse/${id}` }] }));
    assert.deepEqual(await read(`/QuestionnaireResponse/${id}`), response![0]);
    assert.deepEqual(await read(`/Observation/${scoreId}`), observation![0]);
    const patient = await read(`/${subject.reference}`);
    assert.deepEqual(patient.name, [{ text: 'Kim' }]);
  });

  test('the canonical of each answer leads to its Questionnaire, also of a variant and a translation', async () => {
    const pass = await host.newClient();
    const records = [
      pulse(),
      fillIn('trust-12', { variant: 'session' }, { t01: ['agree'] }),
      fillInTranslated('de', { id: 'trust-pulse' }, { t01: ['agree'] }),
      fillIn('boundary-clarity', { topics: 'cost', policy: 'We answer within two days.' }, { 'q-cost': ['How much?'] }),
    ];
    await send(pass, ...records);
    const found = resourcesOf(await read(`/QuestionnaireResponse?patient=${await patientOf(host, pass.client)}`));
    assert.equal(found.length, records.length);
    for (const [place, { questionnaire }] of found.entries()) {
      const { instrument } = records[place]!;
      assert.equal(questionnaire, canonicalOf(instrument));
      const [url = '', version = ''] = String(questionnaire).split('|');
      const [form, ...more] = resourcesOf(await read(`/Questionnaire?${new URLSearchParams({ url, version })}`));
      assert.equal(more.length, 0);
      const { derivedFrom: _, ...expected } = toQuestionnaire(inLanguage(instrument, instrument.translation?.language ?? 'en'), { fhirVersion: 'R4' }).resource;
      const { derivedFrom: origins, ...content } = form;
      assert.deepEqual(content, plain(expected));
      assert.equal(!!origins, questionnaire !== canonicalOf(inLanguage({ id: instrument.id }, 'en')), questionnaire);
      assert.deepEqual(await read(`/Questionnaire/${form.id}`), form);
      const byForm = `/QuestionnaireResponse?${new URLSearchParams({ patient: await patientOf(host, pass.client), questionnaire })}`;
      assert.deepEqual(resourcesOf(await read(byForm)).map(({ id }) => id), [found[place].id]);
      assert.ok((await read(`/QuestionnaireResponse?questionnaire=Questionnaire/${form.id}`)).total >= 1);
    }
    assert.equal((await read('/Questionnaire?url=https://example.org/none')).total, 0);
  });

  test('a record that was superseded is entered in error, in its second version', async () => {
    const pass = await host.newClient();
    const first = pulse();
    await send(pass, first);
    const patient = await patientOf(host, pass.client);
    const [before] = resourcesOf(await read(`/QuestionnaireResponse?patient=${patient}`));
    const second = { ...pulse({ t01: ['disagree'] }), replaces: first.id };
    await send(pass, second);
    const of = async (type: string, query: string): Promise<string[]> =>
      resourcesOf(await read(`/${type}?patient=${patient}&${query}`)).map(({ identifier }) => [identifier].flat()[0].value);
    for (const [type, current] of [['QuestionnaireResponse', 'completed'], ['Observation', 'final']] as const) {
      assert.deepEqual(await of(type, 'status=entered-in-error'), [first.id]);
      assert.deepEqual(await of(type, `status=${current}`), [second.id]);
      assert.deepEqual(await of(type, `status=${current},entered-in-error`), [first.id, second.id]);
    }
    const changed = await ask(host, `/QuestionnaireResponse/${before.id}`, { token: host.serviceToken, headers: { 'if-none-match': 'W/"1"' } });
    assert.equal(changed.status, 200);
    assert.equal(changed.headers.get('etag'), 'W/"2"');
    assert.equal(changed.json.status, 'entered-in-error');
    assert.ok(changed.json.meta.lastUpdated > before.meta.lastUpdated);
    const same = await ask(host, `/QuestionnaireResponse/${before.id}`, { token: host.serviceToken, headers: { 'if-none-match': 'W/"2"' } });
    assert.equal(same.status, 304);
    assert.equal(same.json, undefined);
  });

  test('a record that was superseded before it arrived was last changed when it arrived', async () => {
    const pass = await host.newClient();
    const first = pulse();
    await send(pass, { ...pulse(), replaces: first.id });
    const between = Date.now();
    await send(pass, first);
    const [late] = resourcesOf(await read(`/QuestionnaireResponse?patient=${await patientOf(host, pass.client)}&status=entered-in-error`));
    assert.equal(late.identifier.value, first.id);
    assert.ok(Date.parse(late.meta.lastUpdated) >= between);
    const since = `/QuestionnaireResponse?patient=${await patientOf(host, pass.client)}&_lastUpdated=ge${new Date(between).toISOString()}`;
    assert.deepEqual(resourcesOf(await read(since)).map(({ id }) => id), [late.id]);
  });

  test('whoever is signed in at the desk reads all, and nobody without a token or with a wrong one reads anything', async () => {
    const pass = await host.newClient();
    await send(pass, pulse());
    const path = `/QuestionnaireResponse?patient=${await patientOf(host, pass.client)}`;
    const cookie = await signIn(host);
    assert.equal((await ask(host, path, { cookie })).json.total, 1);
    for (const asked of [
      {},
      { cookie: 'visit=x' },
      { token: 'x' },
      { token: `${host.serviceToken}x` },
      { token: host.token('me', pass).slice(0, -1) },
      { token: host.token('me', pass, new Date(0)) },
      { token: host.token('session', pass, new Date(0)) },
    ]) {
      for (const each of [path, '/Questionnaire', '/Observation', '/Patient/x', '/Questionnaire/trust-pulse']) {
        const { status, headers, json } = await ask(host, each, asked);
        assert.equal(status, 401);
        assert.equal(headers.get('www-authenticate'), 'Bearer realm="fhir"');
        assert.equal(json.issue[0].code, 'login');
      }
    }
    await fetch(`${host.address}/clinician/sign-out`, { method: 'POST', headers: { cookie }, redirect: 'manual' });
    await isRefused(host, 401, path, { cookie });
  });

  test('a client reads their own answers, and neither scores, nor what the desk noted, nor anyone else’s', async () => {
    const [mine, theirs] = [await host.newClient('Mine'), await host.newClient('Theirs')];
    await send(mine, pulse());
    await send(theirs, pulse());
    const note = await fetch(`${host.address}/clinician/sessions/${mine.session}/records`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: await signIn(host) },
      body: JSON.stringify(fillIn('empathy-checklist', { perspective: 'therapist' }, { e11: ['yes'] })),
    });
    assert.equal(note.status, 201);
    const token = host.token('me', mine);
    const all = resourcesOf(await read(`/QuestionnaireResponse?patient=${await patientOf(host, mine.client)}`));
    assert.equal(all.length, 2);
    const own = resourcesOf(await read('/QuestionnaireResponse', token));
    assert.equal(own.length, 1);
    const [foreign] = resourcesOf(await read(`/QuestionnaireResponse?patient=${await patientOf(host, theirs.client)}`));
    const desks = all.find(({ id }) => id !== own[0].id);
    assert.equal((await read(`/QuestionnaireResponse?patient=${await patientOf(host, theirs.client)}`, token)).total, 0);
    assert.equal((await read(`/QuestionnaireResponse?_id=${foreign.id},${desks.id}`, token)).total, 0);
    for (const path of [
      `/QuestionnaireResponse/${foreign.id}`,
      `/QuestionnaireResponse/${desks.id}`,
      `/${await patientOf(host, theirs.client)}`,
    ]) {
      const nothing = await isRefused(host, 404, path.replace(/[\da-f-]{36}/, '00000000-0000-4000-8000-000000000000'), { token });
      assert.equal(await isRefused(host, 404, path, { token }), nothing, 'nobody learns which ids exist');
    }
    assert.equal((await read(`/${await patientOf(host, mine.client)}`, token)).name[0].text, 'Mine');
    for (const path of ['/Observation', `/Observation/${own[0].id}`]) {
      assert.match(await isRefused(host, 403, path, { token }), /Scores are for clinicians/);
    }
    for (const path of ['/QuestionnaireResponse', '/Questionnaire', `/${await patientOf(host, mine.client)}`]) {
      await isRefused(host, 403, path, { token: host.token('session', mine) });
    }
  });

  test('a form that only one client filled in is in no other client’s list of Questionnaires', async () => {
    const [mine, theirs] = [await host.newClient(), await host.newClient()];
    const policy = 'only-for-this-client';
    await send(mine, fillIn('boundary-clarity', { topics: 'purpose', policy }, { b01: ['clear'] }));
    const forms = async (token: string): Promise<string> => JSON.stringify(await read('/Questionnaire?_count=200', token));
    assert.match(await forms(host.token('me', mine)), /policy-only-for-this-client/);
    assert.doesNotMatch(await forms(host.token('me', theirs)), /policy-only-for-this-client/);
  });

  test('made-up clients are marked in every resource about them', async (test) => {
    const pass = await host.newClient();
    // Other tests of this host count made-up clients.
    test.after(() => host.database.query('update clients set made_up = false where id = $1', [pass.client]));
    await host.database.query('update clients set made_up = true where id = $1', [pass.client]);
    await send(pass, pulse());
    const patient = await patientOf(host, pass.client);
    const found = [await read(`/${patient}`), ...resourcesOf(await read(`/QuestionnaireResponse?patient=${patient}`)), ...resourcesOf(await read(`/Observation?patient=${patient}`))];
    assert.equal(found.length, 3);
    for (const { meta } of found) assert.equal(meta.security[0].code, 'HTEST');
  });

  test('only JSON is spoken, by the header and by _format; addresses that lead nowhere say so', async () => {
    const { serviceToken: token } = host;
    for (const accept of ['application/fhir+json', 'application/json', '*/*', 'text/html,application/xhtml+xml,*/*;q=0.8', 'application/fhir+json; fhirVersion=4.0']) {
      assert.equal((await ask(host, '/Questionnaire?_count=0', { token, headers: { accept } })).status, 200, accept);
    }
    for (const format of ['json', 'application/fhir%2Bjson', 'application/fhir+json']) {
      assert.equal((await ask(host, `/metadata?_format=${format}`, { headers: { accept: 'text/html' } })).status, 200, format);
    }
    await isRefused(host, 406, '/metadata?_format=xml');
    await isRefused(host, 406, '/Questionnaire', { token, headers: { accept: 'application/fhir+xml' } });
    for (const path of ['', '/', '/Encounter', '/Questionnaire/nothing', '/QuestionnaireResponse/nothing', '/Observation/%00', '/Patient/1', '/Questionnaire/x/_history']) {
      await isRefused(host, 404, path, { token });
    }
    await isRefused(host, 400, '/Questionnaire/%zz', { token });
    await isRefused(host, 414, `/Questionnaire/${'x'.repeat(700)}`, { token });
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      await isRefused(host, 405, '/QuestionnaireResponse/x', { token, method, ...(method !== 'DELETE' && { body: {} }) });
    }
  });
}
