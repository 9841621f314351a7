import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../../../demo/new-id.ts';
import { keepRecord } from '../../../demo/records.ts';
import { fillIn, type Given, pulse } from '../fill-in.ts';
import { signIn } from '../sign-in.ts';
import type { Host } from '../open-host.ts';

export function courseOfAClient(host: Host): void {
  const page = async (path: string): Promise<string> =>
    (await fetch(`${host.address}${path}`, { headers: { cookie: await signIn(host) } })).text();
  const wordsOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

  /** A client with one session a week, from 1 September 2020 on. */
  const course = async (count: number): Promise<{ client: string; sessions: string[] }> => {
    const client = newId();
    await host.database.query('insert into clients (id, called) values ($1, $2)', [client, 'Sol']);
    const sessions = Array.from({ length: count }, newId);
    for (const [place, session] of sessions.entries()) {
      await host.database.query(
        `insert into sessions (id, client_id, held_on, therapist, mode) values ($1, $2, $3, 'Ida Lindqvist', 'video')`,
        [session, client, dayOf(place)],
      );
    }
    return { client, sessions };
  };
  const dayOf = (place: number): string => new Date(Date.UTC(2020, 8, 1 + 7 * place)).toISOString().slice(0, 10);
  let minute = 10;
  const at = <T extends object>(place: number, record: T): T => {
    const moment = `${dayOf(place)}T17:${minute++}:00+02:00`;
    return { ...record, startedAt: moment, completedAt: moment };
  };
  const trustOf = (all: string, more: Given = {}) =>
    pulse({ t01: [all], t02: [all], t03: [all], t07: [all], ...more });
  const dataOf = (html: string, element: string): unknown[] =>
    [...html.matchAll(new RegExp(`<${element}[^>]*><script type="application/json">(.*?)</script>`, 'gs'))].map(([, json = '']) =>
      JSON.parse(json),
    );

  test('the trend gets the client’s scores by form, the forms that were not sent, and the shared milestones', async () => {
    const { client, sessions } = await course(3);
    await keepRecord(host.database, { client }, at(0, fillIn('trust-12', { variant: 'intake' }, { t01: ['agree'] })));
    const first = at(0, trustOf('agree'));
    await keepRecord(host.database, { client, session: sessions[0]! }, first);
    await keepRecord(host.database, { client, session: sessions[0]! }, at(0, { ...trustOf('disagree'), replaces: first.id }));
    await keepRecord(host.database, { client, session: sessions[1]! }, at(1, trustOf('agree', { t01: [] })));
    for (const [id, text, action] of [['a', 'Swam </script>', 'share'], ['b', 'Slept', '']] as const) {
      await host.database.query(
        `insert into milestones (client_id, id, milestone, marked_on, words, shared) values ($1, $2, 'custom', '2020-09-10', $3, $4)`,
        [client, id, text, action === 'share'],
      );
    }
    const [data] = dataOf(await page(`/clinician/clients/${client}`), 'attune-trust-trend[^>]*audience="clinician"') as [
      {
        records: { score?: { total: object; provenance: { instrument: string } }; encounter?: string }[];
        milestones: unknown;
      },
    ];
    assert.deepEqual(data.milestones, [{ date: '2020-09-10', title: 'Swam </script>' }]);
    assert.deepEqual(
      data.records.flatMap(({ score, encounter }) =>
        score ? [[score.provenance.instrument, 'pomp' in score.total && score.total.pomp, encounter]] : [],
      ),
      [
        ['trust-12', false, undefined],
        ['trust-pulse', 25, sessions[0]],
        ['trust-pulse', false, sessions[1]],
      ],
    );
    // After the third session the full form was due.
    const full = { id: 'trust-12', version: '1.0.0', options: { variant: 'session', keying: 'mixed' } };
    assert.deepEqual(data.records.filter(({ score }) => !score), [{ instrument: full, date: dayOf(2) }]);
  });

  test('only a score that is unusual compared with the person’s own earlier ones is worth a conversation', async () => {
    const { client, sessions } = await course(7);
    const levels = ['agree', 'totally-agree', 'agree', 'totally-agree', 'agree', 'disagree', 'agree'];
    for (const [place, level] of levels.entries()) {
      await keepRecord(host.database, { client, session: sessions[place]! }, at(place, trustOf(level)));
    }
    const html = await page(`/clinician/clients/${client}`);
    const rows = html.match(/<tr>\s*<th scope="row"><a href="\/clinician\/sessions.*?<\/tr>/gs) ?? [];
    const marked = rows.filter((row) => row.includes('Worth a conversation')).map((row) => /Session (\d+)/.exec(row)?.[1]);
    assert.deepEqual(marked, ['6']);
  });

  test('each session shows what was sent and what is missing', async () => {
    const { client, sessions } = await course(3);
    await keepRecord(host.database, { client, session: sessions[0]! }, at(0, trustOf('agree', { t01: [], t02: 'unknown', t03: 'declined' })));
    await keepRecord(host.database, { client, session: sessions[1]! }, at(1, fillIn('empathy-checklist', {}, { e11: ['yes'] })));
    await keepRecord(host.database, { client, session: sessions[1]! }, at(1, fillIn('progress-check-in', {}, { p1: ['To swim.'], p2: [4] })));
    const words = wordsOf(await page(`/clinician/clients/${client}`));
    assert.match(words, /Session 3 15 Sept 2020 , by video not sent nothing Not sent: the full trust form Offered: the checklist, the card/);
    assert.match(
      words,
      /Session 2 8 Sept 2020 , by video not sent checklist of the client; check-in, 4 of 10 Not sent: the pulse Offered: the card Too few answers for a score: the checklist Lines: 13 left blank The therapist’s checklist/,
    );
    assert.match(
      words,
      /Session 1 1 Sept 2020 , by video pulse, no score nothing Offered: the checklist, the card, the setting Too few answers for a score: the pulse Lines: 1 left blank, 1 “can’t say”, 1 skipped/,
    );
  });

  test('the latest record of each perspective on a session is shown side by side; one perspective alone is no pair', async () => {
    const { client, sessions } = await course(2);
    const see = (perspective: string, answer: string) => fillIn('empathy-checklist', { perspective }, { e11: [answer] });
    const own = see('client', 'no');
    const first = see('therapist', 'yes');
    const second = { ...see('therapist', 'partly'), replaces: first.id };
    const watched = see('observer', 'yes');
    const pass = { client, session: sessions[1]! };
    await keepRecord(host.database, pass, at(1, own));
    for (const note of [first, second, watched]) {
      await keepRecord(host.database, { ...pass, from: 'desk' }, at(1, note));
    }
    await keepRecord(host.database, { client, session: sessions[0]! }, at(0, see('client', 'yes')));
    const html = await page(`/clinician/clients/${client}`);
    const pairs = dataOf(html, 'attune-perspective-gap') as { id: string }[][];
    assert.deepEqual(pairs.map((pair) => pair.map(({ id }) => id)), [[own.id, second.id, watched.id]]);
    assert.match(wordsOf(html), /Session 2, Tuesday 8 September client, therapist, observer: 1 of 12 lines apart/);
    assert.equal(dataOf(await page(`/clinician/sessions/${sessions[1]}`), 'attune-perspective-gap').length, 1);
    assert.equal(dataOf(await page(`/clinician/sessions/${sessions[0]}`), 'attune-perspective-gap').length, 0);
  });

  test('check-ins are shown as a line for each goal, with gaps, and what was said last', async () => {
    const { client, sessions } = await course(4);
    const checkIns: Given[] = [
      { p1: ['To swim.'], p2: [0] },
      { p1: ['to  swim.'] },
      { p1: ['To swim.'], p2: [3] },
      { p1: ['To dive.'], p2: [1], p4: ['The cold.'], p7: ['2026-12-01'] },
    ];
    for (const [place, given] of checkIns.entries()) {
      await keepRecord(host.database, { client, session: sessions[place]! }, at(place, fillIn('progress-check-in', {}, given)));
    }
    const words = wordsOf(await page(`/clinician/clients/${client}`));
    assert.match(words, /To dive\. 1 22 Sept 2020 To swim\. 0, no answer, 3 1 Sept 2020 to 15 Sept 2020/);
    assert.match(words, /On 22 Sept 2020 they also said What got in the way\? The cold\. When shall we look at this again\? 1 Dec 2026/);
  });

  test('the latest session with a record is shown in full, and the others are linked', async () => {
    const { client, sessions } = await course(3);
    for (const place of [0, 1]) {
      const words = { 't-help': [`Words ${place}.`] };
      await keepRecord(host.database, { client, session: sessions[place]! }, at(place, trustOf('agree', words)));
    }
    const html = await page(`/clinician/clients/${client}`);
    assert.match(html, /Words 1\./);
    assert.doesNotMatch(html, /Words 0\./);
    const session = await page(`/clinician/sessions/${sessions[0]}`);
    assert.match(session, /Words 0\./);
    assert.match(session, new RegExp(`rel="next" href="/clinician/sessions/${sessions[1]}"`));
    assert.doesNotMatch(session, /rel="prev"/);
  });

  test('the page after a session offers what is due: the full form after the third, otherwise the pulse', async () => {
    const { client, sessions } = await course(6);
    const offered = async (place: number): Promise<string[]> => {
      const link = host.token('session', { client, session: sessions[place]! });
      const html = await (await fetch(`${host.address}/session/${link}`)).text();
      return [...html.matchAll(/<attune-(?!session|unsent)([\w-]+)( variant="session")?( length="pulse")?/g)].map(([, tag, , length]) => `${tag}${length ?? ''}`);
    };
    const always = ['empathy-checklist', 'boundary-card'];
    assert.deepEqual(await offered(0), ['trust-questionnaire length="pulse"', ...always, 'environment-check']);
    assert.deepEqual(await offered(2), ['trust-questionnaire', ...always]);
    assert.deepEqual(await offered(5), ['trust-questionnaire length="pulse"', ...always, 'check-in', 'benefits-check']);
  });

  test('the page after a session says what the clinician sees if the person sends nothing', async () => {
    const { client, sessions } = await course(1);
    const before = await host.rows();
    const link = host.token('session', { client, session: sessions[0]! });
    const told = wordsOf(await (await fetch(`${host.address}/session/${link}`)).text());
    assert.match(told, /close this page\. Ida Lindqvist sees which forms have come and which have not, and nothing else of it\./);
    assert.deepEqual(await host.rows(), before);
    assert.match(wordsOf(await page(`/clinician/clients/${client}`)), /Not sent: the pulse Offered: the checklist, the card, the setting/);
  });

  test('the page after a session shows the earlier goals beside the check-in', async () => {
    const { client, sessions } = await course(2);
    const first = at(0, fillIn('progress-check-in', {}, { p1: ['To "swim" <far>.'], p2: [2] }));
    await keepRecord(host.database, { client, session: sessions[0]! }, first);
    const link = host.token('session', { client, session: sessions[1]! });
    const html = await (await fetch(`${host.address}/session/${link}`)).text();
    const [, json = ''] = /<attune-session [^>]*earlier="([^"]*)"/.exec(html) ?? [];
    const signs: Record<string, string> = { quot: '"', lt: '<', gt: '>', amp: '&', '#39': "'" };
    assert.deepEqual(JSON.parse(json.replace(/&([#\w]+);/g, (_, name: string) => signs[name] ?? '')), [JSON.parse(JSON.stringify(first))]);
  });
}
