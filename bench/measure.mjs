// Two kinds of page, each in a browser context of its own (nothing cached):
//   load: the page mounts by itself; how long from navigation until everything is there and painted.
//   work: script loaded and idle, then mount, heap, answers and sending, each with what it cost the main thread.
import { chromium } from 'playwright-core';
import { findEngines } from '../tools/engines.mjs';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-extensions', '--hide-scrollbars',
];
const ANSWERS = 16;

export const launch = () => {
  const { chromium: executablePath } = findEngines();
  if (!executablePath) throw new Error('The benchmark needs Chromium; set CHROME_PATH if it is not on the PATH');
  return chromium.launch({ executablePath, args: FLAGS });
};

/** Opens an adapter's page and waits until it is `ready`, or `mounted` with everything painted. */
export const openPage = async (browser, origin, adapter, { items, widgets }, mounted = false) => {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const cdp = await context.newCDPSession(page);
  // One session for each clock: elapsed time, and the main thread's own CPU time, which a busy machine hardly changes.
  const elapsed = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await elapsed.send('Performance.enable', { timeDomain: 'timeTicks' });
  const query = `items=${items}&widgets=${widgets}${mounted ? '&mount' : ''}`;
  await page.goto(`${origin}/${adapter}/?${query}`, { waitUntil: 'commit' });
  const want = mounted ? 'mounted' : 'ready';
  await page.waitForFunction(want => [want, 'error'].includes(window.__bench?.state), want, { timeout: 120_000, polling: 50 });
  const error = await page.evaluate(() => __bench.error);
  if (error || errors.length) throw new Error([error, ...errors].join(' | '));
  return { context, page, cdp, elapsed };
};

/** What the main thread has done so far, in milliseconds. ScriptDuration misses microtasks, so all tasks count. */
export const spent = async cdp => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
};

export const load = async (browser, origin, adapter, size) => {
  const { context, page } = await openPage(browser, origin, adapter, size, true);
  const { complete } = await page.evaluate(() => __bench.marks);
  await context.close();
  return { complete };
};

export const work = async (browser, origin, adapter, size) => {
  const { context, page, cdp, elapsed } = await openPage(browser, origin, adapter, size);
  await page.waitForTimeout(50);
  const atRest = await spent(cdp);
  await page.evaluate(() => __bench.mount());
  const mounted = await spent(cdp);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize: heap } = await cdp.send('Runtime.getHeapUsage');
  const before = [await spent(cdp), await spent(elapsed)];
  const { count, toFrame } = await page.evaluate(count => __bench.answerSome(count), ANSWERS);
  const after = [await spent(cdp), await spent(elapsed)];
  const sent = await page.evaluate(async () => (await __bench.answerRest()) && (await __bench.submit(), true));
  await context.close();
  const [answer, answerElapsed] = after.map((time, clock) => (time - before[clock]) / count);
  return {
    mount: mounted - atRest,
    heap,
    answer,
    answerElapsed,
    toFrame: toFrame.sort((a, b) => a - b)[count >> 1],
    sent,
  };
};
