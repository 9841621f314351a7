import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser, CDPSession } from 'puppeteer-core';
import type { Json } from '../fhir/in/read.ts';
import { engines } from './engines.ts';
import { type FhirFormsPage, openFhirForms, type Presented } from './fhir-forms/page.ts';

// What the conversion does with such forms is in test/fhir/in/hostile.test.ts and test/fhir/expressions/hostile.test.ts. Here a page has them,
// without a content security policy.

/**
 * The most processor time of the main thread, in milliseconds, for all that a form makes it do: so no single task is longer. Other work on
 * the machine does not count, so a slow machine has time enough: these forms take 5 to 400 on two busy cores.
 */
const MOST = 2000;

declare global {
  interface Window {
    ran: boolean;
  }
}

/** Functions in the page that make a form, so that a large one is not sent to it. */
const forms = {
  nested: (depth: number): object => {
    let item: object = { linkId: 'inner', text: 'Q', type: 'string' };
    for (let i = 0; i < depth; i++) item = { linkId: `g${i}`, text: 'G', type: 'group', item: [item] };
    return { resourceType: 'Questionnaire', status: 'active', item: [item] };
  },
  circular: (count: number): object => {
    const item = Array.from({ length: count }, (_, i) => {
      const enableWhen = [{ question: `q${(i + 1) % count}`, operator: '=', answerBoolean: true }];
      return { linkId: `q${i}`, text: `Question ${i}`, type: 'boolean', enableWhen };
    });
    return { resourceType: 'Questionnaire', status: 'active', item };
  },
  large: (count: number): object => {
    const item = Array.from({ length: count }, (_, i) => ({ linkId: `q${i}`, text: 'x'.repeat(50_000_000 / count), type: 'string' }));
    return { resourceType: 'Questionnaire', status: 'active', item };
  },
  inItself: (): object => {
    const form: Record<string, unknown> = { resourceType: 'Questionnaire', status: 'active' };
    return Object.assign(form, { item: [form] });
  },
  throwing: (): object =>
    Object.defineProperty({ resourceType: 'Questionnaire', status: 'active', item: [] }, 'title', {
      enumerable: true,
      get() {
        throw new Error('a trap');
      },
    }),
};

const SCRIPTS = ['<img src=x onerror="ran=true">', '<script>ran=true</script>', '"><svg onload=ran=true>', 'javascript:ran=true', '${ran=true}', "'-(ran=true)-'"];

/** A form in which every text is this one. */
const full = (text: string): Json => {
  const coding = { system: text, code: text, display: text };
  const url = 'http://hl7.org/fhir/StructureDefinition/';
  const markup = { extension: [{ url: `${url}rendering-xhtml`, valueString: text }, { url: `${url}rendering-markdown`, valueMarkdown: text }, { url: `${url}rendering-style`, valueString: text }] };
  const expression = { language: 'text/fhirpath', expression: text };
  const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';
  const common = (type: string, id: string): Json => ({
    linkId: `${id}${text}`,
    type,
    text,
    _text: markup,
    prefix: text,
    definition: text,
    code: [coding],
    extension: [
      { url: `${url}questionnaire-supportLink`, valueUri: text },
      { url: `${sdc}itemMedia`, valueAttachment: { contentType: 'image/png', url: text, title: text } },
      { url: `${url}entryFormat`, valueString: text },
      { url: `${sdc}shortText`, valueString: text },
      { url: `${url}questionnaire-unit`, valueCoding: coding },
      { url: `${url}regex`, valueString: text },
      { url: `${sdc}calculatedExpression`, valueExpression: expression },
      { url: `${url}translation`, extension: [{ url: 'lang', valueCode: text }, { url: 'content', valueString: text }] },
    ],
  });
  return {
    resourceType: 'Questionnaire',
    url: text,
    version: text,
    status: 'active',
    title: text,
    publisher: text,
    copyright: text,
    description: text,
    language: text,
    item: [
      common('display', 'd'),
      { ...common('choice', 'c'), answerOption: [{ valueCoding: { ...coding, extension: [{ url: `${url}questionnaire-optionPrefix`, valueString: text }] }, _valueCoding: markup }] },
      { ...common('open-choice', 'o'), answerValueSet: text },
      { ...common('string', 's'), initial: [{ valueString: text }] },
      { ...common('url', 'u'), initial: [{ valueUri: text }] },
      { ...common('quantity', 'q'), initial: [{ valueQuantity: { value: 1, unit: text, code: text, system: text } }] },
      { ...common('group', 'g'), item: [{ ...common('display', 'h'), extension: [{ url: `${url}questionnaire-itemControl`, valueCodeableConcept: { coding: [{ code: 'help' }] } }] }] },
    ],
  };
};

