import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Markup } from '../../../demo/html.ts';
import { languageFacts } from '../../../demo/languages.ts';
import { english } from '../../../demo/words/en/index.ts';
import { wordsIn } from '../../../demo/words/words.ts';
import { fillIn, fillInTranslated, plain, pulse } from '../fill-in.ts';
import { device } from '../intake-device.ts';
import type { Host } from '../open-host.ts';
import { readCsv } from '../read-csv.ts';
import { signIn } from '../sign-in.ts';

const other = ['de', 'ar'] as const;

/** All texts of a catalogue that have no placeholder, by their place. */
function textsOf(part: unknown, place = ''): Map<string, string> {
  if (typeof part === 'string') return new Map([[place, part]]);
  if (part instanceof Markup) return new Map([[place, part.text]]);
  if (typeof part !== 'object' || !part) return new Map();
  return new Map(Object.entries(part).flatMap(([name, inside]) => [...textsOf(inside, `${place}.${name}`)]));
}

export function languagesOfTheClinic(host: Host): void {
  const german = (given = {}) => fillInTranslated('de', { id: 'trust-12', options: { variant: 'intake' } }, { t01: ['agree'], t02: 'unknown', ...given });
  const langOf = (page: string): string => /<html lang="([^"]+)" dir="([^"]+)">/.exec(page)?.slice(1).join(' ') ?? '';
  const parts = async (): Promise<unknown> => host.database.query('select count(*)::int as count from intake_parts');
  const atDesk = async (path: string, headers = {}): Promise<string> => {
    const answer = await fetch(`${host.address}${path}`, { headers: { ...headers, cookie: await signIn(host) } });
    assert.equal(answer.status, 200);
    return answer.text();
  };

  test('a choice in the address counts first, then the last choice, then the languages of the browser, then English', async () => {
    const shown = async (path: string, accept = '', own = device(() => host)): Promise<string> =>
      langOf(await (await own.get(path, { 'accept-language': accept })).text());
    for (const [accept, lang] of [
      ['', 'en-GB ltr'],
      ['fr-FR, pl;q=0.5', 'en-GB ltr'],
      ['de-AT', 'de ltr'],
      ['fr, AR-eg;q=0.8, de;q=0.7', 'ar rtl'],
      ['de;q=0, ar;q=0.1', 'ar rtl'],
      ['en;q=0.5, de;q=0.9', 'de ltr'],
      ['*, ;;q=x', 'en-GB ltr'],
    ] as const) {
      assert.equal(await shown('/intake', accept), lang, accept);
    }
    const own = device(() => host);
    const answer = await own.get('/intake?lang=ar', { 'accept-language': 'de' });
    const [cookie] = answer.headers.getSetCookie().filter((set) => set.startsWith('lang='));
    assert.equal(cookie, 'lang=ar; Path=/; HttpOnly; SameSite=Lax');
    assert.equal(langOf(await answer.text()), 'ar rtl');
    assert.equal(await shown('/', 'de', own), 'ar rtl', 'it is remembered on every page');
    assert.equal(await shown('/?lang=en', 'de', own), 'en-GB ltr');
    for (const wrong of ['fr', '', 'constructor', 'de&lang=ar']) {
      const strange = device(() => host);
      assert.equal(await shown(`/?lang=${wrong}`, '', strange), 'en-GB ltr', wrong);
      assert.equal(strange.cookie(), '', wrong);
    }
  });

  test('each page for a person is in their language, names every language in itself, and has no English text left', async () => {
    const pass = await host.newClient('Kim');
    const pages: [path: string, status: number][] = [
      ...['', 'intake', 'intake/name', 'intake/trust', 'intake/together', 'intake/terms', 'intake/trust/erase', 'intake/forget'].map((path): [string, number] => [`/${path}`, 200]),
      ...['forgotten', 'thanks', 'thanks-for-name', 'nothing'].map((page): [string, number] => [`/intake/${page}`, 200]),
      ['/intake?blank=trust', 200],
      [`/session/${host.token('session', pass)}`, 200],
      [`/me/${host.token('me', pass)}`, 200],
      ['/nowhere', 404],
      ['/intake/nothing-like-this', 404],
      [`/me/${host.token('me', pass, new Date(0))}`, 410],
      ['/me/nonsense', 401],
      [`/me/${'x'.repeat(700)}`, 414],
    ];
    for (const language of other) {
      const words = wordsIn(language);
      const own = textsOf(words);
      const foreign = [...textsOf(english)].filter(([place, text]) => text.length > 7 && own.get(place) !== text);
      for (const [path, status] of pages) {
        const answer = await fetch(`${host.address}${path}`, { headers: { 'accept-language': language } });
        const page = await answer.text();
        assert.equal(answer.status, status, path);
        assert.equal(langOf(page), `${words.lang} ${words.dir}`, path);
        assert.deepEqual(foreign.filter(([, text]) => page.includes(`>${text}<`) || page.includes(`"${text}"`) || page.includes(`${text}\n`)), [], path);
        assert.ok(page.includes(words.frame.danger.text), path);
        const menu = /<nav class="languages"[^>]*>([\s\S]*?)<\/nav>/.exec(page)?.[1] ?? '';
        for (const called of ['English', 'Deutsch', 'العربية']) assert.ok(menu.includes(`>${called}<`), path);
        assert.match(menu, /lang="en-GB"/);
        assert.match(menu, new RegExp(`<strong aria-current="true">${languageFacts[language].called}</strong>`));
        const hasDraft = /<attune-(?!session|unsent)/.test(page);
        assert.equal(page.includes('class="draft-note"'), hasDraft, path);
        const widgets = page.match(/<attune-(?!session|unsent)[a-z-]+/g) ?? [];
        assert.equal(page.match(/translations="draft"/g)?.length ?? 0, widgets.length, path);
        for (const kind of ['locales', 'translations']) {
          assert.equal(page.includes(`src="/attune-languages/${kind}/${language}.js" integrity="sha384-`), hasDraft, path);
        }
      }
      const desk = await atDesk('/clinician', { 'accept-language': language });
      assert.equal(langOf(desk), 'en-GB ltr', 'the desk speaks the clinic’s own language');
      assert.ok(desk.includes(english.frame.danger.text));
    }
  });

  test('a saved part and the one that is being filled in survive another language, and changing it stores nothing', async () => {
    const own = device(() => host);
    await own.get('/intake?lang=de');
    assert.match(await own.save('name', { called: 'Åsa' }), /<strong>Gespeichert:<\/strong> Ihr Name\./);
    assert.match(await own.save('trust', { trust: german() }), /beantwortet: 2 von 13/);
    const before = await parts();
    const changed = german({ t01: ['disagree'] });
    const form = await own.form('/intake/trust');
    const answer = await own.post('/intake/trust/language?lang=ar', { form, trust: changed });
    const page = await answer.text();
    assert.equal(answer.status, 200);
    assert.equal(langOf(page), 'ar rtl');
    assert.match(page, /value="\{[^"]*&quot;disagree&quot;/);
    assert.deepEqual(await parts(), before);
    assert.equal((await own.get('/intake/trust/language')).headers.get('location'), '/intake/trust');

    const check = await own.read('/intake/check');
    assert.match(check, /المعالج النفسي سيفعل ما يقول إنه سيفعله\.<\/dt>\s*<dd>أوافق<\/dd>/);
    assert.match(await own.read('/intake/check?lang=en'), /A therapist would do what they say they will do\.<\/dt>\s*<dd>Agree<\/dd>/);
    await own.get('/?lang=de');
    const tooLong = await own.post('/intake/name', { form, called: 'a'.repeat(81) });
    assert.equal(tooLong.status, 422);
    assert.match(await tooLong.text(), /Der Name ist zu lang.*stehen noch unten/);
    const foreign = await own.post('/intake/name/language', { form: 'x', called: 'Evil' });
    assert.equal(foreign.status, 403);
    assert.match(await own.send(), /Vielen Dank\. Es ist angekommen\./);
  });

  test('the desk reads a translated answer in the clinic’s words, beside those that the person saw, with the standing and no score', async () => {
    const own = device(() => host);
    const called = `Wien ${randomUUID()}`;
    const card = fillInTranslated('ar', { id: 'boundary-clarity', options: { topics: 'cost', policy: '2026-11' } }, { b07: ['not-clear'], 'b07-ask': ['ask'], 'q-cost': ['كم؟'] });
    await own.save('name', { called });
    await own.save('trust', { trust: german({ t01: ['totally-disagree'] }) });
    await own.save('terms', { terms: card });
    await own.send();
    const [client] = await host.database.query<{ id: string }>('select id from clients where called = $1', [called]);
    assert.ok(client);
    const page = await atDesk(`/clinician/clients/${client.id}`);
    const inGerman = '<span class="as-seen" lang="de" dir="ltr">';
    const inArabic = '<span class="as-seen" lang="ar" dir="rtl">';
    assert.ok(page.includes(`A therapist would do what they say they will do. ${inGerman}Therapeutinnen und Therapeuten würden tun, was sie ankündigen.</span>`));
    assert.ok(page.includes(`<bdi>Totally disagree</bdi> ${inGerman}Stimme überhaupt nicht zu</span>`));
    assert.ok(page.includes(`<bdi>What will I pay?</bdi> ${inArabic}كم سأدفع؟</span>`), 'a question that the card suggests');
    assert.ok(page.includes('<li><bdi>كم؟</bdi></li>'), 'their own words are there once');
    assert.match(page, /<strong>Asked in German\.<\/strong> The translation is a draft that nobody has reviewed, so there is no score\./);
    assert.match(page, /<strong>Asked in Arabic\.<\/strong>/);
    assert.match(page, /not scored, a draft translation<\/span>, <span class="muted small">full form in German, draft, /);
    assert.match(page, /full form: German, draft, revision 1, not scored/);
    assert.doesNotMatch(page, /attune-trust-trend|of 100/);
    assert.match(await atDesk('/clinician/clinic?of=others'), /trust-12 1\.0\.0, [^<]*German, draft/);

    const rows = readCsv(await atDesk(`/clinician/answers.csv?client=${client.id}`));
    const row = rows.find(({ item }) => item === 't01');
    assert.deepEqual(
      [row?.locale, row?.language, row?.standing, row?.revision, row?.wording, row?.wording_seen, row?.value, row?.words, row?.words_seen],
      ['de', 'de', 'draft', '1', 'A therapist would do what they say they will do.', 'Therapeutinnen und Therapeuten würden tun, was sie ankündigen.', 'totally-disagree', 'Totally disagree', 'Stimme überhaupt nicht zu'],
    );
    const lines = (await atDesk(`/clinician/records.ndjson?client=${client.id}`)).trimEnd().split('\n').map((line) => JSON.parse(line));
    const trust = lines.find(({ response }) => response.instrument.id === 'trust-12');
    assert.deepEqual(trust.response.instrument.translation, { language: 'de', revision: 1, standing: 'draft' });
    assert.equal(trust.score.status, 'unscored');
    assert.deepEqual(trust.score.provenance.translation, trust.response.instrument.translation);
  });

  test('a record in the clinic’s own words has no other wording beside it, and a German page asks last questions in German', async () => {
    const pass = await host.newClient('Kim');
    const post = (body: object) =>
      fetch(`${host.address}/api/responses`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token('session', pass)}` },
        body: JSON.stringify(body),
      });
    assert.equal((await post(pulse())).status, 201);
    assert.equal((await post(fillIn('boundary-clarity', { topics: 'cost' }, { b07: ['not-clear'], 'b07-ask': ['ask'] }))).status, 201);
    const page = await atDesk(`/clinician/sessions/${pass.session}`);
    assert.doesNotMatch(page, /as-seen|class="translation"/);
    const next = { client: pass.client, session: randomUUID() };
    await host.database.query(`insert into sessions (id, client_id, held_on, therapist, mode) values ($1, $2, '2026-11-27', 'Ida Lindqvist', 'video')`, [next.session, next.client]);
    const answer = await fetch(`${host.address}/session/${host.token('session', next)}?lang=de`);
    assert.match(await answer.text(), /last-questions="\[&quot;Wie viel zahle ich\?&quot;\]"/);
  });

  test('a record that claims more for its wording than the clinic does is refused', async () => {
    const own = device(() => host);
    const form = await own.form('/intake/trust');
    const record = plain(german());
    const claimed = (instrument: object): object => ({ ...record, id: randomUUID(), instrument: { ...record.instrument, ...instrument } });
    const used = { language: 'de', revision: 1 };
    for (const claim of [
      { translation: { ...used, standing: 'reviewed' } },
      { translation: { ...used, standing: 'validated', covers: ['bands', 'norms'] } },
      { translation: { ...used, standing: 'draft', review: { people: [{ name: 'Nobody', role: 'reader' }], method: 'none' } } },
      { language: 'fr', translation: { ...used, language: 'fr', standing: 'draft' } },
      { language: 'de', translation: undefined },
    ]) {
      const answer = await own.post('/intake/trust', { form, trust: claimed(claim) });
      assert.equal(answer.status, 422, JSON.stringify(claim));
      assert.match(await answer.text(), /names a wording that the clinic does not have/);
    }
    // A page may have been open while the clinic got another revision. Then the clinic cannot show what the person saw.
    const called = `Late ${randomUUID()}`;
    await own.save('name', { called });
    await own.save('trust', { trust: claimed({ translation: { ...used, revision: 7, standing: 'draft' } }) });
    await own.send();
    const [client] = await host.database.query<{ id: string }>('select id from clients where called = $1', [called]);
    const page = await atDesk(`/clinician/clients/${client?.id}`);
    assert.match(page, /Standing: draft, revision 7\.<\/span> The clinic has other words by now/);
    assert.doesNotMatch(page, /as-seen/);
  });
}
