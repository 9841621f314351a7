import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type { Response } from 'attune-elements/core';
import type { Browser, Page } from 'puppeteer-core';
import { engines } from './engines.ts';
import { type Host, openHost } from './open-host.ts';
import { choose, chosen, isAsked, press, sees, startVisit, type Visit } from './visit.ts';

const trust = 'attune-trust-questionnaire';
const card = 'attune-boundary-card';

/** Which requests of the intake form fail inside the server: those that save this part, or those that send. */
let failing: 'trust' | 'send' | undefined;

for (const { engine, skip, launch } of engines) {
  describe(`the intake form, in ${engine}`, { skip }, () => {
    let browser: Browser;
    let host: Host;
    let visit: Visit;

    before(async () => {
      host = await openHost('embedded PostgreSQL', (server) => {
        server.addHook('preHandler', async ({ method, url }) => {
          if (failing && method === 'POST' && url === `/intake/${failing}`) throw new Error('the database is down');
        });
      });
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await host?.close();
    });
    beforeEach(async () => {
      failing = undefined;
      visit = await startVisit(browser);
    });
    afterEach(() => visit.close());

    const open = (path: string, page = visit.page) => page.goto(`${host.address}${path}`, { waitUntil: 'load' });
    /** Presses a control and waits for the page that it leads to. */
    const go = async (selector: string, page = visit.page): Promise<void> => {
      await Promise.all([page.waitForNavigation(), page.click(selector)]);
    };
    const save = () => go('.form-end button');
    /** It looks for answers that the person let the device keep, or erases them. */
    const looksForAnswers = /^storage: (window\.(indexedDB|sessionStorage)|IDBFactory\.(open|databases))$/;
    /** No policy was violated, nothing was stored by a script, and every request went to the clinic. */
    const isQuiet = async (allowed = /^$/): Promise<void> => {
      assert.deepEqual((await visit.trespasses()).filter((line) => !looksForAnswers.test(line)), []);
      assert.deepEqual(visit.requests.filter((url) => !url.startsWith(`${host.address}/`) && !url.startsWith('data:')), []);
      assert.deepEqual(visit.said.filter((line) => !allowed.test(line)), []);
    };

    /** What has the focus: the element of the page, then the question or the words on the control. */
    const focused = (page: Page): Promise<string> =>
      page.evaluate(() => {
        const inner = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
        const question = inner?.closest('fieldset')?.querySelector('legend')?.textContent?.trim();
        return `${document.activeElement?.localName}: ${question ?? inner?.textContent?.trim() ?? ''}`;
      });
    const tabTo = async (place: string): Promise<void> => {
      const { page } = visit;
      for (let presses = 0; presses < 60; presses++) {
        if ((await focused(page)).startsWith(place)) return;
        await page.keyboard.press('Tab');
      }
      assert.fail(`Tab does not lead to ${place}; it is at ${await focused(page)}`);
    };
    /** Goes to a link or a button by Tab, and presses Enter. */
    const enter = async (place: string): Promise<void> => {
      await tabTo(place);
      await Promise.all([visit.page.waitForNavigation(), visit.page.keyboard.press('Enter')]);
    };

    test('the whole form is filled in part by part with the keyboard alone, checked and sent; the clinic’s only script erases on the device', async () => {
      const { page } = visit;
      await open('/intake');
      await enter('a: Your name');
      await tabTo('input: ');
      await page.keyboard.type('Keys');
      await enter('button: Save this part');
      await sees(page, 'main', 'Saved: Your name.');

      await enter('a: What you expect of a therapist');
      await tabTo(`${trust}: A therapist would do what they say`);
      await page.keyboard.press(' ');
      for (let times = 0; times < 3; times++) await page.keyboard.press('ArrowRight');
      await tabTo(`${trust}: A therapist would know how to help`);
      await page.keyboard.press(' ');
      await tabTo(`${trust}: A therapist would accept me as I am`);
      await page.keyboard.press(' ');
      await enter('button: Save this part');
      await sees(page, 'main', 'Saved, 3 of 13 answered');

      await enter('a: Our work, and what stays private');
      await tabTo(`${card}: What we are working on`);
      await page.keyboard.press(' ');
      await tabTo(`${card}: Next`);
      await page.keyboard.press('Enter');
      await tabTo(`${card}: How to say when something is not working`);
      await page.keyboard.press(' ');
      await enter('button: Save this part');

      await enter('a: Check my answers, then send');
      await sees(page, 'main', 'A therapist would accept me as I am.');
      await enter('a: Change: What we call you');
      await tabTo('input: ');
      await page.keyboard.press('End');
      await page.keyboard.type('!');
      await enter('button: Save this part');
      await enter('a: Check my answers, then send');
      await sees(page, 'main', 'Keys!');
      await isQuiet();
      await enter('button: Send to the clinic');
      await sees(page, undefined, 'Thank you. We have it.');
      await isQuiet();
      const own = visit.requests.filter((url) => url.includes('/assets/') && url.endsWith('.js')).map((url) => url.slice(url.lastIndexOf('/') + 1));
      assert.deepEqual([...new Set(own)], ['erase-drafts.js'], 'it only erases on the device what was saved');

      const kept = await host.database.query<{ body: Response }>(
        "select body from records join clients on clients.id = client_id where called = 'Keys!' order by instrument",
      );
      assert.deepEqual(
        kept.map(({ body }) => body.answers),
        [
          [
            { item: 'b01', state: 'answered', values: ['not-clear'] },
            { item: 'b02', state: 'answered', values: ['not-clear'] },
          ],
          [
            { item: 't01', state: 'answered', values: ['agree'] },
            { item: 't02', state: 'answered', values: ['totally-disagree'] },
            { item: 't04p', state: 'answered', values: ['totally-disagree'] },
          ],
        ],
      );
      assert.ok(kept.every(({ body }) => body.status === 'completed' && body.disclosure?.includes('Your therapist')));
    });

    test('a part is left and taken up again on the same device; another device sees nothing of it', async () => {
      const line = 'A therapist would be honest with me.';
      const record = async () =>
        (await host.database.query<{ body: Response }>("select body from intake_parts where part = 'trust' order by saved_at desc limit 1"))[0]!.body;
      await open('/intake/trust');
      await isAsked(visit.page, trust);
      await choose(visit.page, trust, { [line]: 'Agree' });
      await save();
      const first = await record();
      // The tab is closed, and the form is opened in another one.
      const page = await visit.page.browserContext().newPage();
      await visit.page.close();
      await page.setViewport({ width: 900, height: 900 });
      await open('/intake', page);
      await sees(page, 'main', 'Saved, 1 of 13 answered');
      await go('a[href="/intake/trust"]', page);
      await sees(page, trust, '1 of 13 answered');
      assert.deepEqual(await chosen(page, trust), ['Agree']);

      const other = await startVisit(browser);
      try {
        for (const path of ['/intake', '/intake/trust']) {
          await open(path, other.page);
          assert.ok(!(await other.page.content()).includes('saved"'), path);
        }
        await sees(other.page, trust, '0 of 13 answered');
      } finally {
        await other.close();
      }

      await choose(page, trust, { [line]: 'Disagree' });
      await go('.form-end button', page);
      const second = await record();
      assert.deepEqual(second.answers, [{ item: 't03', state: 'answered', values: ['disagree'] }]);
      assert.equal(second.id, first.id, 'it was never sent, so it is the same record');
      assert.equal(second.replaces, undefined);
    });

    test('when saving fails the page comes back with the answers, and saving again stores them', async () => {
      const { page } = visit;
      await open('/intake/trust');
      await isAsked(visit.page, trust);
      await choose(page, trust, { 'A therapist would be honest with me.': 'Agree' });
      failing = 'trust';
      await save();
      await sees(page, 'main', 'This was not saved');
      await sees(page, trust, '1 of 13 answered');
      assert.deepEqual(await chosen(page, trust), ['Agree']);
      failing = undefined;
      await save();
      await sees(page, 'main', 'Saved, 1 of 13 answered');
      await isQuiet(/500/);
      assert.ok(host.log.some((each) => each.startsWith('Error  in POST /intake/:part')));
    });

    test('when sending fails every part is still there, and another try sends them once', async () => {
      const { page } = visit;
      await open('/intake/name');
      await page.type('input[name=called]', 'Again');
      await save();
      await go('a[href="/intake/check"]');
      failing = 'send';
      await save();
      await sees(page, 'main', 'It was not sent');
      failing = undefined;
      await go('main button');
      await sees(page, 'main', 'Thank you. We have your name.');
      assert.equal((await host.database.query("select 1 from clients where called = 'Again'")).length, 1);
    });

    test('a shared device: what was filled in is forgotten, and going back does not bring it back', async () => {
      const { page } = visit;
      await open('/intake/name');
      await page.type('input[name=called]', 'Secret');
      await save();
      await go('a[href="/intake/forget"]');
      await go('main button');
      await sees(page, 'main', 'Forgotten');
      for (const path of ['/intake', '/intake/name']) {
        await open(path);
        assert.ok(!(await page.content()).includes('Secret'), path);
      }
      assert.equal((await host.database.query("select 1 from intake_parts where body::text like '%Secret%'")).length, 0);
    });

    // The automation of Firefox cannot switch off scripts for a page. The heights and words are the same in both.
    if (engine !== 'chrome') return;

    test('a person begins in Arabic, goes on in German with what they had not saved yet, and checks it without scripts', async () => {
      const { page } = visit;
      const direction = () => page.$eval('html', ({ lang, dir }) => `${lang} ${dir}`);
      const shownIn = (selector: string) => page.$eval(selector, (widget) => getComputedStyle(widget.shadowRoot!.querySelector('legend, [part=base], fieldset')!).direction);
      const stored = () => host.database.query<{ body: Response }>("select body from intake_parts where part = 'trust' order by saved_at desc limit 1");
      const before = await stored();
      await open('/intake?lang=ar');
      await go('a[href="/intake/trust"]');
      await isAsked(page, trust);
      assert.equal(await direction(), 'ar rtl');
      await choose(page, trust, { 'المعالج النفسي سيكون صادقًا معي': 'أوافق' });
      assert.equal(await shownIn(trust), 'rtl');
      await sees(page, trust, 'تمت الإجابة عن');
      await go('.languages button[lang=de]');
      assert.equal(await direction(), 'de ltr');
      await sees(page, trust, '1 von 13 beantwortet');
      assert.deepEqual(await chosen(page, trust), ['Stimme zu']);
      assert.equal(await shownIn(trust), 'ltr');
      assert.deepEqual(await stored(), before, 'nothing was saved by changing the language');
      await isQuiet(/safety messages not reviewed: (de|ar)/);
      await save();
      await sees(page, 'main', 'beantwortet: 1 von 13');
      const [record] = await stored();
      assert.equal(record?.body.locale, 'de');
      assert.deepEqual(record?.body.instrument.translation, { language: 'de', revision: 1, standing: 'draft' });
      assert.match(record?.body.disclosure ?? '', /Die Person, die Sie behandelt/);

      await page.setJavaScriptEnabled(false);
      await go('a[href="/intake/check"]');
      const words = () => page.$eval('main', (main) => main.innerText);
      assert.match(await words(), /Therapeutinnen und Therapeuten wären ehrlich zu mir\.\s+Stimme zu/);
      await go('.languages a[lang=ar]');
      assert.match(await words(), /المعالج النفسي سيكون صادقًا معي\.\s+أوافق/);
      await go('.form-end button');
      assert.match(await words(), /شكرًا لك\. وصلتنا إجاباتك\./);
    });

    test('after a session, the page asks before it changes the language with answers that were not sent', async () => {
      const { page } = visit;
      const pass = await host.newClient();
      await open(`/session/${host.token('session', pass)}?lang=de`);
      await isAsked(page, 'attune-session');
      await choose(page, trust, { 'Die Person, die mich behandelt, war ehrlich': 'Stimme zu' });
      const asked: string[] = [];
      page.once('dialog', (dialog) => {
        asked.push(dialog.message());
        void dialog.dismiss();
      });
      await page.click('.languages a[lang=ar]');
      assert.match(asked.join(), /noch nicht gesendet/);
      assert.deepEqual(await chosen(page, trust), ['Stimme zu']);
      await press(page, 'attune-session', 'Senden');
      await sees(page, trust, '4 Fragen sind nicht ausgefüllt.');
      await press(page, 'attune-session', 'Senden');
      await sees(page, '[slot=thanks]', 'Vielen Dank. Ida Lindqvist sieht das vor Ihrer nächsten Sitzung.');
      const [kept] = await host.database.query<{ body: Response; status: string }>("select body, score->>'status' as status from records where client_id = $1", [pass.client]);
      assert.equal(kept?.body.instrument.language, 'de');
      assert.equal(kept?.status, 'unscored');
    });

    test('without scripts every part works by keyboard alone, and nothing is lost', async () => {
      const { page } = visit;
      await open('/intake/trust');
      await isAsked(visit.page, trust);
      await choose(page, trust, { 'A therapist would be honest with me.': 'Agree' });
      await save();
      await page.setJavaScriptEnabled(false);
      /** Goes to the field with this name by Tab. */
      const tabToField = async (name: string): Promise<void> => {
        for (let presses = 0; presses < 60; presses++) {
          if ((await page.evaluate(() => document.activeElement?.getAttribute('name'))) === name) return;
          await page.keyboard.press('Tab');
        }
        assert.fail(`Tab does not lead to ${name}`);
      };
      const saveByKey = (): Promise<void> => enter('button: Save this part');
      const words = () => page.$eval('main', (main) => main.innerText);
      await open('/intake/trust');
      assert.match(await words(), /In danger, or might hurt yourself or someone\?.*the night line is/s);
      assert.equal(await page.$eval('[name="trust.t03"]:checked', (radio) => (radio as HTMLInputElement).value), 'agree');
      await tabToField('trust.t01');
      await page.keyboard.press(' ');
      await page.keyboard.press('ArrowDown');
      await tabToField('trust.t-help');
      await page.keyboard.type('A calm room.');
      await saveByKey();
      await enter('a: Our work, and what stays private');
      assert.match(await words(), /What you say stays between you and your therapist/);
      await tabToField('together.b01');
      await page.keyboard.press(' ');
      await tabToField('together.q-purpose.1');
      await page.keyboard.type('x'.repeat(281));
      await saveByKey();
      assert.match(await words(), /Use at most 280 characters\./);
      assert.equal(await page.$eval('[name="together.q-purpose.1"]', (box) => (box as HTMLTextAreaElement).value.length), 281);
      assert.equal(await page.$eval('[name="together.b01"]:checked', (radio) => (radio as HTMLInputElement).value), 'not-clear');
      await tabToField('together.q-purpose.1');
      for (const chord of ['Control', 'a'] as const) await page.keyboard.down(chord);
      for (const chord of ['a', 'Control'] as const) await page.keyboard.up(chord);
      await page.keyboard.type('How long?');
      await saveByKey();
      await enter('a: Roles, cost and ending');
      await saveByKey();
      await enter('a: Your name');
      await tabToField('called');
      await page.keyboard.type('Plain');
      await saveByKey();
      await enter('a: Check my answers, then send');
      assert.match(await words(), /Plain[\s\S]*A therapist would be honest with me\.\s+Agree[\s\S]*A calm room\.[\s\S]*How long\?/);
      await enter('button: Send to the clinic');
      assert.match(await words(), /Thank you\. We have it\./);
      const kept = await host.database.query<{ body: Response }>(
        "select body from records join clients on clients.id = client_id where called = 'Plain' order by instrument",
      );
      assert.deepEqual(
        kept.map(({ body }) => body.answers.map((answer) => [answer.item, ...('values' in answer ? answer.values : [answer.state])])),
        [
          [['b01', 'not-clear'], ['q-purpose', 'How long?']],
          [['t01', 'disagree'], ['t03', 'agree'], ['t-help', 'A calm room.']],
        ],
      );
      assert.match(kept[0]?.body.disclosure ?? '', /Your therapist/);
    });

    test('after sending and after erasing, Back shows nothing of it to the next person', async () => {
      const { page } = visit;
      const words = () => page.evaluate(() => document.body.innerText + [...document.querySelectorAll('input')].map(({ value }) => value).join());
      const begin = async (): Promise<void> => {
        await open('/intake/name');
        await page.type('[name=called]', 'Quagga');
        await save();
      };
      await begin();
      await open('/intake/check');
      assert.match(await words(), /Quagga/);
      await enter('button: Send to the clinic');
      await page.goBack();
      assert.doesNotMatch(await words(), /Quagga/);

      await begin();
      await open('/intake/name');
      assert.match(await words(), /Quagga/);
      await enter('a: Erase what I saved of this part');
      await enter('button: Erase this part');
      for (let pages = 0; pages < 2; pages++) {
        await page.goBack();
        assert.doesNotMatch(await words(), /Quagga/);
      }
    });

    test('no page of the form is longer than 2,400 px at 900 wide and 3,400 px at 390 wide, and none scrolls sideways at 320', async () => {
      const { page } = visit;
      const heights: Record<string, number> = {};
      const measure = async (name: string, most: number): Promise<void> => {
        const { height, width } = await page.evaluate(() => {
          const { scrollHeight, scrollWidth } = document.documentElement;
          return { height: scrollHeight, width: scrollWidth };
        });
        heights[name] = height;
        assert.ok(height <= most, `${name}: ${height} px`);
        assert.ok(width <= page.viewport()!.width, `${name} is ${width} px wide`);
      };
      /** Answers everything on each page of a widget, so that the suggested questions are open too. */
      const walk = async (part: string, most: number): Promise<void> => {
        const tag = part === 'trust' ? trust : card;
        await open(`/intake/${part}`);
        await page.waitForFunction((selector) => document.querySelector(selector)?.shadowRoot?.querySelector('fieldset'), {}, tag);
        for (let number = 1; number < 20; number++) {
          await page.$eval(tag, async (widget) => {
            const { shadowRoot, updateComplete } = widget as Element & { updateComplete: Promise<unknown> };
            for (const group of shadowRoot!.querySelectorAll('fieldset')) group.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]?.click();
            await updateComplete;
            for (const tick of shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=checkbox]:not(:checked)')) tick.click();
            await updateComplete;
          });
          await measure(`${part} ${number} at ${page.viewport()!.width}`, most);
          const isLast = await page.$eval(tag, (widget) => ![...widget.shadowRoot!.querySelectorAll('button')].some((each) => each.textContent?.trim() === 'Next'));
          if (isLast) break;
          await press(page, tag, 'Next');
        }
        await save();
      };
      for (const [width, most] of [[900, 2400], [390, 3400], [320, Infinity]] as const) {
        await page.setViewport({ width, height: 900 });
        for (const path of ['/intake', '/intake/name']) {
          await open(path);
          await measure(`${path} at ${width}`, most);
        }
        for (const part of ['trust', 'together', 'terms']) await walk(part, most);
        await measure(`list at ${width}`, most);
        await open('/intake/check');
        await measure(`check at ${width}`, most);
      }
      // Every page was measured: a list at 900, and pages at 390 and 320.
      for (const last of ['trust 1 at 900', 'trust 5 at 390', 'terms 3 at 320', 'check at 320']) assert.ok(heights[last], last);
      const longest = (end: string): number => Math.max(...Object.entries(heights).flatMap(([name, height]) => (name.endsWith(end) ? [height] : [])));
      console.log(`the longest page of the intake form: ${longest('at 900')} px at 900, ${longest('at 390')} px at 390`);
    });
  });
}
