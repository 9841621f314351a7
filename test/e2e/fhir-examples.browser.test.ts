import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { fromQuestionnaire } from '../../src/fhir/index.ts';
import { corpus } from '../../tools/fhir-corpus.mjs';
import type { Json } from '../fhir/in/read.ts';
import { engines } from './engines.ts';
import { type FhirFormsPage, openFhirForms, type Presented } from './fhir-forms/page.ts';
import { withoutConditions } from './fhir-forms/without-conditions.ts';

/** An item, and whether it is there before the first answer. */
interface Listed {
  item: Json;
  waits: boolean;
}

const WAITING = /questionnaire-hidden"|usageMode"|enableWhenExpression"/;

function listed(items: readonly Json[] = [], waits = false): Listed[] {
  return items.flatMap((item) => {
    const isWaiting = waits || item.enableWhen !== undefined || WAITING.test(JSON.stringify(item.extension ?? []));
    const inside = listed(item.item as Json[] | undefined, isWaiting || item.type !== 'group');
    return [{ item, waits: isWaiting }, ...inside];
  });
}

/** The linkId in a key. */
const linkIdOf = (key: string): string =>
  key.replace(/(\.\d+)+$/, '').replace(/~([\da-f]+)~/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Items that are neither in the form nor named as a problem. One without a linkId has been given another, and one of two has too. */
function absent(questionnaire: Json, { keys, words, reports }: Presented): string[] {
  const shown = new Set(keys.map(linkIdOf));
  const issues = fromQuestionnaire(questionnaire).issues.filter(({ code }) => code === 'display-without-text');
  const told = new Set(issues.map(({ path }) => path));
  const isTold = (id: string): boolean => told.has(id) || reports.some((report) => report.includes(` ${id}: `) || report.includes(` ${id}.dynamic: `));
  const isRead = (text: unknown): boolean => typeof text === 'string' && words.includes(text);
  return listed(questionnaire.item as Json[])
    .filter(({ waits, item: { linkId, text } }) => !waits && !shown.has(linkId as string) && !isRead(text) && !isTold(linkId as string))
    .map(({ item }) => `${String(item.linkId)} (${String(item.type)}): ${String(item.text)}`);
}

const KNOWN_REPORTS = /^(limited-form|bad-expression): /;

const [{ skip, launch }] = engines;
describe('each Questionnaire of HL7 in a browser', { skip }, () => {
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

  for (const { name, resource } of corpus()) {
    const questionnaire = resource as Json;
    if (!questionnaire.item) {
      test(`${name} has nothing to present, and the page is told`, async () => {
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
