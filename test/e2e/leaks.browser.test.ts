import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { engines } from './engines.ts';

/** How often each element is added and removed. `MOUNTS=1000` is the long run. */
const MOUNTS = Number(process.env.MOUNTS ?? 20);
/** In bytes for each mount. What a browser keeps about its own work is below it; a widget takes more than 100,000. */
const HEAP = 2_000;

const root = new URL('../../', import.meta.url);
const tags = readdirSync(new URL('src/elements/', root)).map((name) => `attune-${name}`);
const file = fileURLToPath(new URL('dist/cdn/attune.js', root));

interface Watched {
  /** Timers that have not fired. */
  timers: Set<number>;
  /** Every observer that is in memory. */
  observers: WeakRef<object>[];
}
declare global {
  interface Window {
    watched: Watched;
  }
}

/** In the page, before its scripts. */
function watch(): void {
  const timers = new Set<number>();
  const observers: WeakRef<object>[] = [];
  const set = window.setTimeout.bind(window);
  const clear = window.clearTimeout.bind(window);
  const later = (act: TimerHandler, wait?: number, ...given: unknown[]): number => {
    const id: number = set(() => {
      timers.delete(id);
      (act as (...given: unknown[]) => void)(...given);
    }, wait);
    timers.add(id);
    return id;
  };
  window.setTimeout = later as typeof window.setTimeout;
  window.clearTimeout = (id) => {
    timers.delete(id as number);
    clear(id);
  };
  for (const name of ['ResizeObserver', 'MutationObserver', 'IntersectionObserver'] as const) {
    const Observer = window[name] as new (...given: never[]) => object;
    Object.assign(window, {
      [name]: class extends Observer {
        constructor(...given: never[]) {
          super(...given);
          observers.push(new WeakRef(this));
        }
      },
    });
  }
  window.watched = { timers, observers };
}

/** In the page: adds the element, answers, and removes it, so many times. */
async function mountOften(tag: string, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    const widget = document.createElement(tag) as HTMLElement & { updateComplete: Promise<unknown> };
    if (n % 2) widget.setAttribute('privacy', 'shared');
    if (tag === 'attune-session') widget.append(document.createElement('attune-rapport-check'));
    if (tag === 'attune-milestone-badge') widget.setAttribute('milestone', 'spoke-up');
    document.body.append(widget);
    await widget.updateComplete;
    widget.shadowRoot!.querySelector<HTMLElement>('input[type=radio], button')?.click();
    await widget.updateComplete;
    await new Promise((done) => requestAnimationFrame(done));
    widget.remove();
    await widget.updateComplete;
  }
}

const [chrome] = engines;

describe(`an element that was added and removed ${MOUNTS} times`, { skip: chrome.skip }, () => {
  let browser: Browser;
  let page: Page;
  let devtools: CDPSession;

  before(async () => {
    browser = await chrome.launch();
    page = await browser.newPage();
    devtools = await page.createCDPSession();
    await devtools.send('Performance.enable');
    await page.evaluateOnNewDocument(watch);
    await page.goto('data:text/html,<!doctype html><title>Leaks</title>');
    await page.addScriptTag({ path: file, type: 'module' });
    await page.waitForFunction(() => customElements.get('attune-why-trust'));
  });
  after(() => browser?.close());

  const measured = async () => {
    // Slow timers of the widgets, such as the one before a widget says that sending takes long, must have been cleared.
    for (let round = 0; round < 3; round++) {
      await devtools.send('HeapProfiler.collectGarbage');
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    }
    const { metrics } = await devtools.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((one) => one.name === name)!.value;
    const ours = await page.evaluate(() => ({
      timers: window.watched.timers.size,
      observers: window.watched.observers.filter((one) => one.deref()).length,
    }));
    return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners'), documents: of('Documents'), ...ours };
  };

  for (const tag of tags) {
    test(`leaves nothing behind: ${tag}`, async () => {
      // The browser compiles more of the code while it is used; that is no leak.
      await page.evaluate(mountOften, tag, 40);
      const first = await measured();
      await page.evaluate(mountOften, tag, MOUNTS);
      const more = (now: typeof first): string[] =>
        (Object.keys(first) as (keyof typeof first)[]).filter((name) => now[name] > first[name] + (name === 'heap' ? MOUNTS * HEAP : 3));
      let last = await measured();
      // A drawing that appears holds its element until it is drawn, which takes 600 ms.
      for (let round = 0; round < 10 && more(last).length; round++) {
        await setTimeout(200);
        last = await measured();
      }
      assert.deepEqual(more(last), [], JSON.stringify({ first, last }));
    });
  }

  test('a widget that something refers to would be noticed', async () => {
    const first = await measured();
    await page.evaluate(async () => {
      const kept = ((window as unknown as { kept: Element[] }).kept = [] as Element[]);
      for (let n = 0; n < 5; n++) {
        const widget = document.body.appendChild(document.createElement('attune-why-trust'));
        await (widget as unknown as { updateComplete: Promise<unknown> }).updateComplete;
        widget.remove();
        kept.push(widget);
      }
    });
    const last = await measured();
    assert.ok(last.nodes > first.nodes + 3);
  });
});
