import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import axe, { type AxeResults } from 'axe-core';
import type { Response } from 'attune-elements/core';
import type { FastifyInstance } from 'fastify';
import type { Browser } from 'puppeteer-core';
import { listSharedEntries } from '../../demo/journal.ts';
import { listMilestones } from '../../demo/milestones.ts';
import { keepRecord } from '../../demo/records.ts';
import { keepMadeUp, madeUpPeople } from '../../demo/seed/seed.ts';
import { engines } from './engines.ts';
import { fillIn, fillInTranslated, pulse } from './fill-in.ts';
import { type Host, openHost } from './open-host.ts';
import { restorableIntake } from './restorable-intake.ts';
import { signIn } from './sign-in.ts';
import { twoCopies } from './two-copies.ts';
import { choose, chosen, isAsked, press, sees, startVisit, type Visit } from './visit.ts';

const trust = 'attune-trust-questionnaire';
const boundary = 'attune-boundary-card';
const empathy = 'attune-empathy-checklist';
const sitting = 'attune-session';

type WithValue = Element & { value: Response };

/** What fails between page and host: nothing, the host is down, or its answer is lost after it has stored the record. */
let trouble: 'none' | 'down' | 'answer lost' = 'none';
/** The bodies of all requests that the pages sent to the API, as they arrived. */
const received: unknown[] = [];

function makeTrouble(server: FastifyInstance): void {
  server.addHook('preHandler', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return;
    received.push(request.body);
    if (trouble === 'down') return reply.code(503).send({ reason: 'Down.' });
  });
  server.addHook('onSend', async (request) => {
    if (request.url.startsWith('/api/') && trouble === 'answer lost') request.raw.socket.destroy();
  });
}

