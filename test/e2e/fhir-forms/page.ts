import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, JSHandle, Page } from 'puppeteer-core';
import type {} from '../../../src/define/fhir-questionnaire.ts';

/** What a strict page allows. `attune` is the policy that all files share. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; media-src data:; require-trusted-types-for 'script'; trusted-types attune";
// The widget is the last one, so that it has all from the start.
const FILES = ['fhir-expressions.js', 'fhir-markup.js', 'fhir-questionnaire.js'];
const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Form</title><link rel="icon" href="data:,"><main></main>
${FILES.map((file) => `<script type="module" src="/${file}"></script>`).join('\n')}`;

/** What a person and the page get of a form. */
export interface Presented {
  /** The keys of the items, in their order. A key is the linkId with some signs as their code, and the place in each repetition. */
  keys: string[];
  /** All that can be read in it. */
  words: string;
  /** The reports to the page, each with its code. */
  reports: string[];
}

export interface PresentOptions {
  /** What the page expands, by canonical. */
  valueSets?: Record<string, object>;
  layout?: 'auto' | 'list';
}

export interface FhirFormsPage {
  tab: Page;
  /** Shows a Questionnaire, or the JSON text of one, in place of the one before. */
  present(questionnaire: object | string | JSHandle, options?: PresentOptions): Promise<Presented>;
  /** What the page threw, rejected or logged as an error, other than the reports. */
  errors: string[];
  close(): Promise<void>;
}

/** In the page. */
async function presentInPage(questionnaire: object | string, { valueSets, layout = 'list' }: PresentOptions): Promise<Presented> {
  const main = document.querySelector('main')!;
  const widget = document.createElement('attune-questionnaire');
  const reports: string[] = [];
  widget.addEventListener('attune-error', ({ detail }) => void reports.push(`${detail.code}: ${detail.message}`));
  const crisis = document.createElement('p');
  crisis.slot = 'crisis';
  crisis.textContent = 'Call 0800 111.';
  widget.append(crisis);
  widget.layout = layout;
  if (valueSets) widget.fhirContext = { expandValueSet: async (canonical) => valueSets[canonical] };
  if (typeof questionnaire === 'string') {
    const json = document.createElement('script');
    json.type = 'application/json';
    json.text = questionnaire;
    widget.append(json);
  } else widget.instrument = questionnaire;
  main.replaceChildren(widget);
  await widget.updateComplete;
  await new Promise((resolve) => void requestAnimationFrame(() => setTimeout(resolve)));
  const root = widget.shadowRoot!;
  const keys = [...root.querySelectorAll<HTMLElement>('[data-key]')].map(({ dataset }) => dataset.key!);
  return { keys, words: root.textContent ?? '', reports };
}

/** A page with the widget for FHIR forms, which can evaluate expressions and show markup. `policy`: without it, the page allows everything. */
export async function openFhirForms(browser: Browser, { policy = true } = {}): Promise<FhirFormsPage> {
  const server = createServer((request, response) => {
    const path = request.url!.slice(1);
    if (policy) response.setHeader('content-security-policy', POLICY);
    if (!FILES.includes(path)) return void response.setHeader('content-type', 'text/html').end(HTML);
    response.setHeader('content-type', 'text/javascript');
    void readFile(new URL(`../../../dist/cdn/${path}`, import.meta.url)).then((source) => response.end(source));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const tab = await browser.newPage();
  const errors: string[] = [];
  tab.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
  tab.on('pageerror', (error) => void errors.push(String(error)));
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await tab.waitForFunction(() => customElements.get('attune-questionnaire'));
  return {
    tab,
    present: (questionnaire, options = {}) => tab.evaluate(presentInPage, questionnaire as object | string, options),
    errors,
    async close() {
      await tab.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
