import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { fromQuestionnaire } from '../../src/fhir/index.ts';
import { corpus, EVERYBODY } from '../../tools/fhir-corpus.mjs';
import type { Json } from '../fhir/in/read.ts';
import { engines } from './engines.ts';
import { type FhirFormsPage, openFhirForms, type Presented } from './fhir-forms/page.ts';
import { withoutConditions } from './fhir-forms/without-conditions.ts';

/** An item, and whether it is there before the first answer. */
interface Listed {
  item: Json;
  waits: boolean;
}

/** Not there before an answer, or without a text until then. */
const WAITING = /questionnaire-hidden"|usageMode"|enableWhenExpression"|cqf-expression"/;

function listed(items: readonly Json[] = [], waits = false): Listed[] {
  return items.flatMap((item) => {
    const isWaiting = waits || item.enableWhen !== undefined || WAITING.test(JSON.stringify([item.extension, item._text]));
    const inside = listed(item.item as Json[] | undefined, isWaiting || item.type !== 'group');
    return [{ item, waits: isWaiting }, ...inside];
  });
}

/** The linkId in a key. */
const linkIdOf = (key: string): string =>
  key.replace(/(\.\d+)+$/, '').replace(/~([\da-f]+)~/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The letters and digits of a text. */
const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** The words of the markup that is shown in place of a text. */
function wordsOfMarkup(beside: unknown): string | undefined {
  const extensions = (beside as Json | undefined)?.extension as Json[] | undefined;
  const markup = extensions?.find(({ url }) => String(url).endsWith('/rendering-xhtml'))?.valueString as string | undefined;
  return markup?.replace(/<[^>]*>|&\w+;/g, '');
}

/** Items that are neither in the form nor named as a problem. One without a linkId has been given another, and one of two has too. */
function absent(questionnaire: Json, { keys, words, reports }: Presented): string[] {
  const shown = new Set(keys.map(linkIdOf));
  const issues = fromQuestionnaire(questionnaire).issues.filter(({ code }) => code === 'display-without-text');
  const told = new Set(issues.map(({ path }) => path));
  const isTold = (id: string): boolean => told.has(id) || reports.some((report) => report.includes(` ${id}: `) || report.includes(` ${id}.dynamic: `));
  const read = plain(words);
  const isRead = ({ text, _text }: Json): boolean => typeof text === 'string' && [text, wordsOfMarkup(_text)].some((one) => one && read.includes(plain(one)));
  return listed(questionnaire.item as Json[])
    .filter(({ waits, item }) => !waits && !shown.has(item.linkId as string) && !isRead(item) && !isTold(item.linkId as string))
    .map(({ item }) => `${String(item.linkId)} (${String(item.type)}): ${String(item.text)}`);
}

const KNOWN_REPORTS = /^(limited-form|bad-expression): /;

const [{ skip, launch }] = engines;
describe('each Questionnaire of somebody else in a browser', { skip }, () => {
  let browser: Browser;
  let page: FhirFormsPage;

  before(async () => {
    browser = await launch();
    page = await openFhirForms(browser);
  });
  after(async () => {
    await page?.close();
    await browser?.close();
  });

  for (const { name, resource } of corpus('Questionnaire', EVERYBODY)) {
    const questionnaire = resource as Json;
    if (!questionnaire.item) {
      test(`${name} has nothing to present, and reports that to the page`, async () => {
        assert.deepEqual((await page.present(questionnaire)).reports, ['bad-instrument: item: No items']);
        assert.deepEqual(page.errors.splice(0), []);
      });
      continue;
    }

    test(`${name} is there without an error, and each item is shown or reported`, async () => {
      // A form that asks one item after the other is shown as a list below.
      const isOneByOne = JSON.stringify(questionnaire.extension ?? []).includes('entryMode');
      for (const form of [...(isOneByOne ? [] : [questionnaire]), withoutConditions(questionnaire)]) {
        const presented = await page.present(form);
        assert.deepEqual(absent(form, presented), []);
        assert.deepEqual(presented.reports.filter((report) => !KNOWN_REPORTS.test(report)), []);
        assert.deepEqual(page.errors.splice(0), []);
      }
      if (!isOneByOne) return;
      const { keys } = await page.present(questionnaire);
      assert.ok(keys.length > 0);
      assert.deepEqual(page.errors.splice(0), []);
    });
  }
});
