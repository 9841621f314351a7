import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { engines } from '../../../../test/e2e/engines.ts';
import { choose, chosen, press, sees } from '../../../../test/e2e/visit.ts';
import { answerTwo, free, sendAsItIs, trust } from '../../../../test/hosts/driver/pulse.ts';
import { type Site, users } from '../site.ts';
import { Visitor } from '../visitor.ts';
import { block } from './pages.ts';
import { forget, rowsOf } from './sending.ts';

const chrome = engines[0];
const sitting = 'attune-session';
/** On one page in every theme. */
const pulse = { length: 'pulse', layout: 'list' };

interface Watched {
  page: Page;
  errors: string[];
  /** Addresses of other sites that the page asked for. */
  foreign: string[];
}

/** Opens pages of a site as a visitor, or as a user. */
export const opener = (site: Site) => {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  before(async () => void (browser = await chrome.launch()));
  after(async () => {
    for (const context of contexts) await context.close();
    await browser.close();
  });
  return async (address: string, { as, script = true }: { as?: (typeof users)[keyof typeof users]; script?: boolean } = {}): Promise<Watched> => {
    const context = await browser.createBrowserContext();
    contexts.push(context);
    const page = await context.newPage();
    await page.setJavaScriptEnabled(script);
    await page.setViewport({ width: 1200, height: 1000 });
    if (as) {
      const { cookies } = await new Visitor(site).logIn(as);
      await context.setCookie(...cookies.map(({ name, value }) => ({ name, value: decodeURIComponent(value), domain: '127.0.0.1', path: '/' })));
    }
    const errors: string[] = [];
    const foreign: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && !message.location().url?.endsWith('/favicon.ico') && errors.push(`${message.text()} ${message.location().url}`)));
    page.on('pageerror', (error) => void errors.push(String(error)));
    page.on('request', (request) => void (/^https?:/.test(request.url()) && !request.url().startsWith(site.address) && foreign.push(request.url())));
    await page.goto(address, { waitUntil: 'load' });
    return { page, errors, foreign };
  };
};

/** Answers two lines as a person does, and sends the rest blank. */
const answerAndSend = async (page: Page): Promise<void> => {
  await answerTwo(page);
  await sendAsItIs(page);
};

/** Visitors and administrators in Chromium. */
export function inTheBrowser(site: Site): void {
  const open = opener(site);

  test('a visitor fills in a widget, reads that it is saved, and the record is in the table once', async () => {
    forget(site);
    const address = site.publish(block('trust-questionnaire', { ...pulse, who: 'Your therapist', kept: 'on this site', slots: { crisis: 'Call 112' } }));
    const { page, errors, foreign } = await open(address);
    await answerAndSend(page);
    await page.waitForFunction(() => document.querySelector('attune-trust-questionnaire')!.matches(':state(saved)'));
    const rows = rowsOf(site);
    assert.equal(rows.length, 1);
    assert.match(rows[0]!.body, /"disclosure":"[^"]*Your therapist/);
    assert.deepEqual([errors, foreign], [[], []]);
  });

  test('what was chosen before the script came is in the widget, and is sent once', async () => {
    forget(site);
    const address = site.publish(block('trust-questionnaire', pulse));
    const { page, errors } = await open(`${site.address}/wp-includes/images/blank.gif`);
    await page.setRequestInterception(true);
    const held = new Promise<() => void>((resolve) => {
      page.on('request', (request) => {
        const letCome = (): void => void request.continue();
        if (request.url().includes('/cdn/trust-questionnaire.js')) resolve(letCome);
        else letCome();
      });
    });
    const loaded = page.goto(address);
    const inTheForm = '[name="trust-pulse.t03"][value="agree"]';
    await (await page.waitForSelector(inTheForm))!.click();
    (await held)();
    await loaded;
    await page.waitForSelector(`${trust} >>> [data-key] :checked`);
    assert.deepEqual(await chosen(page, trust), ['Agree']);
    await choose(page, trust, { [free]: 'Disagree' });
    await sendAsItIs(page);
    await page.waitForFunction(() => document.querySelector('attune-trust-questionnaire')!.matches(':state(saved)'));
    const records = rowsOf(site).map(({ body }) => JSON.parse(body) as { answers: { item: string }[] });
    assert.deepEqual(records.map(({ answers }) => answers.map(({ item }) => item)), [['t03', 't07']]);
    assert.deepEqual(errors, []);
  });

  test('a page that comes from a cache gets a fresh nonce', async () => {
    forget(site);
    const { page } = await open(site.publish(block('trust-questionnaire', pulse)));
    await page.evaluate(() => void (document.querySelector<HTMLElement>('[data-attune-nonce]')!.dataset.attuneNonce = '0123456789'));
    await answerAndSend(page);
    await page.waitForFunction(() => document.querySelector('attune-trust-questionnaire')!.matches(':state(saved)'));
    assert.equal(rowsOf(site).length, 1);
  });

  test('a sitting is stored as a whole', async () => {
    forget(site);
    const { page } = await open(site.publish('[attune-session][attune-trust-questionnaire length="pulse" layout="list"][attune-environment-check layout="list"][/attune-session]'));
    await answerTwo(page);
    await press(page, sitting, 'Next');
    await press(page, sitting, 'Next');
    await choose(page, 'attune-environment-check', { 'The room felt calm.': 'Yes' });
    await press(page, sitting, 'Send');
    await press(page, sitting, 'Send');
    await sees(page, sitting, 'Saved.');
    assert.deepEqual(rowsOf(site).map(({ body }) => (JSON.parse(body) as { instrument: { id: string } }).instrument.id).sort(), ['environment-check', 'trust-pulse']);
  });

  test('what the site refuses stays in the widget, with another try', async () => {
    site.php(`update_option( 'attune_settings', [ 'senders' => 'members' ] );`);
    const { page } = await open(site.publish(block('trust-questionnaire', pulse)));
    await answerAndSend(page);
    await page.waitForFunction(() => document.querySelector('attune-trust-questionnaire')!.matches(':state(failed)'));
    site.php(`update_option( 'attune_settings', [] );`);
    await press(page, trust, 'Try again');
    await page.waitForFunction(() => document.querySelector('attune-trust-questionnaire')!.matches(':state(saved)'));
  });
}

