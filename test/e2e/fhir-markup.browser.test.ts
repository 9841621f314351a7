import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { engines } from './engines.ts';
import { type FhirFormsPage, openFhirForms } from './fhir-forms/page.ts';

const XHTML = 'http://hl7.org/fhir/StructureDefinition/rendering-xhtml';

const formWith = (content: string): object => ({
  resourceType: 'Questionnaire',
  status: 'active',
  item: [{ linkId: 'note', type: 'display', text: 'Plain', _text: { extension: [{ url: XHTML, valueString: content }] } }],
});

for (const { engine, skip, launch } of engines) {
  describe(`markup of a form, under a strict content security policy, in ${engine}`, { skip }, () => {
    let browser: Browser;
    let page: FhirFormsPage;

    before(async () => {
      browser = await launch();
      page = await openFhirForms(browser);
      await page.tab.evaluate(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => console.error(`violated: ${violatedDirective}`));
      });
    });
    after(async () => {
      await page?.close();
      await browser?.close();
    });

    // Many form builders write styles. A page with `report-uri` would report each of them to its server.
    test('a style in it is left out before the browser can refuse it', async () => {
      const { words } = await page.present(
        formWith(`<style>p { color: red }</style><div style="color: red" title='a style="b"'><p STYLE = 'font-size: 2em'>Read <b style=color:red>this</b>, with style = yours.</p></div>`),
      );
      assert.match(words, /Read this, with style = yours\./);
      const title = await page.tab.evaluate(() => document.querySelector('attune-questionnaire')!.shadowRoot!.querySelector('[title]')!.getAttribute('title'));
      assert.equal(title, 'a style="b"');
      assert.deepEqual(page.errors, []);
    });
  });
}
