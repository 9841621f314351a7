import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readResponse, score, type Response as Filled } from 'attune-elements/core';
import { progressJournal } from 'attune-elements/instruments';
import { listSharedEntries } from '../../demo/journal.ts';
import { instrumentOf } from '../../demo/read-record.ts';
import { madeUpPeople, seed } from '../../demo/seed/seed.ts';
import { plain, pulse } from './fill-in.ts';
import { type Host, openHost } from './open-host.ts';
import { readCsv } from './read-csv.ts';
import { signIn } from './sign-in.ts';

describe('the clinic after the first npm start', () => {
  let host: Host;
  let cookie = '';

  before(async () => {
    host = await openHost();
    assert.equal(await seed(host.database), true);
    cookie = await signIn(host);
  });
  after(() => host.close());

  const read = async (path: string): Promise<string> => {
    const answer = await fetch(`${host.address}${path}`, { headers: { cookie } });
    assert.equal(answer.status, 200, path);
    return answer.text();
  };
  const count = async (sql: string): Promise<number> =>
    (await host.database.query<{ count: number }>(`select count(*)::int as count ${sql}`))[0]?.count ?? -1;

  interface Row {
    client: string;
    session: string | null;
    author: string;
    body: Filled;
    score: ReturnType<typeof score>;
  }
  const allRecords = () =>
    host.database.query<Row>('select client_id as client, session_id as session, author, body, score from records');

  test('it has 40 clients and 600 sessions, every client marked as made up', async () => {
    const { clients, sessions } = await host.rows();
    assert.deepEqual({ clients, sessions }, { clients: 40, sessions: 600 });
    assert.equal(await count('from clients where made_up'), 40);
    assert.equal(await count('from clients where not exists (select 1 from sessions where client_id = clients.id)'), 1);
    assert.equal(
      await count('from (select 1 from sessions group by client_id having count(*) = 1) as one'),
      1,
    );
  });

  test('the people are the same every time, and seeding twice adds none', async () => {
    assert.deepEqual(madeUpPeople(), madeUpPeople());
    assert.equal(await seed(host.database), false);
    assert.equal((await host.rows()).clients, 40);
  });

  test('every record passes the checks and has the score of its answers', async () => {
    const records = await allRecords();
    assert.ok(records.length > 1000);
    for (const { client, session, author, body, score: kept } of records) {
      const instrument = instrumentOf(body);
      const read = readResponse(instrument, body);
      assert.ok(read.ok, `${body.id}: ${JSON.stringify(read)}`);
      assert.deepEqual(kept, plain(score(instrument, read.response)));
      assert.deepEqual([body.subject, body.encounter ?? null, body.author], [client, session, author]);
      assert.equal(body.disclosure, 'Made up.');
    }
  });

  test('it holds every kind of data that a clinic has', async () => {
    const records = await allRecords();
    const forms = new Set(records.map(({ body }) => [body.instrument.id, ...Object.values(body.instrument.options)].join(' ')));
    for (const form of [
      'trust-12 intake positive',
      'trust-12 session mixed',
      'trust-12 session positive',
      'trust-pulse',
      'empathy-checklist client',
      'empathy-checklist therapist',
      'empathy-checklist observer',
      'openness-check',
      'benefits-check',
      'rapport-check in-person',
      'rapport-check video',
      'environment-check in-person',
      'environment-check phone',
      'progress-check-in',
      'mistrust-observation',
    ]) {
      assert.ok(forms.has(form), form);
    }
    assert.ok([...forms].some((form) => form.startsWith('boundary-clarity') && form.endsWith('yes')));
    assert.deepEqual(
      new Set(records.map(({ score }) => score.status)),
      new Set(['complete', 'prorated', 'insufficient', 'unscored']),
    );
    const states = new Set(records.flatMap(({ body }) => body.answers.map(({ state }) => state)));
    assert.deepEqual(states, new Set(['answered', 'unknown', 'not-applicable']));
    assert.ok((await count('from record_standing where superseded_by is not null')) > 0);
    assert.ok((await count('from milestones where shared')) > 5);
    assert.ok((await count('from milestones where not shared')) > 5);
    const entries = await listSharedEntries(host.database);
    assert.ok(new Set(entries.map(({ client }) => client)).size > 5, 'some share of their journals');
    assert.ok(new Set(entries.map(({ client }) => client)).size < 25, 'and many do not');
    assert.ok(entries.some(({ stands }) => !stands));
    assert.ok(entries.some(({ prompt }) => !prompt));
    assert.ok((await count("from records where author <> 'client'")) > 100);
  });

  test('their shared entries answer the journal’s own prompts, and are from the past', async () => {
    const prompts = new Set(progressJournal.items.map(({ text }) => text));
    for (const { prompt, date, sharedAt, text } of await listSharedEntries(host.database)) {
      assert.ok(prompt === null || prompts.has(prompt), prompt ?? '');
      assert.ok(text.trim());
      assert.ok(sharedAt.toISOString().slice(0, 10) === date && sharedAt < new Date(), date);
    }
  });

  test('every page for clinicians says that it is made up, and shows no invalid figure', async () => {
    const list = (await read('/clinician')) + (await read('/clinician?page=2'));
    assert.equal(list.match(/class="made-up">made up</g)?.length, 40);
    const clients = new Set(list.match(/\/clinician\/clients\/\w+/g));
    assert.equal(clients.size, 40);
    let [marked, pairs, observed, goals, journals] = [0, 0, 0, 0, 0];
    for (const path of ['/clinician/clinic', ...clients]) {
      const page = await read(path);
      assert.match(page, /<p class="all-made-up"><strong>Made up\.<\/strong>/, path);
      assert.doesNotMatch(page, /\bNaN\b|undefined|\[object|Infinity|>null</, path);
      if (page.includes('class="talk"')) marked++;
      if (page.includes('<attune-perspective-gap')) pairs++;
      if (page.includes('id="seen"')) observed++;
      if (page.includes('id="goals"')) goals++;
      if (/id="journal"><summary>.*<\/summary>\n<p class="muted"><span class="made-up">made up</.test(page)) journals++;
    }
    for (const number of [marked, pairs, observed, goals]) assert.ok(number >= 10, `${[marked, pairs, observed, goals]}`);
    assert.equal(journals, await count('from (select distinct client_id from shared_entries) as writers'));
    const sessions = await host.database.query<{ id: string }>('select id from sessions order by id limit 25');
    for (const { id } of sessions) assert.match(await read(`/clinician/sessions/${id}`), /class="made-up"/);
  });

  test('every client’s own page says so too', async () => {
    const [some] = await host.database.query<{ client: string; session: string }>(
      'select client_id as client, id as session from sessions order by id limit 1',
    );
    assert.ok(some);
    for (const page of ['session', 'me'] as const) {
      assert.match(await read(`/${page}/${host.token(page, some)}`), /<strong>Made up\.<\/strong>/);
    }
  });

  test('every row of every export says so', async () => {
    const rows = readCsv(await read('/clinician/answers.csv'));
    assert.ok(rows.length > 10_000);
    assert.ok(rows.every(({ made_up }) => made_up === 'yes'));
    for (const path of ['/clinician/records.ndjson', '/clinician/journal.ndjson']) {
      const lines = (await read(path)).trimEnd().split('\n');
      assert.ok(lines.every((line) => (JSON.parse(line) as { madeUp: boolean }).madeUp), path);
    }
  });

  test('the front page links to the pulse while someone is due for it, and says how long each form takes', async () => {
    const door = async (): Promise<{ link: string; words: string }> => {
      const [, link = '', words = ''] = /href="(\/session\/[^"]+)">.*?<\/span><span>([^.]+)\./.exec(await read('/')) ?? [];
      return { link, words };
    };
    let sent = 0;
    for (let now = await door(); now.words.startsWith('One minute'); now = await door()) {
      assert.match(await read(now.link), /<attune-trust-questionnaire variant="session" length="pulse"/);
      const answer = await fetch(`${host.address}/api/responses`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${now.link.split('/').at(-1)}` },
        body: JSON.stringify(pulse()),
      });
      assert.equal(answer.status, 201, 'the link is of someone who has not sent the form');
      assert.ok(++sent < 40);
    }
    assert.ok(sent > 1, `${sent}`);
    const { link, words } = await door();
    assert.equal(words, 'Three minutes, or a little more if you like');
    assert.match(await read(link), /<attune-trust-questionnaire variant="session" (?!length)/);
  });
});
