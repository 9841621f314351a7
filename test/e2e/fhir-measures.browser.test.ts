import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { fromQuestionnaire, toQuestionnaireResponse } from '../../src/fhir/index.ts';
import { resolveInstrument } from '../../src/core/instrument/resolve-instrument.ts';
import { keyOf } from '../../src/core/instrument/item-index.ts';
import type { Response } from '../../src/core/record/response.ts';
import { corpus } from '../../tools/fhir-corpus.mjs';
import type { Json } from '../fhir/in/read.ts';
import { engines } from './engines.ts';
import { type FhirFormsPage, openFhirForms } from './fhir-forms/page.ts';

const named = (name: string): Json => {
  const found = corpus().find((one) => one.name === name);
  assert.ok(found, name);
  return found.resource;
};

const sdc = (name: string): Json => named(`Questionnaire-questionnaire-sdc-profile-example-${name}`);

/** PHQ-9 of the SDC package. Its expression selects items at the top, and the questions are in a group: test/fhir/expressions/examples.test.ts. */
const phq9 = JSON.parse(JSON.stringify(sdc('PHQ9')).replace('%resource.item.where(linkId!', '%resource.item.item.where(linkId!')) as Json;
const questions = Array.from({ length: 9 }, (_, i) => `H1/T1/Q${i + 1}`);

/** An event at the widget: its type, and what it says. */
interface Heard {
  type: string;
  detail?: string;
}

declare global {
  interface Window {
    heard: Heard[];
    record: unknown;
  }
}