/** An administrator in the block editor. */
export function inTheEditor(site: Site): void {
  const open = opener(site);

  test('an administrator inserts a block, sets an attribute and a slot, publishes, and visitors see it', async () => {
    // Without the guides that the editor shows at the first time.
    const preferences = { core: { enableChoosePatternModal: false, welcomeGuide: false }, 'core/edit-post': { welcomeGuide: false, welcomeGuideTemplate: false }, _modified: '2026-01-01T00:00:00.000Z' };
    site.php(`global $wpdb; update_user_meta( get_user_by( 'login', 'admin' )->ID, $wpdb->get_blog_prefix() . 'persisted_preferences', $argument );`, preferences);
    const { page, errors } = await open(`${site.address}/wp-admin/post-new.php?post_type=page`, { as: users.admin });
    await page.waitForFunction(() => !!(window as unknown as { wp: { data?: { select(store: string): { isCleanNewPost?(): boolean } } } }).wp?.data?.select('core/editor')?.isCleanNewPost?.());
    const names = await page.evaluate(async () => {
      const { wp } = window as unknown as { wp: { blocks: { createBlock(name: string): { clientId: string }; getBlockTypes(): { name: string }[] }; data: { dispatch(store: string): Record<string, (...given: unknown[]) => Promise<unknown>> } } };
      const made = wp.blocks.createBlock('attune/check-in');
      await wp.data.dispatch('core/block-editor').insertBlocks!(made);
      await wp.data.dispatch('core/block-editor').selectBlock!(made.clientId);
      return wp.blocks.getBlockTypes().filter(({ name }) => name.startsWith('attune/')).length;
    });
    assert.ok(names >= 19);
    const who = await page.locator('::-p-xpath(//label[contains(., "Who will see the answers")]/following::input[1])').waitHandle();
    await who.type('Your therapist');
    const frame = page.frames().find((one) => one.name() === 'editor-canvas') ?? page.mainFrame();
    const slot = await frame.locator('[aria-label="Your local help for someone in danger"]').waitHandle();
    await slot.click();
    await page.keyboard.type('Call 112');
    const address = await page.evaluate(async () => {
      const { wp } = window as unknown as { wp: { data: { dispatch(store: string): Record<string, (...given: unknown[]) => Promise<unknown>>; select(store: string): Record<string, (...given: unknown[]) => unknown> } } };
      await wp.data.dispatch('core/editor').editPost!({ status: 'publish', title: 'Check-in' });
      await wp.data.dispatch('core/editor').savePost!();
      return wp.data.select('core/editor').getPermalink!() as string;
    });
    const html = await new Visitor(site).page(address);
    assert.match(html, /<attune-check-in[^>]* who="Your therapist"/);
    assert.match(html, /<span slot="crisis">Call 112<\/span>/);
    // The editor reads back what it saved without a complaint about the block.
    await page.reload({ waitUntil: 'load' });
    await page.waitForFunction(() => (window as unknown as { wp: { data?: { select(store: string): Record<string, (...given: unknown[]) => { name: string; isValid: boolean; attributes: { who: string } }[]> } } }).wp?.data?.select('core/block-editor')?.getBlocks?.().length === 1);
    const blocks = await page.evaluate(() => (window as unknown as { wp: { data: { select(store: string): { getBlocks(): { name: string; isValid: boolean; attributes: { who: string } }[] } } } }).wp.data.select('core/block-editor').getBlocks().map(({ name, isValid, attributes }) => [name, isValid, attributes.who]));
    assert.deepEqual(blocks, [['attune/check-in', true, 'Your therapist']]);
    assert.deepEqual(errors.filter((text) => text.includes('attune')), []);
  });
}
