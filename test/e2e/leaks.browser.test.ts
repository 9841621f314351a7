import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { eight, responseOf, weekly } from '../elements/fixtures/courses.ts';
import { everyType } from '../elements/fixtures/definitions.ts';
import { engines } from './engines.ts';
import { RestingEndpoint } from './resting-endpoint.ts';

/** How often each element is added and removed. `MOUNTS=1000` is the long run. */
const MOUNTS = Number(process.env.MOUNTS ?? 20);
/** In bytes for each mount. What a browser keeps about its own work is below it; a widget takes more than 100,000. */
const HEAP = 2_000;

const root = new URL('../../', import.meta.url);
const tags = readdirSync(new URL('src/elements/', root)).map((name) => `attune-${name}`);
/** All elements, and an outbox with a record that its endpoint has refused. */
const pageOfAll = `<!doctype html><html lang="en"><title>Leaks</title><link rel="icon" href="data:,">
<script type="module" src="/drafts.js"></script>
<script type="module" src="/attune.js"></script>
<script type="module" src="/unsent.js"></script>
<script type="module">
  import { openOutbox } from '/outbox.js';
  const outbox = openOutbox({ url: '/records', owner: 'client-1' });
  await outbox.send({ id: 'refused' }).catch(() => {});
  window.outbox = outbox;
</script>`;

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

/** What a host gives to elements that show nothing by themselves, and what they show then. */
const given: Record<string, { properties: object; shows: string }> = {
  'attune-questionnaire': { properties: { instrument: everyType }, shows: 'input[type=radio]' },
  'attune-trust-trend': { properties: { audience: 'clinician', records: weekly(eight) }, shows: 'svg' },
  'attune-perspective-gap': {
    properties: {
      responses: ['client', 'therapist'].map((perspective) => ({
        ...responseOf(perspective, []),
        instrument: { id: 'empathy-checklist', version: '1.0.0', options: { perspective } },
        encounter: 'one',
        answers: [{ item: 'e11', state: 'answered', values: [perspective === 'client' ? 'yes' : 'no'] }],
      })),
    },
    shows: '[part~=line]',
  },
  'attune-milestones': { properties: { milestones: [{ id: 'a', milestone: 'first-step', date: '2026-01-12' }] }, shows: 'li' },
  'attune-trust-levels': { properties: { show: true }, shows: 'tr' },
  'attune-why-trust': { properties: {}, shows: '[part=row]' },
  // Its outbox is on the page.
  'attune-unsent': { properties: {}, shows: 'article' },
};
const ITSELF = { properties: {}, shows: 'input, button' };

interface Mounted {
  tag: string;
  times: number;
  properties: object;
  /** A selector. */
  shows: string;
  /** What somebody does before it is removed: by what is written on each button. */
  presses: string[];
}

/** In the page: adds the element, waits until it shows something, answers, and removes it, so many times. */
async function mountOften({ tag, times, properties, shows, presses }: Mounted): Promise<void> {
  const { outbox } = window as unknown as { outbox?: object };
  const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
  const wait = async (isTrue: () => unknown, what: string): Promise<void> => {
    for (const end = performance.now() + 20_000; !isTrue(); await frame()) if (performance.now() > end) throw new Error(`${tag} shows no ${what}`);
  };
  for (let n = 0; n < times; n++) {
    const widget = document.createElement(tag) as HTMLElement & { updateComplete: Promise<unknown> };
    if (presses.length) widget.setAttribute('autosave', 'session');
    else if (n % 2) widget.setAttribute('privacy', 'shared');
    if (tag === 'attune-session') widget.append(document.createElement('attune-rapport-check'));
    if (tag === 'attune-milestone-badge') widget.setAttribute('milestone', 'spoke-up');
    if (tag === 'attune-unsent') Object.assign(widget, { outbox });
    Object.assign(widget, structuredClone(properties));
    document.body.append(widget);
    const root = widget.shadowRoot!;
    await wait(() => root.querySelector(shows), shows);
    for (const label of presses) {
      const button = (): HTMLElement | undefined => [...root.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === label);
      await wait(button, label);
      button()!.click();
    }
    root.querySelector<HTMLElement>('input[type=radio], button')?.click();
    await widget.updateComplete;
    await frame();
    widget.remove();
    await widget.updateComplete;
  }
}

const [chrome] = engines;

describe(`an element that was added and removed ${MOUNTS} times`, { skip: chrome.skip }, () => {
  let browser: Browser;
  let page: Page;
  let devtools: CDPSession;
  let endpoint: RestingEndpoint;

  before(async () => {
    browser = await chrome.launch();
    page = await browser.newPage();
    devtools = await page.createCDPSession();
    await devtools.send('Performance.enable');
    await page.evaluateOnNewDocument(watch);
    endpoint = new RestingEndpoint(() => pageOfAll);
    await endpoint.start();
    endpoint.refuse = 422;
    await page.goto(endpoint.address);
    await page.waitForFunction((names) => names.every((name) => customElements.get(name)) && 'outbox' in window, {}, tags);
  });
  after(async () => {
    await browser?.close();
    await endpoint?.stop();
  });

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

  const leavesNothing = async (mounted: Omit<Mounted, 'times'>): Promise<void> => {
    // The browser compiles more of the code while it is used; that is no leak.
    await page.evaluate(mountOften, { ...mounted, times: 40 });
    const first = await measured();
    await page.evaluate(mountOften, { ...mounted, times: MOUNTS });
    const more = (now: typeof first): string[] =>
      (Object.keys(first) as (keyof typeof first)[]).filter((name) => now[name] > first[name] + (name === 'heap' ? MOUNTS * HEAP : 3));
    let last = await measured();
    // A drawing that appears holds its element until it is drawn, which takes 600 ms.
    for (let round = 0; round < 10 && more(last).length; round++) {
      await setTimeout(200);
      last = await measured();
    }
    assert.deepEqual(more(last), [], JSON.stringify({ first, last }));
  };

  for (const tag of tags) test(`leaves nothing behind: ${tag}`, () => leavesNothing({ tag, ...(given[tag] ?? ITSELF), presses: [] }));

  for (const tag of ['attune-check-in', 'attune-session']) {
    test(`leaves nothing behind with a draft: ${tag}`, () => leavesNothing({ tag, ...ITSELF, presses: ['Keep them', 'Stop keeping them'] }));
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