const [{ skip, launch }] = engines;
describe('a measure of others', { skip }, () => {
  let browser: Browser;
  let page: FhirFormsPage;

  before(async () => {
    browser = await launch();
    page = await openFhirForms(browser);
    await page.tab.evaluate(() => {
      window.heard = [];
      const { dispatchEvent } = EventTarget.prototype;
      EventTarget.prototype.dispatchEvent = function (event) {
        const { type, detail } = event as CustomEvent<unknown>;
        window.heard.push({ type, ...(type.startsWith('attune-') && { detail: JSON.stringify(detail) }) });
        return dispatchEvent.call(this, event);
      };
      document.addEventListener('attune-submit', ({ detail }) => (window.record = JSON.parse(JSON.stringify(detail.response))));
    });
  });
  after(async () => {
    await page?.close();
    await browser?.close();
  });

  const inside = (selector: string): string => `attune-questionnaire >>> ${selector}`;
  const itemAt = (linkId: string): string => inside(`[data-key="${keyOf(linkId, [])}"]`);

  /** Chooses an answer by its text, from radios or from a list that opens. */
  const choose = async (linkId: string, text: string): Promise<void> => {
    const item = await page.tab.waitForSelector(itemAt(linkId));
    await item!.evaluate((root, wanted) => {
      const is = (element: Element): boolean => element.textContent!.trim() === wanted;
      const select = root.querySelector('select');
      if (!select) return [...root.querySelectorAll('label')].find(is)!.click();
      select.selectedIndex = [...select.options].findIndex(is);
      for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }));
    }, text);
    await page.tab.evaluate(() => document.querySelector('attune-questionnaire')!.updateComplete);
  };
  const valueOf = (linkId: string): Promise<string> =>
    page.tab.$eval(`${itemAt(linkId)} :is(input, select)`, (field) =>
      field instanceof HTMLSelectElement ? field.selectedOptions[0]!.text.trim() : (field as HTMLInputElement).value,
    );
  const words = (): Promise<string> => page.tab.$eval('attune-questionnaire', ({ shadowRoot }) => shadowRoot!.textContent ?? '');
  const heard = (): Promise<Heard[]> => page.tab.evaluate(() => window.heard.splice(0));

  test('PHQ-9 is shown with its copyright, and its score is that of its weights', async () => {
    const { reports, words: shown } = await page.present(phq9);
    assert.deepEqual(reports, []);
    assert.match(shown, /unaltered digital reproduction of the PHQ-9 which is copyrighted by Pfizer Inc\./);
    for (const id of questions) await choose(id, 'Several days');
    assert.equal(await valueOf('H1/TS'), '9');
    await choose(questions[1]!, 'More than half the days');
    await choose(questions[2]!, 'Not at all');
    assert.equal(await valueOf('H1/TS'), '9');
    await choose(questions[0]!, 'Not at all');
    assert.equal(await valueOf('H1/TS'), '8');
    assert.deepEqual(page.errors.splice(0), []);
  });

  test('the ninth question of PHQ-9 raises nothing by itself: it is answered like the eighth', async () => {
    const answered: { events: Heard[]; words: string }[] = [];
    for (const id of ['H1/T1/Q8', 'H1/T1/Q9']) {
      await page.present(phq9);
      await heard();
      await choose(id, 'Nearly every day');
      answered.push({ events: JSON.parse(JSON.stringify(await heard()).replaceAll(id, 'the question')) as Heard[], words: await words() });
    }
    const [eighth, ninth] = answered;
    assert.deepEqual(ninth, eighth);
    assert.ok(ninth!.events.some(({ type }) => type === 'attune-answer'));
    assert.doesNotMatch(JSON.stringify(ninth!.events), /Nearly/);
  });

  test('nor does it when the form is sent: the page hears the record, and nothing else', async () => {
    const sent: { types: string[]; words: string }[] = [];
    for (const answer of ['Not at all', 'Nearly every day']) {
      await page.present(phq9);
      for (const id of questions) await choose(id, id.endsWith('9') ? answer : 'Not at all');
      await heard();
      await page.tab.locator(inside('[part~=submit]')).click();
      await page.tab.waitForSelector(inside('[part~=edit]'));
      sent.push({ types: (await heard()).map(({ type }) => type), words: (await words()).replaceAll(answer, 'the answer') });
    }
    const [none, most] = sent;
    assert.deepEqual(most!.types, none!.types);
    assert.ok(most!.types.includes('attune-submit'));
  });

  test('PHQ-9 of the examples of R4 is answered with the list of LOINC that the page expands, and sent with its codes', async () => {
    const questionnaire = named('Questionnaire-phq-9-questionnaire');
    const [list] = sdc('item-weight').contained as Json[];
    await page.present(questionnaire, { valueSets: { 'http://loinc.org/vs/LL358-3': list! } });
    const items = questionnaire.item as { linkId: string; code: { code: string }[]; type: string }[];
    const asked = items.filter(({ type }) => type === 'choice');
    for (const { linkId } of asked) await choose(linkId, 'Several days');
    // The form has a rule for its total in a language that is not evaluated.
    await page.tab.locator(`${itemAt('TotalScore')} input`).fill('9');
    await page.tab.locator(inside('[part~=submit]')).click();
    await page.tab.waitForFunction(() => window.record && (window.record as Response).instrument.id.includes('phq'));
    const { instrument: definition } = fromQuestionnaire(questionnaire, { valueSets: { 'http://loinc.org/vs/LL358-3': list! } });
    const resolved = resolveInstrument(definition!);
    assert.ok(resolved.ok);
    const record = (await page.tab.evaluate(() => window.record)) as Response;
    const { item } = toQuestionnaireResponse(record, resolved.instrument, { fhirVersion: 'R4' }).resource;
    const given = item!.map(({ linkId, answer }) => [linkId, answer![0]!.valueCoding?.code ?? answer![0]!.valueInteger]);
    assert.deepEqual(given, items.map(({ linkId, type }) => [linkId, type === 'choice' ? 'LA6569-3' : 9]));
    assert.deepEqual(page.errors.splice(0), []);
  });

  test('Hunger Vital Sign is shown with its copyright, and says the risk', async () => {
    const questionnaire = named('Questionnaire-SDOHCC-QuestionnaireHungerVitalSign');
    const { reports, words: shown } = await page.present(questionnaire);
    assert.deepEqual(reports, []);
    assert.ok(shown.includes(questionnaire.copyright as string));
    await choose('/88122-7', 'Never true');
    await choose('/88123-5', 'Never true');
    assert.equal(await valueOf('/88124-3'), 'No risk');
    await choose('/88123-5', 'Sometimes true');
    assert.equal(await valueOf('/88124-3'), 'At risk');
    assert.deepEqual(page.errors.splice(0), []);
  });

  test('Glasgow coma score, whose questions have codes and no texts, is answered from its own lists', async () => {
    const { reports } = await page.present(named('Questionnaire-gcs'));
    assert.deepEqual(reports, ['limited-form: 1.1: Text missing; 1.2: Text missing; 1.3: Text missing']);
    await choose('1.2', 'Obeys commands');
    assert.deepEqual(page.errors.splice(0), []);
  });
});
