import type { Browser, ElementHandle, Frame, Page } from 'puppeteer-core';

/** One person's visit in a browser, and everything about it that the privacy guide makes claims about. */
export interface Visit {
  page: Page;
  /** The address of every request of this visit. */
  requests: string[];
  /** Errors, warnings and everything else that the pages printed to the console. */
  said: string[];
  /** Violations of the policy, including Trusted Types, and every access to storage, on the current page. */
  trespasses(): Promise<string[]>;
  close(): Promise<void>;
}

/** Runs before any script of a page: records violations, and access to every storage API. */
const watch = (): void => {
  const noted: string[] = ((window as unknown as { trespasses: string[] }).trespasses = []);
  const note = (text: string): void => void noted.push(text);
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    note(`policy: ${violatedDirective} ${blockedURI}`),
  );
  const spyOn = (prototype: object, names: string[], label: string): void => {
    for (const name of names) {
      const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
      if (!descriptor) continue;
      const spied = (original: unknown) =>
        function (this: unknown, ...values: unknown[]): unknown {
          const [key] = label === 'Storage' ? values : [];
          note(`storage: ${label}.${name}${typeof key === 'string' ? ` ${key}` : ''}`);
          return (original as (...values: unknown[]) => unknown).apply(this, values);
        };
      if (descriptor.value) Object.defineProperty(prototype, name, { ...descriptor, value: spied(descriptor.value) });
      else {
        const { get, set } = descriptor;
        Object.defineProperty(prototype, name, {
          ...descriptor,
          ...(get && { get: spied(get) }),
          ...(set && { set: spied(set) }),
        });
      }
    }
  };
  spyOn(Storage.prototype, ['getItem', 'setItem', 'removeItem', 'clear', 'key', 'length'], 'Storage');
  spyOn(IDBFactory.prototype, ['open', 'deleteDatabase', 'databases'], 'IDBFactory');
  spyOn(Document.prototype, ['cookie'], 'document');
  spyOn(window, ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'], 'window');
  if ('StorageManager' in window) spyOn(StorageManager.prototype, ['getDirectory', 'persist'], 'StorageManager');
};

export async function startVisit(browser: Browser, { scripts = true } = {}): Promise<Visit> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const requests: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => void requests.push(request.url()));
  page.on('console', (message) => void said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => void said.push(`thrown: ${(error as Error).message}`));
  await page.setViewport({ width: 900, height: 900 });
  if (scripts) await page.evaluateOnNewDocument(watch);
  else await page.setJavaScriptEnabled(false);
  return {
    page,
    requests,
    said,
    trespasses: () => page.evaluate(() => (window as unknown as { trespasses: string[] }).trespasses),
    close: () => context.close(),
  };
}

/**
 * Waits until the widget has asked whether it may keep the answers. It looks for earlier ones first, and what is below the question moves
 * when it comes.
 */
export const isAsked = (page: Page, widget: string): Promise<void> =>
  page.waitForFunction((selector) => document.querySelector(selector)?.shadowRoot?.querySelector('[part=draft] button'), {}, widget).then(() => {});

/** Finds a control in a widget as a person does: by its words. */
interface Sought {
  /** The words of the question or group that it belongs to. */
  under?: string;
  /** A label, the words on a button, or the words of the question itself for a text field. */
  words: string;
}

/** `widget` is a selector; `a >>> b` is a widget inside another. */
export async function find(page: Page | Frame, widget: string, { under, words }: Sought): Promise<ElementHandle<Element>> {
  const handle = await page.waitForFunction(
    (selector: string, group: string, text: string) => {
      let root: ShadowRoot | null = null;
      for (const part of selector.split(' >>> ')) {
        root = (root ?? document).querySelector(part)?.shadowRoot ?? null;
        if (!root) return null;
      }
      if (!root) return null;
      const said = (element: Element | null | undefined): string =>
        (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
      const places = group
        ? [...root.querySelectorAll('fieldset, [role=group]')].filter((each) => {
            const name =
              each.querySelector(':scope > legend') ?? root.getElementById(each.getAttribute('aria-labelledby') ?? '');
            return said(name).startsWith(group);
          })
        : [root];
      for (const place of places) {
        for (const each of place.querySelectorAll('label, button, summary')) {
          if (said(each) === text && (each as HTMLElement).getClientRects().length) return each;
        }
      }
      return null;
    },
    { timeout: 30_000 },
    widget,
    under ?? '',
    words,
  );
  return handle as ElementHandle<Element>;
}

/** Chooses options, each by the words of its question. */
export async function choose(page: Page | Frame, widget: string, options: Record<string, string>): Promise<void> {
  for (const [under, words] of Object.entries(options)) await (await find(page, widget, { under, words })).click();
}

export async function press(page: Page | Frame, widget: string, words: string): Promise<void> {
  await (await find(page, widget, { words })).click();
}

/** Waits until the widget, or the page if no widget is named, shows these words. */
export async function sees(page: Page | Frame, widget: string | undefined, words: string): Promise<void> {
  await page.waitForFunction(
    (selector: string | null, text: string) => {
      const shown = (node: Node): string => {
        if (
          node instanceof HTMLElement &&
          !node.getClientRects().length &&
          getComputedStyle(node).display !== 'contents'
        )
          return '';
        if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
        const inside = (node as Element).shadowRoot ?? node;
        return [...inside.childNodes].map(shown).join('');
      };
      const place = selector ? document.querySelector(selector) : document.body;
      return place ? shown(place).replace(/\s+/g, ' ').includes(text) : false;
    },
    { timeout: 30_000 },
    widget ?? null,
    words,
  );
}

/** The labels of the chosen options in a widget, in order. */
export function chosen(page: Page, widget: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const inputs =
      document.querySelector(selector)?.shadowRoot?.querySelectorAll<HTMLInputElement>('input:checked') ?? [];
    return [...inputs].map((input) => (input.closest('label')?.textContent ?? '').trim());
  }, widget);
}