/** Each place of a resource, as the names that lead there. */
function pathsIn(data: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof data !== 'object' || !data) return path.length ? [path] : [];
  return [...(path.length ? [path] : []), ...Object.entries(data).flatMap(([name, value]) => pathsIn(value, [...path, name]))];
}

function changed(resource: Json, path: readonly string[], value: unknown): Json {
  const copy = structuredClone(resource);
  let at = copy;
  for (const name of path.slice(0, -1)) at = at[name] as Json;
  at[path.at(-1)!] = value;
  return copy;
}

const [{ skip, launch }] = engines;
describe('a hostile Questionnaire in a page', { skip }, () => {
  let browser: Browser;
  let page: FhirFormsPage;
  let session: CDPSession;

  const spent = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  };
  const presented = async (make: (count: number) => object, count = 0): Promise<Presented> => page.present(await page.tab.evaluateHandle(make, count), { layout: 'auto' });

  before(async () => {
    browser = await launch();
    page = await openFhirForms(browser, { policy: false });
    session = await page.tab.createCDPSession();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  });
  after(async () => {
    await page?.close();
    await browser?.close();
  });
  // After each of them, the page has thrown nothing, has run nothing, and shows the next form.
  afterEach(async () => {
    assert.deepEqual(page.errors.splice(0), []);
    assert.equal(await page.tab.evaluate(() => window.ran), undefined);
    const { keys, reports } = await page.present({ resourceType: 'Questionnaire', status: 'active', item: [{ linkId: 'q', text: 'Well?', type: 'boolean' }] });
    assert.deepEqual([keys, reports], [['q'], []]);
  });

  const soon = async (act: () => Promise<Presented>): Promise<Presented> => {
    const start = await spent();
    const result = await act();
    const time = (await spent()) - start;
    assert.ok(time < MOST, `${Math.round(time)} ms of the main thread`);
    return result;
  };

  test('nested 10,000 deep is reported, as an object and as text', async () => {
    const reports = [['bad-instrument: instrument: Must be within the limit of 256 levels']];
    assert.deepEqual([(await soon(() => presented(forms.nested, 10_000))).reports], reports);
    const open = '{"linkId":"g","type":"group","item":[';
    const text = `{"resourceType":"Questionnaire","status":"active","item":[${open.repeat(10_000)}${']}'.repeat(10_000)}]}`;
    assert.match((await soon(() => page.present(text))).reports.join(), /^bad-instrument: [^,]*$/);
  });

  test('of 50 MB is reported, in one text and in many', async () => {
    for (const count of [1, 50_000]) {
      const { keys, reports } = await soon(() => presented(forms.large, count));
      assert.deepEqual([keys, reports], [[], ['bad-instrument: instrument: Must be within the limit of 20000000 characters']]);
    }
  });

  test('whose 1,000 conditions are a circle is there, and each condition is reported', async () => {
    const { keys, reports } = await soon(() => presented(forms.circular, 1000));
    assert.ok(keys.length > 0);
    assert.equal(reports.join().match(/Circular condition/g)?.length, 1000);
  });

  test('that contains itself, or throws when it is read, is reported', async () => {
    for (const form of [forms.inItself, forms.throwing]) assert.match((await soon(() => presented(form))).reports.join(), /^bad-instrument: instrument: /);
  });

  for (const script of SCRIPTS) {
    test(`with ${script} as every text runs nothing, and has no element of it`, async () => {
      await soon(() => page.present(full(script)));
      const found = await page.tab.evaluate(() => {
        const root = document.querySelector('attune-questionnaire')!.shadowRoot!;
        const names = [...root.querySelectorAll('*')].flatMap((element) => [
          ...(/^(script|iframe|object|embed)$/i.test(element.localName) ? [element.localName] : []),
          ...[...element.attributes].filter(({ name, value }) => name.startsWith('on') || (/^(href|src|action|style)$/.test(name) && /^javascript:|ran/.test(value))).map(({ name }) => name),
        ]);
        return { names, words: root.textContent ?? '', hasItems: root.querySelectorAll('[data-key]').length > 0 };
      });
      assert.deepEqual(found.names, []);
      assert.ok(found.hasItems);
      assert.ok(found.words.includes(script));
    });
  }

  test('with missing and repeated linkIds, and those of prototypes, shows each item once', async () => {
    const item = { text: 'Q', type: 'string' };
    const ids = ['a', 'a', undefined, undefined, '__proto__', 'constructor', 'toString', ' b ', 'x'.repeat(1000), ''];
    const form = { resourceType: 'Questionnaire', status: 'active', item: ids.map((linkId) => ({ ...item, linkId })) };
    const { keys, reports } = await soon(() => page.present(form));
    assert.equal(new Set(keys).size, ids.length);
    assert.match(reports.join(), /^limited-form: [^,]*Link id used twice[^,]*Link id missing/);
  });

  test('with a value of a wrong type at any place is shown or reported', async () => {
    const wrong = [null, 0, '', [], {}, true, [[]], [null]];
    for (const [i, path] of pathsIn(full('text')).entries()) {
      const { keys, reports } = await page.present(changed(full('text'), path, wrong[i % wrong.length]));
      assert.ok(keys.length > 0 || reports.some((report) => report.startsWith('bad-instrument: ')), path.join('.'));
      assert.deepEqual(page.errors.splice(0), [], path.join('.'));
    }
  });

  test('with patterns that would run away checks an answer at once', async () => {
    const regex = (valueString: string): Json => ({ url: 'http://hl7.org/fhir/StructureDefinition/regex', valueString });
    const patterns = ['^(a+)+$', '(a|a)*b', '(a*)*(a*)*b', '([a-z]+)*[a-z]*!', '(?:a?){50}a{50}'];
    const item = patterns.map((pattern, i) => ({ linkId: `q${i}`, text: pattern, type: 'text', extension: [regex(pattern)] }));
    const checked = await soon(async () => {
      const result = await page.present({ resourceType: 'Questionnaire', status: 'active', item });
      await page.tab.evaluate(async () => {
        const widget = document.querySelector('attune-questionnaire')!;
        for (const field of widget.shadowRoot!.querySelectorAll<HTMLTextAreaElement>('[data-key] :is(input, textarea)')) {
          field.value = `${'a'.repeat(5000)}?`;
          for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
        }
        widget.shadowRoot!.querySelector<HTMLElement>('[part~=submit]')!.click();
        await widget.updateComplete;
      });
      return result;
    });
    assert.deepEqual(checked.reports, []);
    const wrong = await page.tab.$$eval('attune-questionnaire >>> [data-key] [aria-invalid=true]', (fields) => fields.length);
    assert.equal(wrong, patterns.length);
  });

  test('with expressions that would run away is there without their results', async () => {
    const calculated = (expression: string): Json[] => [
      { url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression', valueExpression: { language: 'text/fhirpath', expression } },
    ];
    const expressions = [
      '(1).repeat($this + 1)',
      `(${Array.from({ length: 60 }, (_, i) => i).join(' | ')}).aggregate($total.combine($total), 1).count()`,
      `'${'a'.repeat(40)}b'.matches('^(a+)+$').toInteger()`,
      "'x'.replaceMatches('(x+)+y', '')",
      `${'('.repeat(4000)}1${')'.repeat(4000)}`,
      "'http://a'.resolve()",
    ];
    const item = expressions.map((expression, i) => ({ linkId: `q${i}`, text: 'Q', type: 'integer', extension: calculated(expression) }));
    const { keys, reports } = await soon(() => page.present({ resourceType: 'Questionnaire', status: 'active', item }));
    assert.equal(keys.length, expressions.length);
    assert.ok(reports.length > 0 && reports.every((report) => report.startsWith('bad-expression: ')));
  });
});
