// Two kinds of measurement, each in a new browser context without a cache:
//   load: the page mounts by itself. The time from navigation until everything is in the document and painted.
//   work: the script is loaded and idle. Then the main thread time of mounting, answering and sending, and the heap size.
import { chromium } from 'playwright-core';
import { findEngines } from '../tools/engines.mjs';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-extensions', '--hide-scrollbars',
];
const ANSWERS = 16;

export const launch = () => {
  const { chromium: executablePath } = findEngines();
  if (!executablePath) throw new Error('The benchmark needs Chromium. If it is not on the PATH, set CHROME_PATH.');
  return chromium.launch({ executablePath, args: FLAGS });
};

/** Opens the page of an adapter and waits for the state: `ready`, or `mounted` with everything painted. */
export const openPage = async ({ browser, origin, adapter }, { items, widgets }, state = 'ready') => {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const cdp = await context.newCDPSession(page);
  // One session for each clock: elapsed time, and CPU time of the main thread, which a busy machine hardly changes.
  const elapsed = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await elapsed.send('Performance.enable', { timeDomain: 'timeTicks' });
  const query = `items=${items}&widgets=${widgets}${state === 'mounted' ? '&mount' : ''}`;
  await page.goto(`${origin}/${adapter}/?${query}`, { waitUntil: 'commit' });
  await page.waitForFunction(state => [state, 'error'].includes(window.__bench?.state), state, { timeout: 120_000, polling: 50 });
  const error = await page.evaluate(() => __bench.error);
  if (error || errors.length) throw new Error([error, ...errors].join(' | '));
  return { context, page, cdp, elapsed };
};

/** Main thread time so far, in milliseconds. It counts all tasks, because ScriptDuration does not include microtasks. */
export const spent = async cdp => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
};

export const load = async (target, size) => {
  const { context, page } = await openPage(target, size, 'mounted');
  const { complete } = await page.evaluate(() => __bench.marks);
  await context.close();
  return { complete };
};

export const work = async (target, size) => {
  const { context, page, cdp, elapsed } = await openPage(target, size);
  await page.waitForTimeout(50);
  const atRest = await spent(cdp);
  await page.evaluate(() => __bench.mount());
  const mounted = await spent(cdp);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize: heap } = await cdp.send('Runtime.getHeapUsage');
  const before = [await spent(cdp), await spent(elapsed)];
  const { count, toFrame } = await page.evaluate(count => __bench.answerSome(count), ANSWERS);
  const after = [await spent(cdp), await spent(elapsed)];
  const sent = await page.evaluate(async () => {
    if (!(await __bench.answerRest())) return false;
    await __bench.submit();
    return true;
  });
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
