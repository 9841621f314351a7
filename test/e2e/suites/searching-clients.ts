import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../../../demo/new-id.ts';
import { keepRecord } from '../../../demo/records.ts';
import { fillIn, type Given, pulse } from '../fill-in.ts';
import type { Host } from '../open-host.ts';
import { signIn } from '../sign-in.ts';

/** Clients of these tests have names that begin with this, so that other suites do not disturb the searches. */
const mark = 'Zq';

export function searchingClients(host: Host): void {
  const get = async (path: string): Promise<string> => {
    const answer = await fetch(`${host.address}${path}`, { headers: { cookie: await signIn(host) } });
    assert.equal(answer.status, 200, path);
    return answer.text();
  };
  const wordsOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  /** The names that a search finds, without their mark. */
  const found = async (query: Record<string, string>): Promise<string[]> => {
    const page = await get(`/clinician?${new URLSearchParams({ name: mark, ...query })}`);
    return [...page.matchAll(new RegExp(`/clinician/clients/[^"]+">${mark}([^<]*)</a>`, 'g'))].map(([, name = '']) => name);
  };
  const dayBefore = (days: number): string => new Date(Date.now() - days * 24 * 3600 * 1000).toISOString().slice(0, 10);

  /** A client whose last session was so many days ago, after others that were earlier. */
  const client = async (name: string, { ago, before = 0 }: { ago?: number; before?: number } = {}) => {
    const id = newId();
    await host.database.query('insert into clients (id, called) values ($1, $2)', [id, `${mark}${name}`]);
    const days = ago === undefined ? [] : Array.from({ length: before + 1 }, (_, place) => ago + 7 * (before - place));
    const sessions: string[] = [];
    for (const each of days) {
      const session = newId();
      sessions.push(session);
      await host.database.query(
        `insert into sessions (id, client_id, held_on, therapist, mode) values ($1, $2, $3, 'Ida Lindqvist', 'video')`,
        [session, id, dayBefore(each)],
      );
    }
    const send = (place: number, record: object) => {
      const moment = `${dayBefore(days[place] ?? 0)}T06:00:00Z`;
      return keepRecord(host.database, { client: id, session: sessions.at(place)! }, { ...record, startedAt: moment, completedAt: moment });
    };
    return { id, send };
  };
  const trust = (code: string, more: Given = {}) => pulse({ t01: [code], t02: [code], t03: [code], t07: ['agree'], ...more });

  test('a name is found by any part of it, without capitals and accents', async () => {
    await client('Åsa Öberg', { ago: 100 });
    for (const part of ['ÅSA', 'asa', 'Asa o', 'oberg']) {
      const page = await get(`/clinician?${new URLSearchParams({ name: part })}`);
      assert.match(page, />ZqÅsa Öberg<\/a>/, part);
      assert.match(page, new RegExp(`name="name" value="${part}"`));
    }
    assert.deepEqual(await found({ name: 'zqasa x' }), []);
  });

  test('clients are found by when their last session was, and stay in the order of it', async () => {
    await client('Six', { ago: 6 });
    await client('Thirty', { ago: 30 });
    await client('Sixty', { ago: 60 });
    await client('Never');
    const names = async (last: string) => (await found({ last })).filter((name) => ['Six', 'Thirty', 'Sixty', 'Never'].includes(name));
    assert.deepEqual(await names('week'), ['Six']);
    assert.deepEqual(await names('month'), ['Six', 'Thirty']);
    assert.deepEqual(await names('longer'), ['Sixty']);
    assert.deepEqual(await names('none'), ['Never']);
    assert.deepEqual(await names('no such choice'), ['Six', 'Thirty', 'Sixty', 'Never']);
  });

  test('worth a conversation: each reason is in words, and only the answers of the last session count', async () => {
    const asks = await client('Asks', { ago: 3 });
    await asks.send(0, fillIn('boundary-clarity', { topics: 'cost' }, { 'q-cost': ['What if I am ill?'] }));
    const help = await client('Helps', { ago: 3 });
    await help.send(0, trust('agree', { 't-help': ['Say less.'] }));
    const no = await client('No', { ago: 3 });
    await no.send(0, fillIn('environment-check', { mode: 'video' }, { n3: ['no'], n4: ['no'] }));
    const safety = await client('Safety', { ago: 3 });
    await safety.send(0, trust('agree', { t07: ['disagree'] }));
    const lower = await client('Lower', { ago: 3, before: 5 });
    for (const [place, code] of ['agree', 'totally-agree', 'agree', 'totally-agree', 'agree', 'disagree'].entries()) {
      await lower.send(place, trust(code));
    }
    const earlier = await client('Earlier', { ago: 3, before: 1 });
    await earlier.send(0, fillIn('boundary-clarity', { topics: 'cost' }, { 'q-cost': ['Long answered?'] }));
    const fine = await client('Fine', { ago: 3 });
    await fine.send(0, trust('agree'));
    assert.deepEqual(new Set(await found({ talk: 'yes' })), new Set(['Asks', 'Helps', 'No', 'Safety', 'Lower']));
    const words = wordsOf(await get(`/clinician?${new URLSearchParams({ name: mark, talk: 'yes' })}`));
    assert.match(words, /They want to ask: “What if I am ill\?”/);
    assert.match(words, /They wrote what would help: “Say less\.”/);
    assert.match(words, /They said no to: “I had a private place for the call\.” (?!and)/);
    assert.match(words, /An answer that leans away from safety: “I could say what was on my mind without fear\.” Disagree/);
    assert.match(words, /Lower than before: 37\.5 of 100 in the pulse; 8\d\.\d on average in their 5 earlier ones/);
    const course = wordsOf(await get(`/clinician/clients/${lower.id}`));
    assert.match(course, /Worth a conversation Lower than before: 37\.5 of 100 in the pulse/);
    assert.match(wordsOf(await get(`/clinician/clients/${fine.id}`)), /Worth a conversation Nothing noted since/);
  });

  test('unread is what came since somebody marked it as read, and no page marks it by itself', async () => {
    const own = await client('Unread', { ago: 3 });
    const isUnread = async (): Promise<boolean> => (await found({ unread: 'yes' })).includes('Unread');
    const act = async (pattern: RegExp): Promise<void> => {
      const cookie = await signIn(host);
      const page = await get(`/clinician/clients/${own.id}`);
      const [, upTo = 'none'] = pattern.exec(page) ?? [];
      const answer = await fetch(`${host.address}/clinician/clients/${own.id}/read`, {
        method: 'POST', headers: { cookie }, redirect: 'manual', body: new URLSearchParams({ upTo }),
      });
      assert.equal(answer.status, 303);
    };
    assert.equal(await isUnread(), false);
    await own.send(0, trust('agree'));
    const { send } = own;
    assert.equal(await isUnread(), true);
    assert.match(wordsOf(await get(`/clinician/clients/${own.id}`)), /Unread 1 form Mark as read/);
    assert.equal(await isUnread(), true, 'opening it marks nothing');
    const page = await get(`/clinician/clients/${own.id}`);
    await act(/name="upTo" value="([^"]+)"/);
    assert.equal(await isUnread(), false);
    await send(0, fillIn('environment-check', { mode: 'video' }, { n3: ['yes'] }));
    assert.equal(await isUnread(), true);
    // A page that was opened before the last form came marks only what it shows.
    const [, shown = ''] = /name="upTo" value="([^"]+)"/.exec(page) ?? [];
    await fetch(`${host.address}/clinician/clients/${own.id}/read`, {
      method: 'POST', headers: { cookie: await signIn(host) }, redirect: 'manual', body: new URLSearchParams({ upTo: shown }),
    });
    assert.equal(await isUnread(), true);
  });

  test('a mark can be taken back, what is no moment is refused, and nobody else can mark', async () => {
    const own = await client('Undo', { ago: 3 });
    await own.send(0, trust('agree'));
    const mark = async (entries: Record<string, string>, cookie: string): Promise<Response> =>
      fetch(`${host.address}/clinician/clients/${own.id}/read`, { method: 'POST', headers: { cookie }, redirect: 'manual', body: new URLSearchParams(entries) });
    const cookie = await signIn(host);
    const [, upTo = ''] = /name="upTo" value="([^"]+)"/.exec(await get(`/clinician/clients/${own.id}`)) ?? [];
    assert.equal((await mark({ upTo }, '')).headers.get('location'), '/clinician');
    assert.ok((await found({ unread: 'yes' })).includes('Undo'));
    const done = await mark({ upTo }, cookie);
    const page = await get(done.headers.get('location') ?? '');
    assert.match(wordsOf(page), /Marked as read\. Undo/);
    const [, before = 'none'] = /name="upTo" value="([^"]*)"/.exec(page) ?? [];
    await mark({ upTo: before, undo: 'yes' }, cookie);
    assert.ok((await found({ unread: 'yes' })).includes('Undo'));
    for (const wrong of ['now', '-1', '1.5', "'; drop table clients", '9'.repeat(17)]) assert.equal((await mark({ upTo: wrong }, cookie)).status, 422, wrong);
  });

  test('what the therapist notes, what was replaced, and what is not shared is not unread', async () => {
    const own = await client('Quiet', { ago: 3 });
    const session = (await host.database.query<{ id: string }>('select id from sessions where client_id = $1', [own.id]))[0]!.id;
    await keepRecord(host.database, { client: own.id, session, from: 'desk' }, fillIn('empathy-checklist', { perspective: 'therapist' }, { e11: ['yes'] }));
    await host.database.query(`insert into milestones (client_id, id, milestone, marked_on) values ($1, 'm', 'custom', '2026-01-01')`, [own.id]);
    assert.ok(!(await found({ unread: 'yes' })).includes('Quiet'));
    await host.database.query("update milestones set shared = true where client_id = $1", [own.id]);
    assert.ok((await found({ unread: 'yes' })).includes('Quiet'));
  });

  test('a long list has pages, which keep the search; a page that is not there is the last one', async () => {
    for (let number = 10; number < 35; number++) await client(`Many${number}`, { ago: number });
    const query = { name: `${mark}many`, last: 'month' };
    const first = await found(query);
    assert.equal(first.length, 20);
    const page = await get(`/clinician?${new URLSearchParams(query)}`);
    assert.match(wordsOf(page), /22 clients of \d+, page 1 of 2/);
    const [, next = ''] = /rel="next" href="([^"]+)"/.exec(page) ?? [];
    const second = await get(next.replaceAll('&amp;', '&'));
    assert.match(second, /rel="prev"/);
    assert.equal(second.match(/>ZqMany\d+</g)?.length, 2);
    assert.deepEqual((await found({ ...query, page: '99' })).length, 2);
    for (const wrong of ['0', '-1', '1.5', 'x', '99999999999999999999']) assert.equal((await found({ ...query, page: wrong })).length, 20, wrong);
  });

  test('a search that finds nobody says what to do, and shows what was typed as text', async () => {
    const empty = async (query: string): Promise<string> => wordsOf(await get(`/clinician?${query}`));
    assert.match(await empty('name=nobody-like-this'), /Nobody fits\. Try fewer letters: a part of the name is enough\. Or show all \d+/);
    assert.match(await empty('name=nobody-like-this&talk=yes&last=week'), /Try the name alone, without the last session and “worth a conversation”/);
    const page = await get(`/clinician?${new URLSearchParams({ name: '"><img src=x>' })}`);
    assert.match(page, /value="&quot;&gt;&lt;img src=x&gt;"/);
    assert.equal((await get('/clinician?name=a&name=b&talk[]=1')).includes('Nobody fits'), false);
  });
}
