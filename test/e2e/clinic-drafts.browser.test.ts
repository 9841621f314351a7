import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type { Response } from 'attune-elements/core';
import type { Browser, Page } from 'puppeteer-core';
import { engines } from './engines.ts';
import { namesOnDevice } from './names-on-device.ts';
import { type Host, openHost } from './open-host.ts';
import { choose, chosen, isAsked, press, sees, startVisit, type Visit } from './visit.ts';

const trust = 'attune-trust-questionnaire';
const sitting = 'attune-session';
const list = 'attune-unsent';

/** Whether the API answers. The pages are served in any case. */
let isDown = false;
/** The bodies that came to the API while it answered. */
const received: unknown[] = [];

for (const { engine, skip, launch } of engines) {
  describe(`what the clinic’s pages keep on a person’s own device, in ${engine}`, { skip }, () => {
    let browser: Browser;
    let host: Host;
    let visit: Visit;

    before(async () => {
      host = await openHost('embedded PostgreSQL', (server) => {
        server.addHook('preHandler', async ({ url, body }, reply) => {
          if (!url.startsWith('/api/')) return;
          if (isDown) return reply.code(503).send({ reason: 'Down.' });
          received.push(body);
        });
      });
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await host?.close();
    });
    beforeEach(async () => {
      isDown = false;
      received.length = 0;
      visit = await startVisit(browser);
    });
    afterEach(() => visit.close());

    const open = (path: string, page = visit.page) => page.goto(`${host.address}${path}`, { waitUntil: 'load' });
    /** Closes the page and opens an address in another one, as somebody does who comes back. */
    const comeBack = async (path: string): Promise<Page> => {
      const page = await visit.page.browserContext().newPage();
      await visit.page.close();
      visit.page = page;
      await page.setViewport({ width: 900, height: 900 });
      await open(path, page);
      return page;
    };
    /** Presses a control and waits for the page that it leads to. */
    const go = async (selector: string): Promise<void> => {
      await Promise.all([visit.page.waitForNavigation(), visit.page.click(selector)]);
    };
    /** Waits until names like these are on the device, and nothing else. */
    const keeps = async (...wanted: RegExp[]): Promise<void> => {
      const isWanted = (names: string[]): boolean => names.length === wanted.length && wanted.every((name) => names.some((each) => name.test(each)));
      let names: string[] = [];
      for (const end = Date.now() + 30_000; Date.now() < end; ) {
        names = await visit.page.evaluate(namesOnDevice);
        if (isWanted(names)) return;
      }
      assert.fail(`the device keeps ${names.join()}`);
    };
    const recordsOf = (client: string) => host.database.query<{ body: Response }>('select body from records where client_id = $1', [client]);

    /** The link of a client's page after a session. */
    const newLink = async () => {
      const pass = await host.newClient('Wren');
      return { pass, link: `/session/${host.token('session', pass)}` };
    };
    const fillPulse = async (): Promise<void> => {
      const { page } = visit;
      await isAsked(page, sitting);
      await choose(page, trust, { 'Right now, how much': '7' });
      for (const line of ['My therapist did what', 'My therapist knew', 'My therapist was honest', 'I could say']) {
        await choose(page, trust, { [line]: 'Agree' });
      }
    };

    describe('after a session', () => {
      test('before they agree nothing is kept; then a reload in the middle loses nothing', async () => {
        const { pass, link } = await newLink();
        const { page } = visit;
        await open(link);
        await sees(page, sitting, 'Keep your answers on this device until you send them, for 7 days at most?');
        await choose(page, trust, { 'My therapist was honest': 'Agree' });
        assert.deepEqual(await page.evaluate(namesOnDevice), []);
        await press(page, sitting, 'Keep them');
        await sees(page, sitting, 'Your answers are kept on this device');
        await keeps(/^attune-draft:[\w-]{22}:session$/);
        const [name = ''] = await page.evaluate(namesOnDevice);
        for (const known of [pass.client, pass.session, 'Wren']) assert.ok(!name.includes(known), known);

        await page.reload();
        await sees(page, sitting, 'We kept your answers from');
        assert.deepEqual(await chosen(page, trust), [], 'somebody else may be looking');
        await press(page, sitting, 'Go on');
        await sees(page, sitting, 'Your answers are kept on this device');
        assert.deepEqual(await chosen(page, trust), ['Agree']);

        await fillPulse();
        await press(page, sitting, 'Send');
        await sees(page, sitting, 'Saved.');
        await keeps(/^attune-draft-sent:/);
        assert.equal((await recordsOf(pass.client)).length, 1);
      });

      test('a link of another session does not find the answers', async () => {
        const [mine, other] = [await newLink(), await newLink()];
        const { page } = visit;
        await open(mine.link);
        await press(page, sitting, 'Keep them');
        await choose(page, trust, { 'My therapist was honest': 'Agree' });
        await keeps(/^attune-draft:/);
        await open(other.link);
        await sees(page, sitting, 'Keep your answers on this device');
        assert.deepEqual(await chosen(page, trust), []);
      });

      test('the server is down: the person reads that it waits on this device; when the server is back it arrives once', async () => {
        const { pass, link } = await newLink();
        const { page } = visit;
        await open(link);
        await sees(page, trust, 'in your clinic file, for three years. If it cannot be sent at once, it is kept on this device until it can.');
        await fillPulse();
        isDown = true;
        await press(page, sitting, 'Send');
        await sees(page, sitting, 'Kept on this device until it can be sent.');
        await sees(page, '.waits', 'If you close this page, open your link again on this device.');
        await sees(page, list, 'Not sent yet');
        assert.equal(await page.$eval('.arrived', (words) => words.checkVisibility()), false);
        assert.deepEqual(await recordsOf(pass.client), []);
        isDown = false;
        await sees(page, sitting, 'Saved.');
        await sees(page, '[slot=thanks]', 'Thank you. Ida Lindqvist will see this before your next session.');
        await sees(page, list, 'Nothing waits here any more.');
        assert.equal(received.length, 1);
        assert.equal((await recordsOf(pass.client)).length, 1);
        await keeps();
      });

      test('the page is closed before it arrived: whoever opens the link again sees that it waits, and no answer; it arrives once', async () => {
        const { pass, link } = await newLink();
        await open(link);
        await fillPulse();
        isDown = true;
        await press(visit.page, sitting, 'Send');
        await sees(visit.page, sitting, 'Kept on this device until it can be sent.');
        const page = await comeBack(link);
        await sees(page, list, 'It waits on this device, and is sent as soon as it can be.');
        assert.doesNotMatch(await page.$eval(`${list} >>> section`, ({ textContent }) => textContent!), /Agree/);
        await press(page, list, 'Keep a copy');
        await sees(page, list, 'My therapist was honest with me.');
        await press(page, list, 'Close');
        isDown = false;
        await press(page, list, 'Try again');
        await sees(page, list, 'Nothing waits here any more.');
        assert.equal((await recordsOf(pass.client)).length, 1);
        assert.equal(received.length, 1);
        await keeps();
      });

      test('the clinic refuses it: the person reads that, and can still take a copy', async () => {
        const { pass, link } = await newLink();
        const { page } = visit;
        await open(link);
        await fillPulse();
        // The session was erased at the clinic in the meantime.
        await host.database.query('delete from sessions where id = $1', [pass.session]);
        await press(page, sitting, 'Send');
        await sees(page, sitting, 'This did not send. Your answers are still here.');
        await sees(page, list, 'It was not taken. It stays on this device until it is taken or you erase it.');
        await keeps(/^attune-outbox:/);
        await press(page, list, 'Erase');
        await sees(page, list, 'They cannot be brought back.');
        await press(page, list, 'Erase');
        await sees(page, list, 'Erased on this device.');
        await keeps();
      });
    });

    describe('the intake form', () => {
      const line = 'A therapist would be honest with me.';
      /** A part with an answer that the device keeps and that was not saved. */
      const begin = async (answer = 'Agree'): Promise<void> => {
        const { page } = visit;
        await open('/intake/trust');
        await sees(page, trust, 'Keep your answers on this device until you send them, for 1 day at most?');
        await press(page, trust, 'Keep them');
        await choose(page, trust, { [line]: answer });
        await keeps(/^attune-draft:[\w-]{22}-trust:trust-12/);
      };

      test('what was not saved is there again on the next visit; once it is saved the device keeps nothing of it', async () => {
        await begin();
        const page = await comeBack('/intake/trust');
        await sees(page, trust, 'We kept your answers from');
        await press(page, trust, 'Go on');
        await sees(page, trust, 'Your answers are kept on this device');
        assert.deepEqual(await chosen(page, trust), ['Agree']);
        await go('.form-end button');
        await sees(page, 'main', 'Saved, 1 of 13 answered');
        await keeps();
      });

      test('a change of a part that was saved is kept too, until it is saved or erased', async () => {
        await begin();
        await go('.form-end button');
        await keeps();
        await begin('Disagree');
        const page = await comeBack('/intake/trust');
        await sees(page, trust, 'We kept your answers from');
        await press(page, trust, 'Go on');
        await sees(page, trust, 'Your answers are kept on this device');
        assert.deepEqual(await chosen(page, trust), ['Disagree']);
        await go('.apart a');
        await go('main button');
        await sees(page, 'main', 'Erased: What you expect of a therapist.');
        await keeps();
      });

      test('going back to the list does not erase what was filled in after it', async () => {
        const { page } = visit;
        await begin();
        await go('.form-end button');
        await keeps();
        await Promise.all([page.waitForNavigation(), page.click('a[href="/intake/trust"]')]);
        await press(page, trust, 'Keep them');
        await choose(page, trust, { [line]: 'Disagree' });
        await keeps(/^attune-draft:/);
        await page.goBack({ waitUntil: 'load' });
        await sees(page, 'main', 'Saved: What you expect of a therapist.');
        await open('/intake/trust');
        await sees(page, trust, 'We kept your answers from');
      });

      test('forgetting the form erases it on the device too', async () => {
        const { page } = visit;
        await open('/intake/name');
        await page.type('input[name=called]', 'Wren');
        await go('.form-end button');
        await begin();
        await open('/intake/forget');
        await go('main button');
        await sees(page, 'main', 'Forgotten');
        await keeps();
      });

      test('after sending, the device keeps nothing, also of a part that was not saved', async () => {
        const { page } = visit;
        await open('/intake/name');
        await page.type('input[name=called]', 'Wren');
        await go('.form-end button');
        await begin();
        await open('/intake/check');
        await go('.form-end button');
        await sees(page, 'main', 'Thank you. We have your name.');
        await keeps();
      });
    });

    test('the clinic’s own devices keep nothing: no page of the desk asks, or opens a store', async () => {
      const pass = await host.newClient();
      const { page } = visit;
      await open('/clinician');
      await page.type('input[name=password]', host.password);
      await go('main button');
      for (const path of [`/clinician/clients/${pass.client}`, `/clinician/sessions/${pass.session}`, '/clinician/try-a-form']) {
        await open(path);
        assert.equal(await page.$('[autosave], [draft-key], attune-unsent, script[src*="drafts"], script[src*="outbox"]'), null, path);
        assert.deepEqual(await visit.trespasses(), [], path);
      }
    });
  });
}
