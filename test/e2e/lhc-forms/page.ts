import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { Questionnaire, QuestionnaireResponse } from '../../../src/fhir/index.ts';

// The path is in a variable, so that the compiler does not check the plain JavaScript of the tools.
const tool = new URL('../../../tools/lhc-forms.mjs', import.meta.url).href;

const { findLhcForms, SCRIPTS, STYLES } = (await import(tool)) as {
  findLhcForms: () => string | undefined;
  SCRIPTS: string[];
  STYLES: string;
};

/** The folder of LHC-Forms, if this machine has it. */
export const lhcForms = findLhcForms();

/** What a person sees of one item. */
export interface Shown {
  linkId: string;
  text: string;
  options?: string[];
}

/** A form as LHC-Forms shows it, and the resources that it makes. */
export interface Loaded {
  shown: Shown[];
  questionnaire: Questionnaire<'R4'>;
  response: QuestionnaireResponse<'R4'>;
}

export interface LhcFormsPage {
  tab: Page;
  /** Fails if LHC-Forms cannot load the form. By default it does not show the weights of options. */
  load(questionnaire: Questionnaire<'R4'>, response?: QuestionnaireResponse<'R4'>, options?: Record<string, unknown>): Promise<Loaded>;
  /** The form as it is now. */
  read(): Promise<Loaded>;
  /** What the page threw or logged as an error. */
  errors: string[];
  close(): Promise<void>;
}

interface LForms {
  addFormToPage(form: unknown, container: string, options: Record<string, unknown>): Promise<void>;
  getFormFHIRData(type: 'Questionnaire', version: string): Questionnaire<'R4'>;
  getFormFHIRData(type: 'QuestionnaireResponse', version: string): QuestionnaireResponse<'R4'>;
}

declare global {
  interface Window {
    LForms: { Util: LForms };
  }
}

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>LHC-Forms</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/${STYLES}"><div id="form"></div>
${SCRIPTS.map((path) => `<script src="/${path}"></script>`).join('\n')}`;

async function serve(folder: string) {
  const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };
  const server = createServer(async ({ url = '/' }, reply) => {
    if (url === '/') return void reply.writeHead(200, { 'content-type': 'text/html' }).end(page);
    const path = [...SCRIPTS, STYLES].find((one) => url === `/${one}`);
    if (!path) return void reply.writeHead(404).end();
    reply.writeHead(200, { 'content-type': types[extname(path)]! }).end(await readFile(join(folder, path)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as { port: number }).port}/`, server };
}

/** In the page: shows a form. LHC-Forms rejects with a list: what it says, or nothing. */
const showInPage = (questionnaire: unknown, options: Record<string, unknown>): Promise<string | undefined> =>
  window.LForms.Util.addFormToPage(questionnaire, 'form', options).then(
    () => undefined,
    (errors) => [errors].flat().map(String).join('\n'),
  );

/** In the page: reads the form. */
function readInPage(): Loaded {
  const textOf = (element: Element | null | undefined): string => element?.textContent?.trim() ?? '';
  // The id of an option begins with the id of its question. The options of a table have their texts in its first row.
  const optionText = (option: Element): string => {
    const cell = option.closest('td');
    return textOf(cell ? cell.closest('table')!.querySelectorAll('th')[cell.cellIndex] : option);
  };
  const options = new Map<string, string[]>();
  for (const option of document.querySelectorAll('#form [id*="|"]')) {
    const id = option.id.slice(0, option.id.indexOf('|'));
    options.set(id, [...(options.get(id) ?? []), optionText(option)]);
  }
  const shown = [...document.querySelectorAll('#form label[id^="label-"]')].map((label) => {
    const id = label.id.slice('label-'.length);
    const found = options.get(id);
    return { linkId: id.replace(/(\/\d+)+$/, ''), text: textOf(label.querySelector('.question')), ...(found && { options: found }) };
  });
  const { Util } = window.LForms;
  return {
    shown,
    questionnaire: Util.getFormFHIRData('Questionnaire', 'R4'),
    response: Util.getFormFHIRData('QuestionnaireResponse', 'R4'),
  };
}

/** A page with LHC-Forms in it. */
export async function openLhcForms(browser: Browser): Promise<LhcFormsPage> {
  assert.ok(lhcForms, 'LHC-Forms is not there; with CI set that is a failure');
  const { address, server } = await serve(lhcForms);
  const tab = await browser.newPage();
  const errors: string[] = [];
  tab.on('pageerror', (error) => void errors.push(String(error)));
  tab.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
  await tab.goto(address);
  const read = (): Promise<Loaded> => tab.evaluate(readInPage);
  return {
    tab,
    async load(questionnaire, response, options = { displayScoreWithAnswerText: false }) {
      const merged = response && { questionnaireResponse: response };
      const failure = await tab.evaluate(showInPage, questionnaire, { fhirVersion: 'R4', ...options, ...merged });
      if (failure !== undefined) throw new Error(failure);
      return read();
    },
    read,
    errors,
    async close() {
      await tab.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
