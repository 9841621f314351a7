import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Response } from 'attune-elements/core';
import { toBundle } from 'attune-elements/fhir';
import { formOf } from '../../../demo/fhir/form-of.ts';
import { keepForwarding } from '../../../demo/fhir/forwarding.ts';
import { ask, type Json, patientOf } from '../fhir-request.ts';
import { fillIn, fillInTranslated, plain, pulse } from '../fill-in.ts';
import { device } from '../intake-device.ts';
import { type MedplumServer, startMedplum } from '../medplum-server.ts';
import type { Host } from '../open-host.ts';
import { signIn } from '../sign-in.ts';

/** How long the host's own sending takes in these tests, in milliseconds. */
export const shortTimes = { look: 20, answer: 2500, taken: 5000, firstPause: 20, longestPause: 100 };

/** `peer` is the other server, to which the host sends. */
export function fhirForwarding(host: Host, peer: { server: Awaited<ReturnType<typeof startMedplum>> }): void {
  const send = async (pass: { client: string; session: string }, record: object): Promise<number> => {
    const begin = performance.now();
    const answer = await fetch(`${host.address}/api/responses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token('session', pass)}` },
      body: JSON.stringify(record),
    });
    assert.equal(answer.status, 201);
    return performance.now() - begin;
  };
  const waiting = async (): Promise<number> => (await host.rows()).fhir_outbox ?? -1;
  const until = async (what: string, is: () => Promise<boolean>): Promise<void> => {
    for (const end = Date.now() + 20_000; !(await is()); await pause(20)) assert.ok(Date.now() < end, `${what} did not happen`);
  };
  const allSent = (): Promise<void> => until('sending all', async () => !(await waiting()));
  const bundleOf = (record: Response, pass: { client: string; session: string }): Json =>
    plain(
      toBundle(record, formOf(record.instrument), {
        fhirVersion: 'R4',
        subject: { type: 'Patient', identifier: { system: 'https://harbour.example/clients', value: pass.client } },
        encounter: { identifier: { value: pass.session } },
      }).resource,
    );
  const idsAt = async (server: MedplumServer, type: string): Promise<string[]> =>
    (await server.stored(type)).map(({ identifier }) => [identifier].flat()[0].value);
  /** Each record is at the other server, once. */
  const arrivedOnce = async (records: readonly Response[]): Promise<void> => {
    for (const type of ['QuestionnaireResponse', 'Observation']) {
      const ids = await idsAt(peer.server, type);
      for (const { id } of records) assert.equal(ids.filter((each) => each === id).length, 1, `${type} of ${id}`);
    }
  };
  const bundleForHost = (record: Response, patient: string): Json =>
    toBundle(record, formOf(record.instrument), { fhirVersion: 'R4', subject: { reference: patient } }).resource;
  const recordOf = ({ entry }: Json): string => entry[0].resource.identifier.value;

  beforeEach(() => void (peer.server.trouble = undefined));
  afterEach(allSent);

  test('what arrives is what toBundle emits, with the token, and is stored at the other server', async () => {
    const pass = await host.newClient();
    const records = [
      pulse({ t02: 'declined', 't-help': ['<b>"é" 🙂</b>'] }),
      fillIn('empathy-checklist', { perspective: 'client' }, { e11: ['yes'], e13: 'not-applicable' }),
      fillInTranslated('de', { id: 'trust-pulse' }, { t01: ['agree'] }),
    ];
    for (const record of records) await send(pass, record);
    await allSent();
    for (const record of records) {
      const sent = peer.server.arrived.filter(({ bundle }) => recordOf(bundle) === record.id);
      assert.deepEqual(sent.map(({ bundle }) => bundle), [bundleOf(record, pass)]);
      assert.equal(sent[0]?.authorization, 'Bearer secret-of-the-peer');
    }
    await arrivedOnce(records);
    const [response] = (await peer.server.stored('QuestionnaireResponse')).filter(({ identifier }) => identifier.value === records[0]!.id);
    const { id, meta: _, ...content } = response;
    assert.deepEqual(content, bundleOf(records[0]!, pass).entry[0].resource);
    const [score] = (await peer.server.stored('Observation')).filter(({ identifier }) => identifier[0].value === records[0]!.id);
    assert.deepEqual(score.derivedFrom, [{ reference: `QuestionnaireResponse/${id}` }]);
  });

  test('sittings, notes of the desk, intake forms and FHIR transactions are sent too', async () => {
    const pass = await host.newClient();
    const sitting = [pulse(), fillIn('boundary-clarity', { topics: 'purpose' }, { b01: ['clear'] })];
    const kept = await fetch(`${host.address}/api/sittings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token('session', pass)}` },
      body: JSON.stringify({ responses: sitting }),
    });
    assert.equal(kept.status, 201);
    const note = fillIn('empathy-checklist', { perspective: 'therapist' }, { e11: ['yes'] });
    const noted = await fetch(`${host.address}/clinician/sessions/${pass.session}/records`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: await signIn(host) },
      body: JSON.stringify(note),
    });
    assert.equal(noted.status, 201);
    const visitor = device(() => host);
    const before = fillIn('trust-12', { variant: 'intake' }, { t01: ['agree'] });
    await visitor.save('trust', { trust: before });
    await visitor.send();
    const program = pulse();
    const posted = await ask(host, '', { token: host.serviceToken, body: bundleForHost(program, await patientOf(host, pass.client)) });
    assert.equal(posted.status, 200);
    await allSent();
    const ids = await idsAt(peer.server, 'QuestionnaireResponse');
    for (const { id } of [...sitting, note, before, program]) assert.ok(ids.includes(id));
  });

  test('while the other server is silent or down, nobody waits for it; when it is up, all arrive once', async () => {
    const pass = await host.newClient();
    const { port, repository } = peer.server;
    const records = Array.from({ length: 12 }, () => pulse());
    const took: number[] = [];
    peer.server.trouble = () => 'stall';
    for (const record of records.slice(0, 6)) took.push(await send(pass, record));
    await peer.server.close();
    for (const record of records.slice(6)) took.push(await send(pass, record));
    const queued = await waiting();
    peer.server = await startMedplum({ port, repository });
    await allSent();
    await arrivedOnce(records);
    assert.equal(queued, records.length);
    // Whoever waited for a silent server would wait for the whole time that it has for its answer.
    const [, , , middle = 0] = took.slice(0, 6).sort((one, other) => one - other);
    assert.ok(middle < shortTimes.answer * 0.7, `half of them took longer than ${middle} ms`);
  });

  test('each trouble that passes is waited out, and the record arrives once', async () => {
    const pass = await host.newClient();
    for (const trouble of [
      { status: 500 },
      { status: 503, body: '<html>' },
      { status: 409 },
      { status: 401 },
      { status: 403 },
      { status: 404 },
      { status: 302, headers: { location: 'http://127.0.0.1:1/elsewhere' } },
      { status: 200, body: '<html>Sign in to the network</html>' },
      { status: 200, body: '{"resourceType":"OperationOutcome"}' },
      { status: 200, body: '{"resourceType":"Bundle","entry":[{"response":{"status":"201"}},{"response":{"status":"503"}}]}' },
      { status: 200, body: 'x'.repeat(2 * 1024 * 1024) },
      'stall',
      'lost',
    ] as const) {
      const record = pulse();
      let times = 0;
      peer.server.trouble = () => (times++ < 2 ? trouble : undefined);
      await send(pass, record);
      await until('the second failure', async () => times >= 2);
      await allSent();
      assert.equal(times, 3, JSON.stringify(trouble));
      await arrivedOnce([record]);
    }
  });

  test('Retry-After is waited for, in seconds and as a date, by all records', async () => {
    const pass = await host.newClient();
    // A date has whole seconds.
    for (const [least, write] of [[1000, () => '1'], [1000, () => new Date(Date.now() + 2000).toUTCString()]] as const) {
      let since = 0;
      peer.server.trouble = () => {
        if (since) return undefined;
        since = Date.now();
        return { status: 429, headers: { 'retry-after': write() } };
      };
      const before = peer.server.arrived.length;
      await send(pass, pulse());
      await until('the answer 429', async () => since > 0);
      await send(pass, pulse());
      await allSent();
      const [, next] = peer.server.arrived.slice(before);
      assert.ok(next!.at - since >= least - 10, `after ${next!.at - since} ms`);
      assert.equal(peer.server.arrived.length, before + 3);
    }
  });

  test('a record that the other server refuses is set aside; others pass it; the desk sees it and sends it again', async () => {
    const pass = await host.newClient('Ines');
    const [bad, replacement, good] = [pulse({ t01: ['disagree'] }), pulse(), pulse()];
    const outcome = { resourceType: 'OperationOutcome', issue: [{ code: 'invariant', diagnostics: 'disagree is not a value' }, { code: '<b>' }] };
    peer.server.trouble = (bundle) => (recordOf(bundle) === bad.id ? { status: 422, body: JSON.stringify(outcome) } : undefined);
    await send(pass, bad);
    await send(pass, { ...replacement, replaces: bad.id });
    await send(pass, good);
    await until('passing it', async () => (await waiting()) === 2);
    await pause(200);
    const tries = peer.server.arrived.filter(({ bundle }) => recordOf(bundle) === bad.id);
    assert.equal(tries.length, 1);
    assert.ok(!(await idsAt(peer.server, 'QuestionnaireResponse')).includes(replacement.id), 'a later version waits behind it');
    assert.ok(host.log.includes('A record for the FHIR server is set aside (422 invariant): see /clinician/sending.'));
    const cookie = await signIn(host);
    const page = async (): Promise<string> => (await fetch(`${host.address}/clinician/sending`, { headers: { cookie } })).text();
    assert.match(await page(), /Ines<\/a>[^]*trust-pulse[^]*422 invariant, at try 1/);
    assert.doesNotMatch(await page(), /disagree/);
    peer.server.trouble = undefined;
    const again = await fetch(`${host.address}/clinician/sending/again`, { method: 'POST', headers: { cookie }, redirect: 'manual' });
    assert.equal(again.status, 303);
    await allSent();
    await arrivedOnce([bad, replacement, good]);
    assert.match(await page(), /Nothing waits\.[^]*has accepted everything/);
    const stranger = await fetch(`${host.address}/clinician/sending`, { redirect: 'manual' });
    assert.equal(stranger.status, 303);
  });

  test('a replaced record arrives before the one that replaces it, along a chain, whatever fails in between', async () => {
    const pass = await host.newClient();
    const first = pulse();
    const second = { ...pulse(), replaces: first.id };
    const third = { ...pulse(), replaces: second.id };
    let failures = 0;
    peer.server.trouble = (bundle) => (recordOf(bundle) === first.id && failures++ < 4 ? { status: 500 } : undefined);
    for (const record of [first, second, third]) await send(pass, record);
    await allSent();
    const ids = (await idsAt(peer.server, 'QuestionnaireResponse')).filter((id) => [first, second, third].some((record) => record.id === id));
    assert.deepEqual(ids, [first.id, second.id, third.id]);
  });

  test('several senders behind one database share the work, and never send the same record at once', async () => {
    const pass = await host.newClient();
    const to = { address: peer.server.address };
    const others = Array.from({ length: 3 }, () => keepForwarding({ database: host.database, to, times: shortTimes }));
    const before = peer.server.arrived.length;
    const records = Array.from({ length: 30 }, () => pulse());
    await Promise.all(records.map((record) => send(pass, record)));
    await allSent();
    await Promise.all(others.map((stop) => stop()));
    assert.equal(peer.server.arrived.length, before + records.length, 'each was sent once');
    const senders = new Set(peer.server.arrived.slice(before).map(({ authorization }) => authorization));
    assert.equal(senders.size, 2, 'the host and the others took part');
    await arrivedOnce(records);
  });

  test('made-up clients are marked in what is sent', async () => {
    const pass = await host.newClient();
    await host.database.query('update clients set made_up = true where id = $1', [pass.client]);
    const record = pulse();
    await send(pass, record);
    await allSent();
    const sent = peer.server.arrived.find(({ bundle }) => recordOf(bundle) === record.id);
    for (const { resource } of sent!.bundle.entry) assert.equal(resource.meta.security[0].code, 'HTEST');
  });

  test('no log line holds an answer, an id or the token', () => {
    assert.ok(host.log.some((line) => line.startsWith('The FHIR server did not take a record')));
    for (const line of host.log) {
      assert.match(line, /^((GET|POST) [\w/.:*-]+ [234]\d\d \d+ ms|(A record for the FHIR server is set aside|The FHIR server did not take a record) \([\w :-]+\)[\w :/.]+)$/);
    }
  });
}
