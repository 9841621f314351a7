import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { weight } from '../elements/fixtures/fhir-forms.ts';
import { engines } from './engines.ts';

/** What a strict page allows. `attune` is the policy that all files share. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types attune";
const FILES = ['fhir-questionnaire.js', 'fhir-expressions.js'];

const page = (files: readonly string[]): string => `<!doctype html><html lang="en"><title>Form</title>
${files.map((file) => `<script type="module" src="/${file}"></script>`).join('\n')}
<attune-questionnaire layout="list"><script type="application/json">${JSON.stringify(weight)}</script><p slot="crisis">Call 0800 111.</p></attune-questionnaire>`;

const [{ skip, launch }] = engines;
describe('a page with the two files for FHIR forms', { skip }, () => {
  let browser: Browser;
  let server: Server;

  before(async () => {
    server = createServer((request, response) => {
      const path = request.url!.slice(1);
      response.setHeader('content-security-policy', POLICY);
      if (!FILES.includes(path)) return void response.setHeader('content-type', 'text/html').end(page(path ? [...FILES].reverse() : FILES));
      response.setHeader('content-type', 'text/javascript');
      void readFile(new URL(`../../dist/cdn/${path}`, import.meta.url)).then((source) => response.end(source));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  for (const [order, path] of [['the widget first', ''], ['the expressions first', 'reverse']] as const) {
    test(`evaluates the expressions of a form, under a strict content security policy: ${order}`, async () => {
      const tab = await browser.newPage();
      const errors: string[] = [];
      tab.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
      tab.on('pageerror', (error) => void errors.push(String(error)));
      await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`);
      const field = (id: string): string => `attune-questionnaire >>> [data-key="${id}"] :is(input, textarea)`;
      await tab.locator(field('kg')).fill('100');
      await tab.locator(field('cm')).fill('180');
      // A number counts when the person leaves its field.
      await tab.keyboard.press('Tab');
      await tab.locator(field('help')).setTimeout(10_000).wait();
      assert.equal(await tab.$eval(field('bmi'), (input) => (input as HTMLInputElement).value), '30.9');
      // The page gives no patient, which is no error of the person's.
      assert.deepEqual(errors.filter((text) => !/limited-form|bad-expression/.test(text)), []);
      await tab.close();
    });
  }
});
