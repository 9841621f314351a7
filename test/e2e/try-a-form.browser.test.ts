import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import axe, { type AxeResults } from 'axe-core';
import type { Browser } from 'puppeteer-core';
import { engines } from './engines.ts';
import { type Host, openHost } from './open-host.ts';
import { signIn } from './sign-in.ts';
import { find, press, sees, startVisit, type Visit } from './visit.ts';

const path = '/clinician/try-a-form';
const widget = 'attune-questionnaire';

const walk = {
  resourceType: 'Questionnaire',
  url: 'https://walkers.example/fhir/Questionnaire/walk',
  status: 'active',
  language: 'en',
  title: 'Join the </script><b>walking</b> group',
  copyright: '© 2026 Riverside Walkers',
  item: [
    { linkId: 'name', type: 'string', text: 'What may we call you?' },
    { linkId: 'pace', type: 'choice', text: 'Which pace suits you?', answerOption: [{ valueCoding: { code: 'slow', display: 'Slow' } }, { valueCoding: { code: 'brisk', display: 'Brisk' } }] },
    { linkId: 'far', type: 'quantity', text: 'How far do you walk?', extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-unit', valueCoding: { system: 'http://unitsofmeasure.org', code: 'km', display: 'km' } }] },
    { linkId: 'land', type: 'choice', text: 'Where do you live?', answerValueSet: 'https://walkers.example/fhir/ValueSet/lands' },
  ],
};

describe('the page on which a clinician tries a form', () => {
  let host: Host;
  let cookie = '';

  before(async () => {
    host = await openHost();
    cookie = await signIn(host);
  });
  after(() => host.close());

  const paste = async (questionnaire: string, as = cookie): Promise<{ status: number; page: string; answer: Response }> => {
    const answer = await fetch(`${host.address}${path}`, { method: 'POST', body: new URLSearchParams({ questionnaire }), headers: { cookie: as }, redirect: 'manual' });
    return { status: answer.status, page: await answer.text(), answer };
  };

  test('is behind the sign-in, whatever is sent to it', async () => {
    const asked = await fetch(`${host.address}${path}`, { redirect: 'manual' });
    const { answer, page } = await paste(JSON.stringify(walk), '');
    for (const { status, headers } of [asked, answer]) assert.deepEqual([status, headers.get('location')], [303, '/clinician']);
    assert.doesNotMatch(page, /walking/);
  });

  test('says in a sentence why a text is no form, and gives the text back', async () => {
    for (const [text, sentence] of [
      ['', 'There is no text yet.'],
      ['{"resourceType": "Questionnaire", ', 'This text is not JSON.'],
      ['[1, 2]', 'it does not say its type'],
      ['null', 'it does not say its type'],
      ['{"resourceType": "Patient"}', 'This is another resource: Patient.'],
      ['{"resourceType": "</textarea><script>alert(1)</script>"}', 'This is another resource: &lt;/textarea&gt;'],
      ['{"resourceType": "Questionnaire", "status": "active"}', 'This Questionnaire cannot be shown as a form.'],
    ] as const) {
      const { status, page } = await paste(text);
      assert.equal(status, 422, text);
      assert.ok(page.includes(sentence), `${text}: ${sentence}`);
      const escaped = text.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
      assert.ok(page.includes(`\n${escaped}</textarea>`), text);
      assert.doesNotMatch(page, /<attune-questionnaire|<script>/);
    }
  });

  test('names what differs from the Questionnaire: where, what, and what it means', async () => {
    const { status, page } = await paste(JSON.stringify(walk));
    assert.equal(status, 200);
    assert.match(page, /<tr><th scope="row">land<\/th><td[^>]*>Value set not expanded: https:\/\/walkers\.example\/fhir\/ValueSet\/lands<\/td><td[^>]*>It is shown in another way/);
    const broken = await paste('{"resourceType": "Questionnaire", "status": "active", "item": []}');
    assert.match(broken.page, /<th scope="row">item<\/th><td[^>]*>No items<\/td><td[^>]*>The Questionnaire has a mistake here/);
  });

  test('takes a form of several hundred kilobytes, and refuses one that is larger than the limit', async () => {
    const items = Array.from({ length: 900 }, (_, i) => ({ linkId: `q${i}`, type: 'string', text: `Question ${i}: ${'long '.repeat(60)}` }));
    const large = JSON.stringify({ ...walk, item: items });
    assert.ok(large.length > 300_000);
    assert.equal((await paste(large)).status, 200);
    assert.equal((await paste('"'.repeat(800_000))).status, 413);
  });

  test('stores nothing, and writes nothing of it to the log', async () => {
    const earlier = await host.rows();
    await paste(JSON.stringify(walk));
    assert.deepEqual(await host.rows(), earlier);
    assert.doesNotMatch(host.log.join('\n'), /walk/i);
  });

  for (const { engine, skip, launch } of engines) {
    describe(`in ${engine}`, { skip }, () => {
      let browser: Browser;
      let visit: Visit;

      before(async () => {
        browser = await launch();
      });
      after(() => browser?.close());
      beforeEach(async () => {
        visit = await startVisit(browser);
        await visit.page.goto(`${host.address}/clinician`, { waitUntil: 'load' });
        await visit.page.type('input[name=password]', host.password);
        await Promise.all([visit.page.waitForNavigation(), visit.page.keyboard.press('Enter')]);
      });
      afterEach(() => visit.close());

      const show = async (text: string): Promise<void> => {
        const { page } = visit;
        await page.goto(`${host.address}${path}`, { waitUntil: 'load' });
        await page.$eval('#questionnaire', (field, value) => void ((field as HTMLTextAreaElement).value = value), text);
        await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('.pasting button')]);
      };

      test('a clinician pastes a Questionnaire, fills it in, and nothing leaves the page', async () => {
        const { page } = visit;
        await show(JSON.stringify(walk));
        await sees(page, widget, 'Join the </script><b>walking</b> group');
        await sees(page, widget, '© 2026 Riverside Walkers');
        assert.ok((await page.$eval('#form', (form) => form.getBoundingClientRect().top)) < 300, 'the form is in view');
        const before = visit.requests.length;
        await (await find(page, widget, { words: 'What may we call you?' })).click();
        await page.keyboard.type('Sam');
        await (await find(page, widget, { under: 'Which pace suits you?', words: 'Brisk' })).click();
        await press(page, widget, 'Send');
        await press(page, widget, 'Finish and send what I have');
        await sees(page, '#tried', 'Its answers were neither stored nor sent.');
        assert.deepEqual(visit.requests.slice(before), []);
        assert.deepEqual(await visit.trespasses(), []);
        assert.deepEqual(visit.said.filter((line) => !line.includes('limited-form')), []);
      });

      test('a form calculates and shows its markup, under the policy of the page', async () => {
        const expression = (name: string, text: string) => ({ url: `http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-${name}`, valueExpression: { language: 'text/fhirpath', expression: text } });
        const xhtml = { url: 'http://hl7.org/fhir/StructureDefinition/rendering-xhtml', valueString: '<p>How <em>many</em> steps?</p>' };
        await show(
          JSON.stringify({
            ...walk,
            item: [
              { linkId: 'steps', type: 'integer', text: 'How many steps?', _text: { extension: [xhtml] } },
              { linkId: 'double', type: 'integer', text: 'Twice as many', readOnly: true, extension: [expression('calculatedExpression', "%resource.item.where(linkId = 'steps').answer.value * 2")] },
            ],
          }),
        );
        const { page } = visit;
        await sees(page, widget, 'Twice as many');
        await page.waitForFunction((tag) => !!document.querySelector(tag)?.shadowRoot?.querySelector('em'), {}, widget);
        await page.$eval(widget, (form) => form.shadowRoot!.querySelector('input')!.focus());
        await page.keyboard.type('21');
        await page.keyboard.press('Tab');
        await page.waitForFunction((tag) => [...document.querySelector(tag)!.shadowRoot!.querySelectorAll('input, output')].some((field) => (field as HTMLInputElement).value === '42'), {}, widget);
        assert.deepEqual(await visit.trespasses(), []);
        assert.deepEqual(visit.said, []);
      });

      test('after a text that is no form, the clinician is in the field with the text, and corrects it', async () => {
        const { page } = visit;
        await show('{"resourceType": "Questionnaire"');
        // A browser carries out `autofocus` with a frame of its own, perhaps after `load`.
        await page.waitForFunction(() => document.activeElement?.id === 'questionnaire');
        assert.equal(await page.$eval('#questionnaire', (field) => (field as HTMLTextAreaElement).value), '{"resourceType": "Questionnaire"');
        await sees(page, '#sentence', 'This text is not JSON.');
      });

      test('axe finds no violation beside the form, and beside a sentence about a mistake', async () => {
        const { page } = visit;
        for (const text of [JSON.stringify(walk), '{"resourceType": "Questionnaire", "item": []}']) {
          await show(text);
          await page.evaluate(axe.source);
          const found = await page.evaluate(async () => {
            const { axe } = window as unknown as { axe: { run: () => Promise<AxeResults> } };
            const { violations } = await axe.run();
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`);
          });
          assert.deepEqual(found, []);
        }
      });

      test('at 320 px the page does not scroll sideways', async () => {
        await visit.page.setViewport({ width: 320, height: 640 });
        await show(JSON.stringify(walk));
        await sees(visit.page, widget, 'Which pace suits you?');
        assert.ok((await visit.page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
      });
    });
  }
});
