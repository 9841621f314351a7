import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { toBundle } from 'attune-elements/fhir';
import { instrumentOf } from '../../../demo/read-record.ts';
import { patientOf } from '../fhir-request.ts';
import { fillIn, pulse } from '../fill-in.ts';
import { device } from '../intake-device.ts';
import type { Host } from '../open-host.ts';
import { sender } from '../send-records.ts';
import { signIn } from '../sign-in.ts';

/** In everything that is stored, and in nothing that a test sends later. */
const marker = 'Words that were stored';

interface Example {
  path: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string | URLSearchParams;
  /** What the answer then contains, and the row: who, what, and whether it names the client. Without it, no answer is in the answer. */
  reads?: { shows: string; who: string; what: string; isAbout: 'client' | 'nobody alone' };
}

export function notingWhoReads(host: Host): void {
  let examples: Record<string, Example>;
  let client = '';
  let secrets: string[] = [];

  before(async () => {
    const pass = await host.newClient('Read Ronja');
    client = pass.client;
    const record = pulse({ 't-help': [marker] });
    const card = fillIn('boundary-clarity', { topics: 'purpose' }, { b01: ['partly'], 'b01-ask': ['ask'], 'q-purpose': [marker], 'q-purpose-first': ['first'] });
    await sender(host)(pass, record);
    // Of an earlier time, so that its questions are those of last time.
    await host.database.query(
      `insert into records (id, client_id, instrument, completed_at, body, score) values ($1, $2, 'boundary-clarity', $3, $4, '{"status":"unscored"}')`,
      [card.id, client, card.completedAt, JSON.stringify(card)],
    );
    await host.database.query(`insert into milestones (client_id, id, milestone, marked_on, words, shared) values ($1, 'm1', 'spoke-up', current_date, $2, true)`, [client, marker]);
    await host.database.query(`insert into shared_entries (client_id, id, written_on, words) values ($1, 'e1', current_date, $2)`, [client, marker]);
    const cookie = await signIn(host);
    const [session, me] = [host.token('session', pass), host.token('me', { client })];
    const tablet = device(() => host);
    await tablet.save('name', { called: marker });
    const form = await tablet.form('/intake/check');
    secrets = [cookie.split('=')[1]!, session, me, host.serviceToken, form];
    const [row] = await host.database.query<{ id: string }>('select fhir_id::text as id from records where id = $1', [record.id]);
    const { entry } = toBundle(record, instrumentOf(record), { fhirVersion: 'R4', subject: { reference: await patientOf(host, client) }, encounter: { identifier: { value: pass.session } } }).resource;

    const desk = { headers: { cookie } };
    const atDevice = { headers: { cookie: tablet.cookie() } };
    const program = { headers: { authorization: `Bearer ${host.serviceToken}` } };
    const fhir = (body: unknown, more = {}) => ({ method: 'POST' as const, headers: { ...program.headers, 'content-type': 'application/fhir+json', ...more }, body: JSON.stringify(body) });
    const json = (token: string, body: unknown) => ({ method: 'POST' as const, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const posted = (entries: Record<string, string>, more: Pick<Example, 'headers'> = atDevice) => ({ ...more, method: 'POST' as const, body: new URLSearchParams(entries) });
    const search = { ...posted({ subject: await patientOf(host, client) }, program) };
    const reads = (who: string, what: string, { shows = marker, isAbout = 'client' as 'client' | 'nobody alone' } = {}) => ({ reads: { shows, who, what, isAbout } });
    const byDesk = (what: string, more = {}) => ({ ...desk, ...reads('desk', what, more) });
    const byProgram = (what: string, more = {}) => ({ ...program, ...reads('program', what, more) });
    const [response, observation] = entry.map(({ resource }) => resource);
    const stored = reads('program', 'what was stored by FHIR');
    const nobody = { isAbout: 'nobody alone' as const };

    examples = {
      'GET /healthz': { path: '/healthz' },
      'GET /readyz': { path: '/readyz' },
      'GET /assets/*': { path: '/assets/icon.svg' },
      'GET /attune/*': { path: '/attune/attune.js' },
      'GET /attune-languages/locales/*': { path: '/attune-languages/locales/de.js' },
      'GET /attune-languages/translations/*': { path: '/attune-languages/translations/de.js' },
      'GET /': { path: '/' },
      'GET /intake': { path: '/intake', ...atDevice },
      'GET /intake/:part': { path: '/intake/name', ...atDevice, ...reads('device', 'intake form', nobody) },
      'POST /intake/:part': { path: '/intake/trust', ...posted({ form }) },
      'POST /intake/:part/language': { path: '/intake/name/language?lang=de', ...posted({ form }), ...reads('device', 'intake form', nobody) },
      'GET /intake/:part/language': { path: '/intake/name/language', ...atDevice },
      'GET /intake/:part/erase': { path: '/intake/name/erase', ...atDevice },
      'POST /intake/:part/erase': { path: '/intake/trust/erase', ...posted({ form }) },
      'GET /intake/check': { path: '/intake/check', ...atDevice, ...reads('device', 'intake form', nobody) },
      'POST /intake/send': { path: '/intake/send', ...posted({ form: 'none' }) },
      'GET /intake/forget': { path: '/intake/forget', ...atDevice },
      'POST /intake/forget': { path: '/intake/forget', ...posted({ form: 'none' }) },
      'GET /intake/forgotten': { path: '/intake/forgotten' },
      'GET /intake/thanks': { path: '/intake/thanks' },
      'GET /intake/thanks-for-name': { path: '/intake/thanks-for-name' },
      'GET /intake/nothing': { path: '/intake/nothing' },
      'GET /session/:token': { path: `/session/${session}`, ...reads('client', 'own answers of last time') },
      'POST /api/responses': { path: '/api/responses', ...json(session, record) },
      'POST /api/sittings': { path: '/api/sittings', ...json(session, { responses: [record] }) },
      'GET /me/:token': { path: `/me/${me}`, ...reads('client', 'own milestones') },
      'POST /api/milestones': { path: '/api/milestones', ...json(me, { id: 'm1', milestone: 'spoke-up', date: '2026-11-20', action: 'share' }) },
      'POST /api/journal': { path: '/api/journal', ...json(me, {}) },
      'GET /clinician': { path: '/clinician?name=Read+Ronja', ...byDesk('list of clients') },
      'POST /clinician/sign-in': { path: '/clinician/sign-in', ...posted({ password: host.password }, desk) },
      'POST /clinician/sign-out': { path: '/clinician/sign-out', method: 'POST' },
      'GET /clinician/clients/:id': { path: `/clinician/clients/${client}`, ...byDesk('course') },
      'POST /clinician/clients/:id/read': { path: `/clinician/clients/${client}/read`, ...posted({ upTo: '' }, desk) },
      'GET /clinician/sessions/:id': { path: `/clinician/sessions/${pass.session}`, ...byDesk('session') },
      'POST /clinician/sessions/:id/records': { path: `/clinician/sessions/${pass.session}/records`, ...json('', {}), headers: { cookie, 'content-type': 'application/json' } },
      'GET /clinician/clinic': { path: '/clinician/clinic?of=others', ...byDesk('figures of the instruments', { shows: 'alpha', ...nobody }) },
      'GET /clinician/answers.csv': { path: `/clinician/answers.csv?client=${client}`, ...byDesk('answers.csv') },
      'GET /clinician/records.ndjson': { path: '/clinician/records.ndjson', ...byDesk('records.ndjson') },
      'GET /clinician/journal.ndjson': { path: '/clinician/journal.ndjson', ...byDesk('journal.ndjson') },
      'GET /clinician/sending': { path: '/clinician/sending', ...desk },
      'POST /clinician/sending/again': { path: '/clinician/sending/again', ...posted({}, desk) },
      'GET /clinician/privacy': { path: '/clinician/privacy', ...desk },
      'GET /clinician/try-a-form': { path: '/clinician/try-a-form', ...desk },
      'POST /clinician/try-a-form': { path: '/clinician/try-a-form', ...posted({ questionnaire: '{}' }, desk) },
      'GET /fhir/metadata': { path: '/fhir/metadata' },
      'GET /fhir/Patient/:id': { path: `/fhir/${await patientOf(host, client)}`, ...program },
      'GET /fhir/Questionnaire': { path: '/fhir/Questionnaire', ...program },
      'POST /fhir/Questionnaire/_search': { path: '/fhir/Questionnaire/_search', ...posted({ _count: '5' }, program) },
      'GET /fhir/Questionnaire/:id': { path: '/fhir/Questionnaire/none', ...program },
      'GET /fhir/QuestionnaireResponse': { path: `/fhir/QuestionnaireResponse?identifier=${record.id}`, ...byProgram('search of QuestionnaireResponse by FHIR') },
      'POST /fhir/QuestionnaireResponse/_search': { path: '/fhir/QuestionnaireResponse/_search', ...search, ...reads('program', 'search of QuestionnaireResponse by FHIR') },
      'GET /fhir/QuestionnaireResponse/:id': { path: `/fhir/QuestionnaireResponse/${row!.id}`, headers: { authorization: `Bearer ${me}` }, ...reads('client', 'QuestionnaireResponse by FHIR') },
      'POST /fhir/QuestionnaireResponse': { path: '/fhir/QuestionnaireResponse', ...fhir(response), ...stored },
      'GET /fhir/Observation': { path: `/fhir/Observation?identifier=${record.id}`, ...desk, ...reads('desk', 'search of Observation by FHIR', { shows: 'valueQuantity' }) },
      'POST /fhir/Observation/_search': { path: '/fhir/Observation/_search', ...search, ...reads('program', 'search of Observation by FHIR', { shows: 'valueQuantity' }) },
      'GET /fhir/Observation/:id': { path: `/fhir/Observation/${row!.id}`, ...byProgram('Observation by FHIR', { shows: 'valueQuantity' }) },
      'POST /fhir/Observation': { path: '/fhir/Observation', ...fhir(observation), ...reads('program', 'what was stored by FHIR', { shows: 'valueQuantity' }) },
      'POST /fhir': { path: '/fhir', ...fhir({ resourceType: 'Bundle', type: 'transaction', entry }, { prefer: 'return=representation' }), ...stored },
    };
  });

  const ask = async ({ path, method = 'GET', headers = {}, body }: Omit<Example, 'reads'>): Promise<{ status: number; text: string }> => {
    const answer = await fetch(`${host.address}${path}`, { method, headers, ...(body !== undefined && { body }), redirect: 'manual' });
    return { status: answer.status, text: await answer.text() };
  };
  const last = async (): Promise<string> => (await host.database.query<{ last: string }>('select coalesce(max(number), 0)::text as last from readings'))[0]!.last;
  const since = (number: string) =>
    host.database.query<{ reader: string; reader_id: string; what: string; whose: string[] }>('select reader, reader_id, what, whose from readings where number > $1', [number]);

  test('there is an example of every route, so that none is forgotten', () => {
    const routes = host.routes.filter((route) => !route.startsWith('HEAD '));
    assert.deepEqual(Object.keys(examples).sort(), [...new Set(routes)].sort());
  });

  test('each route that answers with somebody’s answers notes who reads what of whom, and no token', async () => {
    for (const [route, example] of Object.entries(examples)) {
      const before = await last();
      const { status, text } = await ask(example);
      assert.ok(status < 500, `${route} answered ${status}`);
      const noted = await since(before);
      if (!example.reads) {
        assert.doesNotMatch(text, new RegExp(marker), route);
        assert.deepEqual(noted, [], route);
        continue;
      }
      const { shows, who, what, isAbout } = example.reads;
      assert.match(text, new RegExp(shows), route);
      assert.deepEqual(noted.map((row) => [row.reader, row.what]), [[who, what]], route);
      assert.ok(isAbout === 'client' ? noted[0]!.whose.includes(client) : !noted[0]!.whose.length, route);
      assert.match(noted[0]!.reader_id, /^[\da-f]{12}$/);
      for (const secret of secrets) assert.ok(!secret.includes(noted[0]!.reader_id), route);
    }
  });

  test('if that cannot be noted, nobody gets an answer', async () => {
    const lines = host.log.length;
    await host.database.query('alter table readings rename to readings_elsewhere');
    try {
      for (const [route, example] of Object.entries(examples)) {
        if (!example.reads) continue;
        const { status, text } = await ask(example);
        assert.equal(status, 500, route);
        assert.doesNotMatch(text, new RegExp(`${marker}|${example.reads.shows}`), route);
      }
    } finally {
      await host.database.query('alter table readings_elsewhere rename to readings');
      // These failures were meant.
      host.log.length = lines;
    }
  });

  test('two readers have two ids, and one reader has one', async () => {
    const before = await last();
    const cookies = [await signIn(host), await signIn(host)];
    for (const cookie of [cookies[0]!, cookies[1]!, cookies[0]!]) await ask({ path: `/clinician/clients/${client}`, headers: { cookie } });
    const [one, other, again] = (await since(before)).map(({ reader_id }) => reader_id);
    assert.notEqual(one, other);
    assert.equal(one, again);
  });

  test('a clinician sees who read a client’s answers, the latest first, also after the client was erased', async () => {
    const cookie = await signIn(host);
    const page = async (query: string): Promise<string> => (await ask({ path: `/clinician/privacy${query}`, headers: { cookie } })).text;
    await ask({ path: `/clinician/clients/${client}`, headers: { cookie } });
    const rowsOf = (text: string): string[] => [...text.matchAll(/<td data-label="What">([^<]+)</g)].map(([, what]) => what!);
    const own = await page(`?client=${client}`);
    assert.match(own, /Who read answers of Read Ronja/);
    assert.equal(rowsOf(own)[0], 'course');
    assert.ok(rowsOf(own).includes('own milestones'));
    assert.ok(!rowsOf(own).includes('intake form'));
    await host.database.query(`insert into readings (reader, reader_id, what, whose) select 'desk', 'abcdefabcdef', 'course', array[$1] from generate_series(1, 60)`, [client]);
    const all = await page('');
    assert.match(all, /A clinician, visit [\da-f]{12}/);
    const [, earlier = ''] = /href="\/clinician\/privacy(\?before=\d+)">Earlier/.exec(all) ?? [];
    assert.ok(earlier, 'there are more than fit on a page');
    assert.ok(rowsOf(await page(earlier)).length > 0);
    const erased = 'a-client-who-is-gone';
    await host.database.query(`insert into readings (reader, reader_id, what, whose) values ('desk', 'abcdefabcdef', 'course', array['${erased}'])`);
    assert.match(await page(''), /<td data-label="Whose">A client who was erased<\/td>/);
    assert.match(await page(`?client=${erased}`), /Who read answers of a client who was erased/);
    assert.equal((await ask({ path: '/clinician/privacy?client=%00&before=x', headers: { cookie } })).status, 200);
  });
}
