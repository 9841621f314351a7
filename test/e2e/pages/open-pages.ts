import assert from 'node:assert/strict';
import { after, before, beforeEach, describe } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Response } from 'attune-elements/core';
import type { engines } from '../engines.ts';
import { startVisit, type Visit } from '../visit.ts';
import { KeyboardUser } from './keyboard.ts';
import { openSite, type Served, type Site } from './site.ts';

export interface Opened {
  visit: Visit;
  page: Page;
  person: KeyboardUser;
}

export interface Pages {
  site: Site;
  /**
   * Opens a page, does `work` there, and closes it. Then the page must have printed and violated nothing, except what
   * `expected` matches.
   */
  open(served: Served, work: (opened: Opened) => Promise<void>, options?: Options): Promise<void>;
  /** The one record that the host received. */
  record(): Promise<Response>;
}

interface Options {
  expected?: RegExp;
  /** Storage is counted as a violation. */
  storage?: boolean;
  /** Runs before the page is loaded. */
  prepare?: (page: Page) => Promise<unknown>;
  waitUntil?: 'load' | 'domcontentloaded';
}

/** A suite of pages of one browser. */
export function describePages(name: string, engine: (typeof engines)[number], suite: (pages: Pages) => void): void {
  describe(`${name}, in ${engine.engine}`, { skip: engine.skip }, () => {
    let browser: Browser;
    const pages: Pages = {
      site: undefined as never,
      async open(served, work, { expected, storage = false, prepare, waitUntil = 'load' } = {}) {
        const { site } = pages;
        site.pages.set('/', served);
        const visit = await startVisit(browser);
        const { page } = visit;
        try {
          await prepare?.(page);
          await page.goto(`${site.address}/`, { waitUntil });
          await work({ visit, page, person: new KeyboardUser(page) });
          const trespasses = (await visit.trespasses()).filter((line) => storage || line.startsWith('policy'));
          assert.deepEqual([...visit.said, ...trespasses].filter((line) => !expected?.test(line)), []);
        } catch (error) {
          (error as Error).message += `\nprinted by the page:\n${visit.said.join('\n')}`;
          throw error;
        } finally {
          await visit.close();
        }
      },
      async record() {
        const record = JSON.parse(await pages.site.comes('/records')) as Response;
        assert.equal(pages.site.came.length, 1);
        return record;
      },
    };
    before(async () => {
      pages.site = await openSite();
      browser = await engine.launch();
    });
    after(async () => {
      await browser?.close();
      pages.site?.close();
    });
    beforeEach(() => {
      pages.site.pages.clear();
      pages.site.came.length = 0;
    });
    suite(pages);
  });
}