for (const { engine, skip, launch } of engines) {
  describe(`people at the clinic, in ${engine}`, { skip }, () => {
    let browser: Browser;
    let host: Host;
    let visit: Visit;

    before(async () => {
      host = await openHost('embedded PostgreSQL', (server) => {
        makeTrouble(server);
        twoCopies(server);
        restorableIntake(server, () => host.database);
      });
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await host?.close();
    });
    beforeEach(async () => {
      trouble = 'none';
      received.length = 0;
      visit = await startVisit(browser);
    });
    afterEach(() => visit.close());

    // Browsers report some built-in resources as requests: Firefox the font of a summary's triangle, Chrome the picture
    // of a date field's calendar.
    const builtIn = engine === 'firefox' ? 'data:font/' : 'data:image/svg+xml;base64,';
    const isBuiltIn = (url: string): boolean => url.startsWith(builtIn);

    /**
     * No request went to another origin, nothing was stored except what `stored` allows, no policy was violated, and no
     * page printed an error or a warning.
     */
    const isQuiet = async (allowed: RegExp = /^$/, stored: RegExp = /^$/): Promise<void> => {
      assert.deepEqual(
        (await visit.trespasses()).filter((line) => !stored.test(line)),
        [],
      );
      assert.deepEqual(
        visit.requests.filter((url) => !url.startsWith(`${host.address}/`) && !isBuiltIn(url)),
        [],
      );
      assert.deepEqual(
        visit.said.filter((line) => !allowed.test(line)),
        [],
      );
    };

    /** On a page that may keep answers on the device: it looks for them, and asks. */
    const looksForAnswers = /^storage: (window\.indexedDB|IDBFactory\.(open|databases))$/;

    const open = async (path: string): Promise<void> => {
      await visit.page.goto(`${host.address}${path}`, { waitUntil: 'load' });
    };

    test('a person who goes back after sending finds the sent record, and a change replaces it', async () => {
      const { page } = visit;
      // A page that holds a lock is not stored for going back, so the browser loads it again and restores the form.
      await page.evaluateOnNewDocument(() => {
        if ('locks' in navigator) void navigator.locks.request('held', () => new Promise(() => {}));
      });
      const line = 'A therapist would be honest with me.';
      const value = () =>
        page.$eval(trust, (widget) => {
          const { id, replaces = null, status } = (widget as WithValue).value;
          return { id, replaces, status };
        });
      const send = async (): Promise<void> => {
        await page.click('form > button');
        await sees(page, undefined, 'Thank you. We have it.');
      };
      await open('/restorable-intake');
      await choose(page, trust, { [line]: 'Agree' });
      await send();
      await page.goBack();
      await page.waitForFunction((widget) => document.querySelector<WithValue>(widget)?.value, {}, trust);
      const navigation = await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.toJSON());
      assert.equal(navigation.type, 'back_forward');
      assert.deepEqual(await chosen(page, trust), ['Agree']);
      const sent = await value();
      assert.deepEqual(sent, { id: sent.id, replaces: null, status: 'completed' });

      await choose(page, trust, { [line]: 'Disagree' });
      const changed = await value();
      assert.notEqual(changed.id, sent.id);
      assert.deepEqual(changed, { id: changed.id, replaces: sent.id, status: 'in-progress' });
      await send();
      const kept = await host.database.query<{ client: string; id: string; supersededBy: string | null }>(
        'select client_id as client, id, superseded_by as "supersededBy" from record_standing where id = any($1)',
        [[sent.id, changed.id]],
      );
      const supersededBy = Object.fromEntries(kept.map((record) => [record.id, record.supersededBy]));
      assert.deepEqual(supersededBy, { [sent.id]: changed.id, [changed.id]: null });
      assert.equal(new Set(kept.map(({ client }) => client)).size, 1);
      await isQuiet(/no-crisis-slot/);
    });

    /** Rowan, the first of the made-up people, with the session that has all three perspectives. */
    const seededClient = async (): Promise<{ client: string; session: string }> => {
      if (!(await host.database.query('select 1 from clients where made_up')).length) {
        await keepMadeUp(host.database, madeUpPeople({ clients: 3, sessions: 17 }), new Date());
      }
      const [found] = await host.database.query<{ client: string; session: string }>(
        `select records.client_id as client, session_id as session from records join clients on clients.id = client_id
         where made_up and called = 'Rowan' and author = 'observer'`,
      );
      assert.ok(found);
      return found;
    };

    /** The page after a session, with the pulse filled in. */
    const fillPulse = async (): Promise<string> => {
      const pass = await host.newClient();
      const { page } = visit;
      await open(`/session/${host.token('session', pass)}`);
      await isAsked(page, sitting);
      await choose(page, trust, { 'Right now, how much': '7' });
      for (const line of ['My therapist did what', 'My therapist knew', 'My therapist was honest', 'I could say']) {
        await choose(page, trust, { [line]: 'Agree' });
      }
      return pass.client;
    };
    const recordsOf = (client: string) =>
      host.database.query<{ id: string; instrument: string; body: unknown }>(
        'select id, instrument, body from records where client_id = $1 order by received_at',
        [client],
      );

    test('the page after a session takes as long as the front page says', async () => {
      const { page } = visit;
      await seededClient();
      await open('/');
      const words = await page.$eval('a[href^="/session/"] :last-child', ({ textContent }) => textContent ?? '');
      const [promised = ''] = /^\w+ minutes?/.exec(words) ?? [];
      await page.click('a[href^="/session/"]');
      await sees(page, trust, { 'One minute': '1 minute,', 'Three minutes': '3 minutes,' }[promised] ?? promised);
      await isQuiet(undefined, looksForAnswers);
    });

    test('a client sends the pulse alone, and reads "saved" only once it is', async () => {
      const client = await fillPulse();
      const { page } = visit;
      await press(page, sitting, 'Send');
      await sees(page, sitting, 'Saved.');
      await sees(page, '[slot=thanks]', 'Thank you. Ida Lindqvist will see this before your next session.');
      assert.deepEqual(
        (await recordsOf(client)).map(({ instrument }) => instrument),
        ['trust-pulse'],
      );
      await isQuiet(undefined, looksForAnswers);
    });

    test('a client fills in the optional forms too: one sitting, sent once, stored as it was sent', async () => {
      const client = await fillPulse();
      const { page } = visit;
      const [first, second] = await page.$$('details.more > summary');
      await first?.click();
      await choose(page, empathy, { 'My therapist summed up what I said.': 'Partly' });
      await second?.click();
      await choose(page, boundary, { 'What we are working on': 'Clear' });
      await press(page, sitting, 'Send');
      await sees(page, empathy, 'You left 11 questions blank. You can send it like this.');
      await press(page, sitting, 'Send');
      await sees(page, boundary, 'You left 2 questions blank.');
      assert.equal(received.length, 0);
      await press(page, sitting, 'Send');
      await sees(page, sitting, 'Saved.');
      assert.equal(received.length, 1);
      const { responses } = received[0] as { responses: Response[] };
      const kept = new Map((await recordsOf(client)).map(({ id, body }) => [id, body]));
      assert.equal(kept.size, 3);
      assert.deepEqual(responses.map(({ id }) => kept.get(id)), responses);
      assert.deepEqual(
        responses.map(({ instrument, author, subject }) => [instrument.id, author, subject]),
        ['trust-pulse', 'empathy-checklist', 'boundary-clarity'].map((id) => [id, 'client', client]),
      );
      await isQuiet(undefined, looksForAnswers);
    });

    test('a client is asked whether the questions of last time were answered; the clinician reads it', async () => {
      const pass = await host.newClient();
      const { page } = visit;
      const question = { 'q-cost': ['And if I am ill?'] };
      await keepRecord(host.database, { client: pass.client }, fillIn('boundary-clarity', { topics: 'cost' }, question));
      await open(`/session/${host.token('session', pass)}`);
      await isAsked(page, sitting);
      await (await page.$$('details.more > summary'))[1]?.click();
      await choose(page, boundary, { 'Last time you asked: And if I am ill? Was it answered?': 'Partly' });
      await press(page, sitting, 'Send');
      await sees(page, boundary, 'You left 3 questions blank.');
      await press(page, sitting, 'Send');
      await sees(page, sitting, 'Saved.');
      const cookie = await signIn(host);
      const desk = await fetch(`${host.address}/clinician/clients/${pass.client}`, { headers: { cookie } });
      const words = (await desk.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
      assert.match(words, /Asked last time: was it answered\? And if I am ill\? Partly/);
      await isQuiet(undefined, looksForAnswers);
    });

    test('a client sees the goal of last time beside today’s, and continues with it', async () => {
      const pass = await host.newClient();
      const checkIn = 'attune-check-in';
      const { page } = visit;
      const earlier = { client: pass.client, session: `${pass.session}-0` };
      await host.database.query(
        `insert into sessions (id, client_id, held_on, therapist, mode) values ($1, $2, '2026-11-13', 'Ida Lindqvist', 'video')`,
        [earlier.session, earlier.client],
      );
      await keepRecord(host.database, earlier, fillIn('progress-check-in', {}, { p1: ['To swim.'], p2: [3] }));
      await open(`/session/${host.token('session', pass)}`);
      await isAsked(page, sitting);
      await page.click('details.more:has(attune-check-in) > summary');
      await sees(page, checkIn, 'To swim.');
      await press(page, checkIn, 'Keep this');
      await choose(page, checkIn, { 'How close do you feel to it today?': '5' });
      for (let times = 0; times < 2; times++) await press(page, sitting, 'Send');
      await sees(page, sitting, 'Saved.');
      const answers = (await recordsOf(pass.client)).map(({ body }) => (body as Response).answers.slice(0, 2));
      assert.deepEqual(
        answers,
        [3, 5].map((close) => [
          { item: 'p1', state: 'answered', values: ['To swim.'] },
          { item: 'p2', state: 'answered', values: [close] },
        ]),
      );
      await isQuiet(undefined, looksForAnswers);
    });

    test('when only the answer of the host is lost, the record is stored once all the same', async () => {
      const client = await fillPulse();
      const { page } = visit;
      trouble = 'answer lost';
      await press(page, sitting, 'Send');
      await sees(page, sitting, 'Kept on this device until it can be sent.');
      assert.equal((await recordsOf(client)).length, 1);
      trouble = 'none';
      await sees(page, sitting, 'Saved.');
      assert.equal((await recordsOf(client)).length, 1);
      assert.deepEqual(received.at(-1), received[0]);
      await isQuiet(/Failed to load|network|NetworkError/i, looksForAnswers);
    });

    test('a milestone is marked, worded, shared and unshared, and shows each change once the clinic has stored it', async () => {
      const pass = await host.newClient('Wren');
      const board = 'attune-milestones';
      const badge = `${board} >>> attune-milestone-badge`;
      const { page } = visit;
      await open(`/me/${host.token('me', pass)}`);
      const standing = async () => (await listMilestones(host.database, pass.client))[0];
      await (await page.waitForSelector(`${board} >>> select`))?.select('spoke-up');
      await press(page, badge, 'Mark a milestone');
      await press(page, badge, 'Change');
      assert.equal((await standing())?.milestone, 'spoke-up');

      trouble = 'down';
      await press(page, badge, 'Share with my therapist');
      await page.waitForFunction(
        (selector) => {
          const found = document.querySelector(selector)?.shadowRoot?.querySelector('attune-milestone-badge');
          return found?.matches(':state(failed)');
        },
        {},
        board,
      );
      assert.equal((await standing())?.shared, false);
      await sees(page, board, 'Not shown to your therapist.');

      trouble = 'none';
      await press(page, badge, 'Try again');
      await sees(page, board, 'Your therapist can see this.');
      assert.equal((await standing())?.shared, true);
      await page.reload();
      await sees(page, board, 'Your therapist can see this.');
      await press(page, badge, 'Change');
      await press(page, badge, 'Stop sharing');
      await sees(page, board, 'Not shown to your therapist.');
      assert.equal((await standing())?.shared, false);
      await isQuiet(/503|save-failed/, looksForJournal);
    });

    const journal = 'attune-journal';
    /** Whether a journal is stored here. Writes nothing. */
    const looksForJournal = /^storage: (window\.localStorage|Storage\.getItem attune-journal:[\da-f-]{36})$/;
    const keepsJournal = /^storage: (window\.localStorage|Storage\.[gs]etItem attune-journal:[\da-f-]{36})$/;
    const write = async (text: string): Promise<void> => {
      await press(visit.page, journal, 'Write here');
      await visit.page.keyboard.type(text);
      await press(visit.page, journal, 'Add to my journal');
    };
    /** Presses a button of the newest entry. */
    const change = async (action: 'Change' | 'Share'): Promise<void> => {
      const { page } = visit;
      const isOpen = await page.$eval(`${journal} >>> article details`, (details) => (details as HTMLDetailsElement).open);
      if (!isOpen) await press(page, journal, 'Change or share');
      await press(page, journal, action);
    };
    /** Everything that the browser stores for the clinic. */
    const onDevice = (): Promise<string> => visit.page.evaluate(() => JSON.stringify({ ...localStorage }));
    const isOnDevice = (words: string) =>
      visit.page.waitForFunction((text) => JSON.stringify({ ...localStorage }).includes(text), {}, words);
    const entriesOf = async (client: string) =>
      (await listSharedEntries(host.database, client)).map(({ date, prompt, text, stands }) => ({ date, prompt, text, stands }));

    test('a person writes, stores the journal on their device and shares one entry; the clinician reads that entry only', async () => {
      const pass = await host.newClient('Wren');
      const { page } = visit;
      await open(`/me/${host.token('me', pass)}`);
      await sees(page, undefined, 'The clinic gets none of it, unless you share an entry.');
      await sees(page, journal, 'Nothing is kept yet. You will be asked first.');
      const { length } = visit.requests;
      await write('A heron at low tide.');
      await sees(page, journal, 'Only on this device. Anyone who can unlock it may be able to read this.');
      await isQuiet(undefined, looksForJournal);
      assert.equal(await onDevice(), '{}');
      await press(page, journal, 'Keep it on this device');
      await sees(page, journal, 'Added.');
      await press(page, journal, 'Give me a prompt');
      const prompt = await page.$eval(`${journal} >>> #prompt`, ({ textContent }) => textContent);
      await write('I asked for the window seat.');
      await isOnDevice('window seat');
      const kept = await onDevice();
      assert.ok(kept.includes('heron'));
      for (const name of [pass.client, 'Wren']) assert.ok(!kept.includes(name), name);
      assert.deepEqual(visit.requests.slice(length), [], 'nothing of it leaves the page before it is shared');

      await change('Share');
      await sees(page, journal, 'Who sees this: Your therapist, when they next open your file.');
      assert.deepEqual(visit.requests.slice(length), []);
      await press(page, journal, 'Share this');
      await sees(page, journal, 'You shared this.');
      const { date } = received[0] as { date: string };
      const shared = { date, prompt, text: 'I asked for the window seat.', stands: true };
      assert.deepEqual(await entriesOf(pass.client), [shared]);
      assert.equal(received.length, 1);
      assert.deepEqual(visit.requests.slice(length), [`${host.address}/api/journal`]);

      // The window first waits for its lock before it writes.
      await isOnDevice('shared');
      await page.reload();
      await sees(page, journal, 'A heron at low tide.');
      await sees(page, journal, 'You shared this.');
      await change('Change');
      await press(page, journal, 'Write here');
      await page.keyboard.type(' Twice.');
      await press(page, journal, 'Done');
      await sees(page, journal, 'You shared this before you changed it.');
      assert.equal(received.length, 1);
      await change('Share');
      await press(page, journal, 'Share this');
      await sees(page, journal, 'You shared this.');
      const again = (await entriesOf(pass.client)).map(({ text, stands }) => [text, stands]);
      const [, changed] = received as { text: string }[];
      assert.match(changed?.text ?? '', /Twice\./);
      assert.deepEqual(again, [[shared.text, false], [changed?.text, true]]);
      assert.ok(!JSON.stringify(received).includes('heron'));
      await isQuiet(undefined, keepsJournal);

      await signedIn();
      await open(`/clinician/clients/${pass.client}`);
      await sees(page, '#journal', prompt ?? '');
      await sees(page, '#journal', changed?.text ?? '');
      assert.ok(!(await page.content()).includes('heron'));
      await isQuiet();
    });

    test('while the clinic is down an entry is not shown as shared; another try shares it once', async () => {
      const pass = await host.newClient();
      const { page } = visit;
      await open(`/me/${host.token('me', pass)}`);
      await write('A heron at low tide.');
      await press(page, journal, 'Only on this page');
      trouble = 'down';
      await change('Share');
      await press(page, journal, 'Share this');
      await sees(page, journal, 'This did not save. You can try again.');
      await sees(page, journal, 'A heron at low tide.');
      assert.ok(!(await page.$eval(`${journal} >>> section`, ({ textContent }) => textContent ?? '')).includes('You shared'));
      assert.deepEqual(await entriesOf(pass.client), []);
      trouble = 'answer lost';
      await press(page, journal, 'Share this');
      await page.waitForFunction((selector) => document.querySelector(selector)?.matches(':state(failed)'), {}, journal);
      assert.equal((await entriesOf(pass.client)).length, 1);
      trouble = 'none';
      await press(page, journal, 'Share this');
      await sees(page, journal, 'You shared this.');
      assert.equal((await entriesOf(pass.client)).length, 1);
      assert.equal(await onDevice(), '{}');
      await isQuiet(/503|save-failed|Failed to load|network|NetworkError/i, looksForJournal);
    });

    test('another client’s link on the same device does not open the journal; the person’s own link opens it again', async () => {
      const [wren, kim] = [await host.newClient('Wren'), await host.newClient('Kim')];
      const { page } = visit;
      await open(`/me/${host.token('me', wren)}`);
      await write('A heron at low tide.');
      await press(page, journal, 'Keep it on this device');
      await sees(page, journal, 'Added.');
      await open(`/me/${host.token('me', kim)}`);
      await sees(page, journal, 'Nothing is kept yet.');
      assert.equal(await page.$(`${journal} >>> article`), null);
      await open(`/me/${host.token('me', { client: wren.client }, new Date(Date.now() + 60_000))}`);
      await sees(page, journal, 'A heron at low tide.');
      assert.deepEqual(received, []);
    });

    const signedIn = async (): Promise<void> => {
      const { page } = visit;
      await open('/clinician');
      await page.type('input[name=password]', host.password);
      await Promise.all([page.waitForNavigation(), page.click('main button')]);
      await sees(page, 'h1', 'Clients');
    };

    test('a clinician notes what they saw; the note is stored, and a change replaces it', async () => {
      const pass = await host.newClient();
      const observation = 'attune-mistrust-observation';
      const { page } = visit;
      await signedIn();
      await open(`/clinician/sessions/${pass.session}`);
      await page.click('details.more:has(attune-mistrust-observation) > summary');
      await choose(page, observation, { 'Moved away from a topic': 'Several times' });
      await choose(page, observation, { 'Other reasons to weigh': 'Past trauma' });
      await press(page, observation, 'Send');
      await press(page, observation, 'Finish and send what I have');
      await sees(page, observation, 'Saved.');
      const [first] = await recordsOf(pass.client);
      assert.equal(first?.instrument, 'mistrust-observation');

      await open(`/clinician/sessions/${pass.session}`);
      await page.click('details.more:has(attune-mistrust-observation) > summary');
      assert.deepEqual(await chosen(page, observation), ['Several times', 'Past trauma']);
      await choose(page, observation, { 'Moved away from a topic': 'Once or twice' });
      await press(page, observation, 'Send');
      await press(page, observation, 'Finish and send what I have');
      await sees(page, observation, 'Saved.');
      const [, second] = await recordsOf(pass.client);
      assert.equal((second?.body as Response).replaces, first?.id);
      await isQuiet();
    });

    test('when the visit has ended a note is not shown as saved, and stays in the form', async () => {
      const pass = await host.newClient();
      const checklist = '#therapist';
      const { page } = visit;
      await signedIn();
      await open(`/clinician/sessions/${pass.session}`);
      await page.click('details.more:has(#therapist) > summary');
      await choose(page, checklist, { 'I summed up what the client said.': 'Partly' });
      const other = await page.browserContext().newPage();
      await other.goto(`${host.address}/clinician`);
      await Promise.all([other.waitForNavigation(), other.click('header form button')]);
      await other.close();
      await page.bringToFront();
      await press(page, checklist, 'Send');
      await press(page, checklist, 'Finish and send what I have');
      await sees(page, checklist, 'This did not send. Your answers are still here.');
      assert.deepEqual(await chosen(page, checklist), ['Partly']);
      assert.deepEqual(await recordsOf(pass.client), []);
      await isQuiet(/401|save-failed/);
    });

    test('a reflection stays on the page, and nothing of it is sent', async () => {
      const pass = await host.newClient();
      const reflection = 'attune-reflection';
      const { page } = visit;
      await signedIn();
      await open(`/clinician/sessions/${pass.session}`);
      await page.click('details.more:has(attune-reflection) > summary');
      await press(page, reflection, 'What did I feel most strongly in this session, and when?');
      await page.keyboard.type('zebra');
      await choose(page, reflection, { 'Do I want to take this to supervision?': 'Soon' });
      const { length } = visit.requests;
      await sees(page, reflection, 'Nothing of this is sent.');
      await sees(page, reflection, 'What you write is gone when you leave this page.');
      const labels = await page.$$eval(`${reflection} >>> button`, (all) => all.map(({ textContent }) => textContent!.trim()));
      assert.deepEqual(labels.filter((label) => /send/i.test(label)), []);
      assert.deepEqual(visit.requests.slice(length), []);
      assert.deepEqual(await recordsOf(pass.client), []);
      await page.reload();
      await page.click('details.more:has(attune-reflection) > summary');
      assert.deepEqual(await chosen(page, reflection), []);
      await isQuiet();
    });

    test('a clinician reads a course: the trend, what is worth a conversation, and two perspectives on a session', async () => {
      const pass = await seededClient();
      const { page } = visit;
      await signedIn();
      await open(`/clinician/clients/${pass.client}`);
      await sees(page, 'attune-trust-trend', 'Trust over time');
      await sees(page, 'attune-trust-trend', 'Worth a conversation');
      await sees(page, 'attune-trust-trend', 'before therapy');
      await sees(page, 'attune-perspective-gap', 'Lines: 12.');
      await isQuiet();
    });

    test('a link from the overview opens the form that it names', async () => {
      await seededClient();
      const { page } = visit;
      await signedIn();
      await open('/clinician/clinic');
      const folded = await page.$$eval('details.instrument', (all) => all.filter(({ open }) => open).length);
      assert.equal(folded, 0);
      await page.click('a[href="#trust-pulse-1-0-0"]');
      await page.waitForFunction(() => document.querySelector('#trust-pulse-1-0-0')?.checkVisibility());
      const opened = await page.$$eval('details.instrument[open] h2', (all) => all.map(({ textContent }) => textContent));
      assert.deepEqual(opened, ["After today's session"]);
      await isQuiet();
    });

    test('a clinician unfolds the article’s trust levels, always with what is known about them; only then are they printed', async () => {
      const { page } = visit;
      const levels = 'attune-trust-levels';
      await seededClient();
      await signedIn();
      await open('/clinician/clinic');
      const shown = () => page.$eval(`${levels} >>> table`, (table) => table.checkVisibility());
      await page.waitForSelector(`${levels} >>> table`);
      assert.equal(await shown(), false);
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      const opened = await page.$$eval('details', (all) => all.map(({ open, className }) => [open, className.includes('education')]));
      assert.deepEqual(opened, opened.map(([, isEducation]) => [!isEducation, isEducation]));
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.click('details.education > summary');
      assert.equal(await shown(), true);
      await sees(page, levels, 'Printed in the source article without a citation, sample or definition');
      await sees(page, levels, 'It says nothing certain about one person.');
      await isQuiet();
    });

    test('axe finds no violation on any page, in light and dark', async () => {
      const { page } = visit;
      const pass = await host.newClient('Wren');
      const seeded = await seededClient();
      await signedIn();
      for (const record of [
        pulse({ t01: ['disagree'], 't-help': ['Time.'] }),
        fillInTranslated('ar', { id: 'benefits-check' }, {}),
      ]) {
        await fetch(`${host.address}/api/responses`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token('session', pass)}` },
          body: JSON.stringify(record),
        });
      }
      // So that the list of parts and their check hold something.
      await open('/intake/name');
      await page.type('input[name=called]', 'Wren');
      await Promise.all([page.waitForNavigation(), page.click('.form-end button')]);
      for (const value of ['light', 'dark']) {
        if (engine === 'chrome') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
        else if (value === 'dark') continue;
        for (const path of [
          '/',
          '/intake?saved=name',
          '/intake/name',
          '/intake/trust',
          '/intake/together',
          '/intake/check',
          '/intake/forget',
          '/intake/thanks',
          '/intake/thanks-for-name',
          '/intake/nothing',
          `/session/${host.token('session', pass)}`,
          `/me/${host.token('me', pass)}`,
          '/clinician',
          '/clinician?name=nobody&talk=yes',
          `/clinician/clients/${pass.client}`,
          `/clinician/clients/${seeded.client}`,
          `/clinician/sessions/${seeded.session}`,
          '/clinician/clinic',
          '/clinician/clinic?of=others',
          '/clinician/try-a-form',
          `/session/${host.token('session', seeded)}`,
          '/nowhere',
          '/intake/together?lang=ar',
          '/?lang=ar',
          '/intake?lang=en',
        ]) {
          await open(path);
          await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
          await page.evaluate(axe.source);
          const found = await page.evaluate(async () => {
            const { axe } = window as unknown as { axe: { run: () => Promise<AxeResults> } };
            const { violations } = await axe.run();
            return violations.map(
              ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`,
            );
          });
          assert.deepEqual(found, [], `${path} in ${value}`);
        }
      }
    });

    test('two copies of the build run on one page, and the widgets of both work', async () => {
      const pass = await host.newClient();
      const { page } = visit;
      await open(`/two-copies/${host.token('session', pass)}`);
      await choose(page, trust, { 'My therapist was honest': 'Agree' });
      await press(page, trust, 'Send');
      await sees(page, trust, 'You left 4 questions blank.');
      await press(page, trust, 'Finish and send what I have');
      await sees(page, trust, 'Saved.');
      assert.equal((await recordsOf(pass.client)).length, 1);
      assert.equal(await page.$$eval('script[src^="/attune/attune.js"]', (scripts) => scripts.length), 2);
      await isQuiet(/no-crisis-slot/);
    });

    test('a page script that listens to everything on the document learns no answer but from attune-session-submit', async () => {
      const { page } = visit;
      await page.evaluateOnNewDocument(() => {
        const learned: { type: string; text: string }[] = [];
        (window as unknown as { learned: typeof learned }).learned = learned;
        const read = (value: unknown, depth = 0): string => {
          if (typeof value !== 'object' || value === null) return String(value);
          return depth > 6
            ? ''
            : Object.values(value)
                .map((each) => read(each, depth + 1))
                .join(' ');
        };
        const listen = (event: Event): void => {
          const more = event as unknown as Record<string, unknown>;
          const origin = event.composedPath()[0];
          const control = origin instanceof Element && origin.getRootNode() instanceof ShadowRoot ? origin : undefined;
          const texts = [
            read(more.detail),
            more.data,
            more.key?.toString().length === 1 ? `key ${String(more.key)}` : '',
          ];
          if (control)
            texts.push(`control ${control.localName}`, (control as HTMLInputElement).value, control.textContent);
          learned.push({ type: event.type, text: texts.filter(Boolean).join(' ') });
        };
        const types = new Set(
          [window, document, HTMLElement.prototype, Document.prototype, Window.prototype].flatMap((object) => {
            const names: string[] = [];
            for (const name in object) if (name.startsWith('on')) names.push(name.slice(2));
            return names;
          }),
        );
        for (const type of [
          'focusin',
          'focusout',
          'compositionstart',
          'compositionupdate',
          'compositionend',
          'textInput',
          'DOMActivate',
          'attune-answer',
          'attune-page',
          'attune-submit',
          'attune-session-submit',
          'attune-saved',
          'attune-error',
          'attune-milestone',
        ]) {
          types.add(type);
        }
        for (const type of types) document.addEventListener(type, listen);
      });
      await fillPulse();
      await press(page, trust, 'Is there one thing that would help you trust more?');
      await page.keyboard.type('zebra');
      await press(page, sitting, 'Send');
      await sees(page, sitting, 'Saved.');
      const learned = await page.evaluate(
        () => (window as unknown as { learned: { type: string; text: string }[] }).learned,
      );
      const secrets = /zebra|\bagree\b|\bkey [zebra]\b|control (input|textarea|label|span)|\b7\b(?! days)/i;
      const leaks = learned.filter(({ type, text }) => type !== 'attune-session-submit' && secrets.test(text));
      assert.deepEqual(leaks, []);
      assert.ok(learned.some(({ type, text }) => type === 'attune-session-submit' && /zebra/.test(text) && /agree/.test(text)));
      assert.ok(learned.filter(({ type }) => type === 'attune-answer').length >= 5);
      assert.ok(learned.some(({ type }) => type === 'change'));
    });
  });
}
