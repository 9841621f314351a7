import { addons } from 'storybook/preview-api';
import { NOTE, RESET, type Note } from './channel.ts';

const EVENTS = ['answer', 'page', 'submit', 'saved', 'error', 'milestone', 'journal-share'].map((name) => `attune-${name}`);
const WITH_ANSWERS = ['attune-submit', 'attune-milestone', 'attune-journal-share'];
/** Paths of the files that Storybook itself loads. */
const STORYBOOK_FILES = /\/(assets|sb-\w+|@[\w-]+|node_modules|src|stories|\.storybook|\.cache|virtual:)|\.(m?js|ts|css|map|mdx)(\?|$)|index\.json|project\.json/;

const LOCAL_SCHEMES = ['data:', 'blob:'];
const STORYBOOK_KEYS = ['storybook', 'sb', '@storybook'];

let begin = 0;
let watching = false;

const note = (entry: Omit<Note, 'at'>, at = performance.now()): void => {
  if (at >= begin) addons.getChannel().emit(NOTE, { ...entry, at: Math.round(at - begin) } satisfies Note);
};

const request = (what: string, url: string | URL, at?: number): void => {
  const { href, origin, pathname } = new URL(url, location.href);
  const isStorybook = origin === location.origin && STORYBOOK_FILES.test(pathname);
  note({ kind: isStorybook ? 'own' : 'request', what, where: href }, at);
};

function watchNetwork(): void {
  new PerformanceObserver((list) => {
    for (const { name, startTime, initiatorType } of list.getEntries() as PerformanceResourceTiming[]) {
      const isLocal = LOCAL_SCHEMES.some((scheme) => name.startsWith(scheme));
      // Not every engine lists beacons, so the code below notes them.
      if (!isLocal && initiatorType !== 'beacon') request(initiatorType, name, startTime);
    }
  }).observe({ type: 'resource' });
  // These leave no resource timing.
  for (const name of ['WebSocket', 'EventSource'] as const) {
    window[name] = new Proxy(window[name], {
      construct(target, args: [string]) {
        request(name, args[0]);
        return Reflect.construct(target, args) as object;
      },
    }) as never;
  }
  const { sendBeacon } = navigator;
  navigator.sendBeacon = (url, data) => {
    request('sendBeacon', url);
    return sendBeacon.call(navigator, url, data);
  };
}

function watchStorage(): void {
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    if (!STORYBOOK_KEYS.some((prefix) => key.toLowerCase().startsWith(prefix))) {
      note({ kind: 'storage', what: this === localStorage ? 'localStorage' : 'sessionStorage', where: key });
    }
    setItem.call(this, key, value);
  };
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (name, version) {
    note({ kind: 'storage', what: 'indexedDB', where: name });
    return open.call(this, name, version);
  };
}

function watchEvents(): void {
  for (const type of EVENTS) {
    window.addEventListener(type, (event) => {
      // Reading `detail` would tell the widget that the page takes the record. This only watches.
      const watched = event as CustomEvent & { peek?(): unknown };
      const detail: unknown = watched.peek ? watched.peek() : watched.detail;
      note({
        kind: 'event',
        what: type,
        where: `<${(event.target as Element).localName}>`,
        json: JSON.stringify(detail, null, 2),
        answers: WITH_ANSWERS.includes(type),
      });
    });
  }
  for (const type of ['input', 'change']) {
    window.addEventListener(type, (event) => {
      const { localName } = event.target as Element;
      if (localName.startsWith('attune-')) note({ kind: 'event', what: type, where: `<${localName}>` });
    });
  }
  window.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const entries = Object.fromEntries(
      [...new Set(new FormData(form).keys())].map((key) => {
        const values = new FormData(form).getAll(key).map(String);
        return [key, values.length > 1 ? values : values[0]];
      }),
    );
    note({
      kind: 'form',
      what: `${form.method} form`,
      where: form.getAttribute('action') ?? 'this page',
      json: JSON.stringify(entries, null, 2),
      answers: Object.keys(entries).some((key) => key.includes('.')),
    });
  });
}

/** Starts a new count for a story that is about to be rendered. */
export function watchStory(): void {
  if (!watching) {
    watching = true;
    watchNetwork();
    watchStorage();
    watchEvents();
  }
  begin = performance.now();
  addons.getChannel().emit(RESET);
}
