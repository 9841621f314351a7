import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/journal.ts';
import '../../src/define/session.ts';
import type { AttuneJournal } from '../../src/elements/journal/journal.ts';
import { progressJournal } from '../../src/instruments/progress-journal.ts';
import { eavesdrop } from '../contract/eavesdrop.ts';
import { elementContract } from '../contract/element-contract.ts';
import { printed } from '../contract/filling-contract.ts';
import { watchPage } from '../contract/page-watch.ts';
import { stopClock } from './fixtures/clock.ts';
import { contrast } from './fixtures/contrast.ts';
import { defer, has, hear, lacks, listen, mount, place, warnings, type Placed } from './fixtures/host.ts';
import {
  activate, button, buttons, click, field, focused, focusIsOn, inside, oneInside, press, put, read, settled, type as typeInto,
} from './fixtures/person.ts';
import { quickLock } from './fixtures/quick-lock.ts';
import { today } from './fixtures/today.ts';

const rounds = quickLock();

const MINUTE = 60_000;
const WORDS = 'four words that I know';
const notes = progressJournal.words as Record<'memory' | 'device' | 'passphrase', string>;
const prompts = progressJournal.items.map(({ text }) => text as string);

type Journal = AttuneJournal;

const journal = (attributes: Record<string, string> = {}, more: Placed = {}): Promise<Journal> =>
  mount<Journal>('attune-journal', { children: '', ...more, attributes: { 'storage-key': 'one', ...attributes } });
const box = (widget: Element): HTMLTextAreaElement => oneInside<HTMLTextAreaElement>(widget, 'textarea');
const note = (widget: Element): string => plain(oneInside(widget, '[part=kept]'));
const statusText = (widget: Element): string => plain(oneInside(widget, '[part=status]'));
const plain = (element: Element): string => element.textContent!.replace(/\s+/g, ' ').trim();
/** The text of each entry, latest first. */
const entries = (widget: Element): string[] => inside(widget, '[part=text]').map(plain);
const shared = (widget: Element, at = 0): string => plain(inside(widget, '[part=shared]')[at]!);

/** Waits until the widget has finished its work. */
async function ready(widget: Element): Promise<void> {
  await settled(widget);
  // Not `waitUntil`, because its timer continues and keeps the widget in memory.
  const end = Date.now() + 9000;
  while (read(widget).includes('Please wait')) {
    if (Date.now() > end) throw new Error('it is still at work');
    await aTimeout(10);
  }
  await settled(widget);
}
async function add(widget: Journal, text: string): Promise<void> {
  put(box(widget), text);
  await activate(widget, 'Add to my journal');
  await ready(widget);
}
async function choose(widget: Journal, label: string): Promise<void> {
  await activate(widget, label);
  await ready(widget);
}
/** Opens the actions of an entry, and presses one. */
async function does(widget: Journal, action: string, at = 0): Promise<void> {
  const article = inside(widget, 'article')[at]!;
  article.querySelector('details')!.open = true;
  const target = [...article.querySelectorAll<HTMLButtonElement>('details button')].find((one) => plain(one) === action)!;
  target.focus();
  target.click();
  await ready(widget);
}
/** Answers the open question. */
async function answer(widget: Journal, label: string): Promise<void> {
  const target = inside<HTMLButtonElement>(widget, '[part=ask] button').find((one) => plain(one) === label)!;
  target.focus();
  target.click();
  await ready(widget);
}
async function lockWith(widget: Journal, words = WORDS): Promise<void> {
  put(field(widget, 'Choose your words'), words);
  put(field(widget, 'The same words again'), words);
  await choose(widget, 'Lock it with these words');
}
async function unlock(widget: Journal, words = WORDS): Promise<void> {
  put(field(widget, 'Your words'), words);
  await choose(widget, 'Unlock');
}
const keptOnDevice = async (...texts: string[]): Promise<Journal> => {
  const widget = await journal({ kept: 'device' });
  for (const text of texts) {
    await add(widget, text);
    if (buttons(widget).includes('Keep it on this device')) await choose(widget, 'Keep it on this device');
  }
  return widget;
};
const locked = async (...texts: string[]): Promise<Journal> => {
  const widget = await journal({ kept: 'passphrase' });
  for (const text of texts) {
    await add(widget, text);
    if (buttons(widget).includes('Lock it with these words')) await lockWith(widget);
  }
  return widget;
};

// In some engines the pages of other tests leave theirs here.
before(async () => {
  const databases = (await (indexedDB.databases?.() as Promise<{ name?: string }[]> | undefined)) ?? [];
  await Promise.all(databases.map(({ name = '' }) => new Promise((resolve) => Object.assign(indexedDB.deleteDatabase(name), { onsuccess: resolve, onerror: resolve }))));
});

/** Everything that a script of this site could find in the storage, as text. */
async function stored(): Promise<string> {
  const found = [localStorage, sessionStorage].flatMap((area) => Object.entries({ ...area }).flat());
  const databases = (await (indexedDB.databases?.() as Promise<{ name?: string }[]> | undefined)) ?? [];
  return [...found, ...databases.map(({ name = '' }) => name), document.cookie].join('\n');
}
const raw = (name = 'one'): string | null => localStorage.getItem(`attune-journal:${name}`);
/** Fires the event that the browser sends to other windows after one has written. */
const tellOtherWindows = (key: string | null = 'attune-journal:one'): boolean =>
  window.dispatchEvent(new StorageEvent('storage', { key, storageArea: localStorage }));

/** A host that settles each promise separately. */
function host(widget: Journal) {
  const shares: { detail: object; keep: () => Promise<void>; refuse: () => Promise<void> }[] = [];
  listen(widget, 'attune-journal-share', (event) => {
    const { promise, resolve, reject } = defer();
    event.waitUntil(promise);
    shares.push({
      detail: event.detail,
      keep: () => (resolve(), ready(widget)),
      refuse: () => (reject(new Error('The server is away')), ready(widget)),
    });
  });
  return shares;
}
const errors = (): string[] => {
  const codes: string[] = [];
  listen(document, 'attune-error', ({ detail }) => codes.push(detail.code));
  return codes;
};

const undo: (() => void)[] = [];
/** Replaces a property of the browser until the end of the test. */
function stub(owner: object, name: string, descriptor: PropertyDescriptor): void {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, ...descriptor });
  undo.push(() => (own ? Object.defineProperty(owner, name, own) : Reflect.deleteProperty(owner, name)));
}
const noRoom = (): void =>
  stub(Storage.prototype, 'setItem', {
    value: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
beforeEach(() => localStorage.clear());
afterEach(() => {
  undo.splice(0).forEach((one) => one());
  localStorage.clear();
});

// Before all other tests: in WebKit, compiled code continues to read the storage that a test replaces.
describe('attune-journal on a page without storage', () => {
  it('says that it cannot be stored if the browser has no storage for this page', async () => {
    for (const descriptor of [
      {
        get() {
          throw new DOMException('sandboxed', 'SecurityError');
        },
      },
      { value: null },
    ]) {
      const codes = errors();
      stub(window, 'localStorage', descriptor);
      const widget = await journal({ kept: 'device' });
      expect(codes).to.eql(['cannot-keep']);
      expect(note(widget)).to.equal(`It cannot be kept here. ${notes.memory}`);
      await add(widget, 'One');
      expect(entries(widget)).to.eql(['One']);
      undo.pop()!();
    }
  });
});

elementContract({
  tag: 'attune-journal',
  attributes: { who: 'Your therapist', 'quick-hide': '' },
  property: { name: 'strings', value: { 'journal.put': 'Hinzufügen' }, shows: 'Hinzufügen' },
  act: async (widget) => {
    const own = widget as Journal;
    await choose(own, 'Give me a prompt');
    await add(own, 'One');
    await add(own, 'Two');
    await does(own, 'Share');
    await answer(own, 'Share this');
    await does(own, 'Change');
    await does(own, 'Erase', 1);
  },
});

describe('attune-journal', () => {
  describe('accepts entries', () => {
    it('and shows each entry with its day, latest first; the field is empty again', async () => {
      const widget = await journal({ lang: 'en-GB' });
      await add(widget, 'One');
      await add(widget, '  Two\n\nthree');
      expect(entries(widget)).to.eql(['Two three', 'One']);
      expect(inside(widget, '[part=text]')[0]!.textContent).to.equal('  Two\n\nthree');
      expect(box(widget).value).to.equal('');
      expect(statusText(widget)).to.equal('Added.');
      const day = new Date().toLocaleDateString('en-GB', { dateStyle: 'long' });
      expect(inside(widget, '[part=date]').map(plain)).to.eql([day, day]);
    });

    it('in a field with a label, and with a sentence below that nobody receives it automatically', async () => {
      const widget = await journal();
      const area = box(widget);
      expect(plain(area.labels![0]!)).to.equal('Write here');
      const described = area.getAttribute('aria-describedby')!.split(' ').map((id) => oneInside(widget, `#${id}`));
      expect(described.map(plain)).to.eql(['', 'It is not sent unless you share it.']);
      expect(area.autocomplete).to.equal('off');
    });

    it('to a prompt, another prompt, or none: all prompts of the content, word for word, and again from the first', async () => {
      const widget = await journal();
      const shown = (): string => plain(oneInside(widget, '#prompt'));
      expect(shown()).to.equal('');
      await choose(widget, 'Give me a prompt');
      const seen = [shown()];
      for (let i = 1; i <= prompts.length; i++) {
        await choose(widget, 'Another prompt');
        seen.push(shown());
      }
      expect(seen).to.eql([...prompts, prompts[0]]);
      await choose(widget, 'No prompt');
      expect(shown()).to.equal('');
    });

    it('and the entry keeps its prompt; the next one begins without a prompt', async () => {
      const widget = await journal();
      await choose(widget, 'Give me a prompt');
      await add(widget, 'One');
      await add(widget, 'Two');
      expect(inside(widget, 'article').map((one) => one.querySelector('[part=prompt-text]')?.textContent)).to.eql([
        undefined, prompts[0],
      ]);
    });

    it('and does nothing for blank text', async () => {
      const widget = await journal();
      await add(widget, ' \n ');
      expect(entries(widget)).to.eql([]);
      focusIsOn(box(widget));
    });

    it('and keeps unfinished text when the widget is moved, hidden or changes an attribute', async () => {
      const widget = await journal({ 'quick-hide': '' });
      put(box(widget), 'Half a thought');
      (await place()).append(widget);
      await settled(widget);
      expect(box(widget).value).to.equal('Half a thought');
      await activate(widget, 'Hide this');
      expect(read(widget)).to.equal('Show');
      await activate(widget, 'Show');
      expect(box(widget).value).to.equal('Half a thought');
      widget.kept = 'device';
      await ready(widget);
      expect(box(widget).value).to.equal('Half a thought');
    });

    it('and keeps entries in memory when the host allows storing later', async () => {
      const widget = await journal();
      await add(widget, 'One');
      widget.kept = 'device';
      await ready(widget);
      expect(entries(widget)).to.eql(['One']);
      await add(widget, 'Two');
      await choose(widget, 'Keep it on this device');
      expect(entries(widget)).to.eql(['Two', 'One']);
      expect(raw()).to.contain('One');
    });
  });

  describe('lets an entry be changed', () => {
    it('in the field, with its prompt, under the same day', async () => {
      const widget = await journal();
      await choose(widget, 'Give me a prompt');
      await add(widget, 'One');
      await does(widget, 'Change');
      focusIsOn(box(widget));
      expect(box(widget).value).to.equal('One');
      expect(plain(oneInside(widget, '#prompt'))).to.equal(prompts[0]);
      put(box(widget), 'One and a half');
      await choose(widget, 'Done');
      expect(entries(widget)).to.eql(['One and a half']);
      expect(statusText(widget)).to.equal('Changed.');
      expect(box(widget).value).to.equal('');
      focusIsOn(inside(widget, 'article summary')[0]);
    });

    it('or left unchanged', async () => {
      const widget = await journal();
      await add(widget, 'One');
      await does(widget, 'Change');
      put(box(widget), 'Something else');
      await choose(widget, 'Cancel');
      expect(entries(widget)).to.eql(['One']);
      expect(box(widget).value).to.equal('');
      focusIsOn(inside(widget, 'article summary')[0]);
    });

    it('only if the field is empty, so that no other text is lost', async () => {
      const widget = await journal();
      await add(widget, 'One');
      put(box(widget), 'Half a thought');
      await does(widget, 'Change');
      expect(box(widget).value).to.equal('Half a thought');
      expect(statusText(widget)).to.equal('Please add or clear what you wrote here first.');
      focusIsOn(box(widget));
      put(box(widget), '');
      await does(widget, 'Change');
      expect(box(widget).value).to.equal('One');
    });
  });

  describe('lets an entry be erased', () => {
    it('after asking once; the focus moves to the next one', async () => {
      const widget = await journal();
      for (const text of ['One', 'Two', 'Three']) await add(widget, text);
      await does(widget, 'Erase', 1);
      expect(plain(oneInside(widget, '[part=ask] p'))).to.equal('Erase this? It cannot be brought back.');
      focusIsOn(oneInside(widget, '[part=ask] p'));
      expect(inside(widget, '[part=ask] button').map(plain)).to.eql(['Cancel', 'Erase']);
      await answer(widget, 'Cancel');
      expect(entries(widget)).to.eql(['Three', 'Two', 'One']);
      focusIsOn(inside<HTMLElement>(widget, 'article')[1]!.querySelector('[data-do=remove]'));
      await does(widget, 'Erase', 1);
      await answer(widget, 'Erase');
      expect(entries(widget)).to.eql(['Three', 'One']);
      focusIsOn(inside(widget, 'article summary')[1]);
      await does(widget, 'Erase', 1);
      await answer(widget, 'Erase');
      focusIsOn(inside(widget, 'article summary')[0]);
      await does(widget, 'Erase');
      await answer(widget, 'Erase');
      expect(entries(widget)).to.eql([]);
      focusIsOn(box(widget));
    });

    it('all of them too, with unfinished text', async () => {
      const widget = await journal();
      await add(widget, 'One');
      put(box(widget), 'Two');
      oneInside<HTMLDetailsElement>(widget, 'section > details').open = true;
      await choose(widget, 'Erase my journal');
      await answer(widget, 'Cancel');
      expect(entries(widget)).to.eql(['One']);
      focusIsOn(button(widget, 'Erase my journal'));
      await choose(widget, 'Erase my journal');
      await answer(widget, 'Erase');
      expect(entries(widget)).to.eql([]);
      expect(box(widget).value).to.equal('');
      expect(statusText(widget)).to.equal('Erased.');
    });
  });

  describe('shares one entry', () => {
    const oneEntry = async (attributes: Record<string, string> = {}): Promise<Journal> => {
      const widget = await journal(attributes);
      await choose(widget, 'Give me a prompt');
      await add(widget, 'One');
      await add(widget, 'Two');
      return widget;
    };

    it('after saying who will see it, and only that entry', async () => {
      const widget = await oneEntry({ who: 'Your therapist', when: 'before your next session' });
      const shares = host(widget);
      await does(widget, 'Share', 1);
      expect(plain(oneInside(widget, '[part=ask] p'))).to.equal('Who sees this: Your therapist, before your next session.');
      expect(shares.length).to.equal(0);
      await answer(widget, 'Share this');
      const { id, ...detail } = shares[0]!.detail as { id: string };
      expect(id).to.match(/^[\da-f-]{36}$/);
      expect(detail).to.eql({ date: today(), text: 'One', prompt: prompts[0] });
      await does(widget, 'Share', 0);
      await shares[0]!.keep();
      await does(widget, 'Share', 0);
      await answer(widget, 'Share this');
      expect(shares[1]!.detail).to.have.all.keys('id', 'date', 'text');
    });

    it('or says that the page does not say who will see it', async () => {
      const widget = await oneEntry();
      await does(widget, 'Share');
      expect(read(widget)).to.contain('This page does not say who will see this.');
    });

    it('and shows it as shared after the host has confirmed it, and not before', async () => {
      const widget = await oneEntry();
      const [keeping, first] = [host(widget), (): string => shared(widget)];
      await does(widget, 'Share');
      await answer(widget, 'Share this');
      expect(first()).to.equal('Saving...');
      expect(has(widget, 'pending')).to.equal(true);
      await keeping[0]!.keep();
      expect(first()).to.equal('You shared this.');
      expect(shared(widget, 1)).to.equal('');
      expect(inside(widget, '[part=ask]').length).to.equal(0);
      focusIsOn(inside(widget, 'article summary')[0]);
      await lacks(widget, 'pending');
    });

    it('and leaves a question about another entry open when the host confirms', async () => {
      const widget = await oneEntry();
      const shares = host(widget);
      await does(widget, 'Share');
      await answer(widget, 'Share this');
      await does(widget, 'Erase', 1);
      await shares[0]!.keep();
      expect(shared(widget)).to.equal('You shared this.');
      expect(plain(oneInside(widget, '[part=ask] p'))).to.contain('Erase this?');
      focusIsOn(oneInside(widget, '[part=ask] p'));
    });

    it('and not if the host refuses; another try sends the same', async () => {
      const widget = await oneEntry();
      const codes = errors();
      const shares = host(widget);
      await does(widget, 'Share');
      await answer(widget, 'Share this');
      await shares[0]!.refuse();
      expect(shared(widget)).to.equal('This did not save. You can try again.');
      expect(read(widget)).not.to.contain('You shared').and.not.to.contain('server');
      expect(codes).to.eql(['save-failed']);
      expect(has(widget, 'failed')).to.equal(true);
      await answer(widget, 'Share this');
      expect(shares[1]!.detail).to.eql(shares[0]!.detail);
      await shares[1]!.keep();
      expect(shared(widget)).to.equal('You shared this.');
    });

    it('and reports it if no listener read it; the entry is not shown as shared', async () => {
      const widget = await oneEntry();
      const codes = errors();
      listen(widget, 'attune-journal-share', (event) => void event.type);
      await does(widget, 'Share');
      await answer(widget, 'Share this');
      expect(shared(widget)).to.equal('This page has not confirmed this.');
      expect(codes).to.eql(['nobody-listens']);
    });

    it('and says that it is not confirmed if no listener calls waitUntil(): it may be shared or not', async () => {
      const widget = await oneEntry();
      const codes = errors();
      hear(widget, 'attune-journal-share');
      await does(widget, 'Share');
      await answer(widget, 'Share this');
      expect(shared(widget)).to.equal('This page has not confirmed this.');
      expect(codes).to.eql([]);
      await does(widget, 'Erase');
      expect(plain(oneInside(widget, '[part=ask] p'))).to.contain('What you shared is not taken back.');
    });

    it('and changes and reports nothing when a listener prevents it', async () => {
      const widget = await oneEntry();
      const codes = errors();
      listen(widget, 'attune-journal-share', (event) => event.preventDefault());
      await does(widget, 'Share');
      await answer(widget, 'Share this');
      expect(shared(widget)).to.equal('');
      expect(codes).to.eql([]);
    });

    it('once, also at more presses, until the host has taken thirty seconds', async () => {
      const clock = stopClock();
      const widget = await oneEntry();
      const shares = host(widget);
      await does(widget, 'Share');
      await answer(widget, 'Share this');
      await answer(widget, 'Share this');
      expect(shares.length).to.equal(1);
      await clock.pass(30_000);
      await settled(widget);
      expect(shared(widget)).to.equal('This is still saving. You can wait, or try again.');
      await answer(widget, 'Share this');
      expect(shares[1]!.detail).to.eql(shares[0]!.detail);
      await shares[0]!.keep();
      expect(shared(widget)).to.equal('You shared this.');
      await shares[1]!.refuse();
      expect(shared(widget)).to.equal('You shared this.');
    });

    it('and shows that the shared text is different if the entry changes afterwards; the host\'s copy is not recalled', async () => {
      const widget = await oneEntry();
      const shares = host(widget);
      await does(widget, 'Share');
      await answer(widget, 'Share this');
      await shares[0]!.keep();
      await does(widget, 'Change');
      put(box(widget), 'Two and a half');
      await choose(widget, 'Done');
      expect(shared(widget)).to.equal('You shared this before you changed it.');
      await does(widget, 'Erase');
      expect(plain(oneInside(widget, '[part=ask] p'))).to.equal(
        'Erase this? It cannot be brought back. What you shared is not taken back.',
      );
      await answer(widget, 'Cancel');
      await does(widget, 'Share');
      await answer(widget, 'Share this');
      const [before, after] = shares.map(({ detail }) => detail as { id: string; text: string });
      expect(after).to.include({ id: before!.id, text: 'Two and a half' });
      await shares[1]!.keep();
      expect(shared(widget)).to.equal('You shared this.');
    });

    it('and remembers it in a stored journal, also if it was locked in the meantime', async () => {
      const widget = await locked('One');
      const shares = host(widget);
      await does(widget, 'Share');
      await answer(widget, 'Share this');
      widget.lock();
      await ready(widget);
      await shares[0]!.keep();
      await unlock(widget);
      expect(shared(widget)).to.equal('You shared this.');
      await add(widget, 'Two');
      widget.remove();
      const again = await journal({ kept: 'passphrase' });
      await unlock(again);
      expect(shared(again, 1)).to.equal('You shared this.');
    });
  });

  describe('makes copies', () => {
    const saved = async (act: () => Promise<void>): Promise<{ name: string; text: string }> => {
      let file: Promise<{ name: string; text: string }> | undefined;
      const blobs = new Map<string, Blob>();
      const { createObjectURL } = URL;
      stub(URL, 'createObjectURL', {
        value: (blob: Blob) => {
          const url = createObjectURL.call(URL, blob);
          blobs.set(url, blob);
          return url;
        },
      });
      stub(HTMLAnchorElement.prototype, 'click', {
        value(this: HTMLAnchorElement) {
          const { download: name, href } = this;
          file = blobs.get(href)!.text().then((text) => ({ name, text }));
        },
      });
      await act();
      return file!;
    };
    const bring = async (widget: Journal, text: string): Promise<void> => {
      const input = oneInside<HTMLInputElement>(widget, '[type=file]');
      const list = new DataTransfer();
      list.items.add(new File([text], 'My journal.json', { type: 'application/json' }));
      input.files = list.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await ready(widget);
    };

    it('to read: days, prompts and texts, in the order they were written', async () => {
      const widget = await journal({ lang: 'en-GB' });
      await choose(widget, 'Give me a prompt');
      await add(widget, 'One');
      await add(widget, 'Two\nthree');
      const { name, text } = await saved(() => choose(widget, 'Save to read'));
      const day = new Date().toLocaleDateString('en-GB', { dateStyle: 'long' });
      expect(name).to.equal('My journal.txt');
      expect(text).to.equal(`My journal\n\n${day} ${prompts[0]}\nOne\n\n${day}\nTwo\nthree\n`);
    });

    it('to restore, which restores every entry, once', async () => {
      const widget = await journal();
      await choose(widget, 'Give me a prompt');
      await add(widget, 'One');
      await add(widget, 'Two');
      const { name, text } = await saved(() => choose(widget, 'Save to bring back'));
      expect(name).to.equal('My journal.json');
      const other = await journal();
      await add(other, 'Three');
      await bring(other, text);
      await bring(other, text);
      expect(entries(other).sort()).to.eql(['One', 'Three', 'Two']);
      expect(plain(oneInside(other, 'article [part=prompt-text]'))).to.equal(prompts[0]);
    });

    it('and the focus stays on the button that brings back when there is something to copy then', async () => {
      const widget = await journal();
      oneInside<HTMLDetailsElement>(widget, 'section > details').open = true;
      button(widget, 'Bring back').focus();
      await bring(widget, JSON.stringify({ 'attune-journal': 1, entries: [{ id: 'a', date: today(), text: 'One' }] }));
      expect(buttons(widget)).to.include('Print');
      focusIsOn(button(widget, 'Bring back'));
    });

    it('and changes nothing for a file that is no journal', async () => {
      const widget = await journal();
      await add(widget, 'One');
      for (const text of ['', 'null', '{"entries":[]}', '{"attune-journal":1,"entries":[{"id":"x"}]}']) {
        await bring(widget, text);
        expect(statusText(widget)).to.equal('This is no journal file. Nothing was changed.');
        expect(entries(widget)).to.eql(['One']);
      }
    });

    it('on paper', async () => {
      const widget = await journal();
      await add(widget, 'One');
      const pages = await printed(() => button(widget, 'Print').click());
      expect(pages.length).to.equal(1);
      expect(pages[0]).to.contain('My journal').and.to.contain('One');
    });

    it('and says for a locked journal that its copies are not locked', async () => {
      expect(read(await locked('One'))).to.contain('A copy is not locked. Keep it safe.');
      expect(read(await journal())).not.to.contain('A copy is not locked.');
    });

    it('only if there are entries', async () => {
      const widget = await journal();
      const copies = (): string[] => buttons(widget).filter((label) => /^(Save to|Print)/.test(label));
      expect(copies()).to.eql([]);
      expect(buttons(widget)).to.include('Bring back');
      put(box(widget), 'Half a thought');
      await settled(widget);
      expect(copies()).to.eql(['Save to read', 'Save to bring back', 'Print']);
      put(box(widget), ' ');
      await settled(widget);
      expect(copies()).to.eql([]);
    });

    it('of entries that could not be stored too: the first entry, and the next', async () => {
      for (const before of [[], ['One']]) {
        const widget = await keptOnDevice(...before);
        noRoom();
        await choose(widget, 'Give me a prompt');
        const prompt = plain(oneInside(widget, '#prompt'));
        await add(widget, 'Two');
        if (!before.length) await choose(widget, 'Keep it on this device');
        expect(statusText(widget)).to.equal('This could not be kept. It is still here. Save a copy.');
        const read = await saved(() => choose(widget, 'Save to read'));
        for (const text of [...before, prompt, 'Two']) expect(read.text).to.contain(text);
        const [page] = await printed(() => button(widget, 'Print').click());
        for (const text of [...before, prompt, 'Two']) expect(page).to.contain(text);
        const { text } = await saved(() => choose(widget, 'Save to bring back'));
        const other = await journal();
        await bring(other, text);
        expect(entries(other)).to.eql(['Two', ...before]);
        expect(box(widget).value, 'it is still to be added').to.equal('Two');
        undo.splice(0).forEach((one) => one());
        localStorage.clear();
        widget.remove();
      }
    });

    it('of an entry that is being changed, with the old and the new text', async () => {
      const widget = await journal();
      await add(widget, 'One');
      await does(widget, 'Change');
      const copy = async (): Promise<number> => (await saved(() => choose(widget, 'Save to read'))).text.match(/One/g)!.length;
      expect(await copy(), 'nothing is changed yet').to.equal(1);
      put(box(widget), 'One and a half');
      expect(await copy()).to.equal(2);
      expect(entries(widget)).to.eql(['One']);
    });
  });

  describe('in memory', () => {
    it('says that it is not stored, and uses no storage, except to erase what a storage-key names', async () => {
      const used: string[] = [];
      const stop = watchPage(used);
      const widget = await mount<Journal>('attune-journal', { attributes: { kept: 'memory' }, children: '' });
      expect(note(widget)).to.equal(notes.memory);
      await add(widget, 'One');
      await does(widget, 'Change');
      put(box(widget), 'Uno');
      await choose(widget, 'Done');
      tellOtherWindows();
      tellOtherWindows(null);
      (await place()).append(widget);
      await ready(widget);
      await choose(widget, 'Erase my journal');
      await answer(widget, 'Erase');
      widget.storageKey = 'one';
      await add(widget, 'Two');
      widget.remove();
      await settled(widget);
      stop();
      expect(used).to.eql([]);
    });

    it('if kept is unknown, which is reported', async () => {
      const codes = errors();
      const widget = await journal({ kept: 'cloud' });
      expect(codes).to.eql(['bad-attribute']);
      await add(widget, 'One');
      expect(note(widget)).to.equal(notes.memory);
      expect(await stored()).to.equal('');
    });

    it('if the host removes an attribute, and reports nothing', async () => {
      const widget = await journal({ kept: 'device', privacy: 'shared' });
      const codes = errors();
      widget.removeAttribute('kept');
      widget.removeAttribute('privacy');
      await ready(widget);
      await add(widget, 'One');
      expect(note(widget)).to.equal(notes.memory);
      expect(buttons(widget)).to.include('Bring back');
      expect(codes).to.eql([]);
    });

    it('does not show one client’s entries to the next client', async () => {
      for (const kept of ['memory', 'device']) {
        const widget = await journal({ kept });
        await add(widget, 'One of mine');
        if (kept === 'device') await choose(widget, 'Only on this page');
        expect(entries(widget)).to.eql(['One of mine']);
        widget.storageKey = 'two';
        await ready(widget);
        expect(read(widget)).not.to.contain('mine');
        expect(raw('two')).to.equal(null);
        widget.remove();
      }
    });

    it('if there is no storage-key: one client must not find another’s journal', async () => {
      const codes = errors();
      const widget = await mount<Journal>('attune-journal', { attributes: { kept: 'device' }, children: '' });
      expect(codes).to.eql(['no-storage-key']);
      await add(widget, 'One');
      expect(note(widget)).to.equal(notes.memory);
      expect(await stored()).to.equal('');
    });
  });

  describe('on the device', () => {
    it('stores nothing before the person has read what that means and has chosen it', async () => {
      const widget = await journal({ kept: 'device' });
      expect(note(widget)).to.equal('Nothing is kept yet. You will be asked first.');
      put(box(widget), 'One');
      await activate(widget, 'Add to my journal');
      expect(await stored()).to.equal('');
      expect(entries(widget)).to.eql([]);
      expect(plain(oneInside(widget, '[part=ask] p'))).to.equal(notes.device);
      focusIsOn(oneInside(widget, '[part=ask] p'));
      await choose(widget, 'Keep it on this device');
      expect(entries(widget)).to.eql(['One']);
      expect(note(widget)).to.equal(notes.device);
      expect(Object.keys({ ...localStorage })).to.eql(['attune-journal:one']);
      focusIsOn(box(widget));
    });

    it('asks once, and shows the entries when the page is opened again', async () => {
      const first = await keptOnDevice('One', 'Two');
      expect(inside(first, '[part=ask]').length).to.equal(0);
      first.remove();
      const again = await journal({ kept: 'device' });
      expect(entries(again)).to.eql(['Two', 'One']);
      expect(note(again)).to.equal(notes.device);
      await add(again, 'Three');
      expect(raw()).to.contain('Three');
    });

    it('lets the person write on this page only, and says that this is not stored', async () => {
      const widget = await journal({ kept: 'device' });
      await add(widget, 'One');
      await choose(widget, 'Only on this page');
      expect(entries(widget)).to.eql(['One']);
      expect(note(widget)).to.equal(notes.memory);
      await add(widget, 'Two');
      expect(inside(widget, '[part=ask]').length).to.equal(0);
      expect(await stored()).to.equal('');
    });

    it('keeps the journals of two clients apart', async () => {
      const widget = await keptOnDevice('One of mine');
      put(box(widget), 'Half a thought of mine');
      widget.storageKey = 'two';
      await ready(widget);
      expect(read(widget)).not.to.contain('mine');
      expect(box(widget).value).to.equal('');
      await add(widget, 'One of theirs');
      await choose(widget, 'Keep it on this device');
      expect(raw('one')).not.to.contain('theirs');
      expect(raw('two')).not.to.contain('mine');
      widget.storageKey = 'one';
      await ready(widget);
      expect(entries(widget)).to.eql(['One of mine']);
    });

    it('erases the stored entries too', async () => {
      const widget = await keptOnDevice('One');
      await choose(widget, 'Erase my journal');
      await answer(widget, 'Erase');
      expect(await stored()).to.equal('');
      expect(note(widget)).to.equal('Nothing is kept yet. You will be asked first.');
    });

    it('says if there is no space, and loses nothing on the screen', async () => {
      const codes = errors();
      const widget = await keptOnDevice('One');
      noRoom();
      await add(widget, 'Two');
      expect(statusText(widget)).to.equal('This could not be kept. It is still here. Save a copy.');
      expect(box(widget).value).to.equal('Two');
      expect(entries(widget)).to.eql(['One']);
      expect(codes).to.eql(['cannot-keep']);
      undo.pop()!();
      await choose(widget, 'Add to my journal');
      expect(entries(widget)).to.eql(['Two', 'One']);
    });

    it('does not change stored data that it cannot read, and stays in memory', async () => {
      for (const text of ['', '{', 'null', '{"attune-journal":2,"entries":[]}', '{"attune-journal":1,"entries":[{}]}']) {
        const codes = errors();
        localStorage.setItem('attune-journal:one', text);
        const widget = await journal({ kept: 'device' });
        expect(note(widget)).to.equal(
          `There is a journal here that this page cannot read. It was left as it is. ${notes.memory}`,
        );
        await add(widget, 'One');
        expect(raw()).to.equal(text);
        expect(codes).to.eql(['cannot-keep']);
        widget.remove();
      }
    });

    it('erases data that it cannot read too, if the person says so, and begins again', async () => {
      localStorage.setItem('attune-journal:one', '{"attune-journal":2,"words":"of mine"}');
      const widget = await journal({ kept: 'device' });
      await choose(widget, 'Erase my journal');
      await answer(widget, 'Erase');
      expect(statusText(widget)).to.equal('Erased.');
      expect(await stored()).to.equal('');
      expect(note(widget)).to.equal('Nothing is kept yet. You will be asked first.');
      await add(widget, 'One');
      await choose(widget, 'Keep it on this device');
      expect(raw()).to.contain('One');
    });

    it('erases what was stored before, also if storing is not allowed any more', async () => {
      for (const now of [{ kept: 'memory' }, { kept: 'device', privacy: 'shared' }]) {
        const widget = await keptOnDevice('One of mine');
        for (const [name, value] of Object.entries(now)) widget.setAttribute(name, value);
        await ready(widget);
        expect(note(widget)).to.equal(notes.memory);
        expect(raw(), 'only the person may').to.contain('mine');
        await choose(widget, 'Erase my journal');
        await answer(widget, 'Erase');
        expect(statusText(widget)).to.equal('Erased.');
        expect(await stored()).to.equal('');
        widget.remove();
      }
    });

    it('does not say that everything is erased if the browser refuses access to the storage', async () => {
      const widget = await keptOnDevice('One of mine');
      const codes = errors();
      stub(window, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
      await choose(widget, 'Erase my journal');
      await answer(widget, 'Erase');
      expect(statusText(widget)).to.equal('Erased on this page. It may still be on this device.');
      expect(read(widget)).not.to.contain('mine');
      expect(codes).to.eql(['cannot-keep']);
    });
  });

  describe('in two windows', () => {
    it('stores what both write, also before one has received the event of the other', async () => {
      const here = await keptOnDevice('One');
      const there = await journal({ kept: 'device' });
      await add(here, 'Two here');
      await add(there, 'Three there');
      await add(here, 'Four here');
      expect(entries(here)).to.have.members(['One', 'Two here', 'Three there', 'Four here']);
      await does(there, 'Erase', entries(there).indexOf('One'));
      await answer(there, 'Erase');
      expect(entries(there)).to.have.members(['Two here', 'Three there', 'Four here']);
      await add(here, 'Five here');
      expect(entries(here), 'erased stays erased').not.to.include('One');
    });

    it('shows what the other wrote after the event of the browser', async () => {
      const here = await keptOnDevice('One');
      const there = await journal({ kept: 'device' });
      put(box(here), 'Half a thought');
      await add(there, 'Two');
      tellOtherWindows();
      await ready(here);
      expect(entries(here)).to.eql(['Two', 'One']);
      expect(box(here).value).to.equal('Half a thought');
    });

    it('keeps both texts if both changed the same entry', async () => {
      const here = await keptOnDevice('One');
      const there = await journal({ kept: 'device' });
      await does(here, 'Change');
      await does(there, 'Change');
      put(box(there), 'Une');
      await choose(there, 'Done');
      put(box(here), 'Ein');
      await choose(here, 'Done');
      expect(entries(here)).to.have.members(['Une', 'Ein']);
      expect(raw()).to.contain('Une').and.to.contain('Ein');
    });

    it('keeps the text that one is changing when the other erases the entry', async () => {
      const here = await keptOnDevice('One');
      await does(here, 'Change');
      put(box(here), 'One and a half');
      const there = await journal({ kept: 'device' });
      await choose(there, 'Erase my journal');
      await answer(there, 'Erase');
      tellOtherWindows();
      await ready(here);
      expect(entries(here)).to.eql([]);
      await choose(here, 'Done');
      await choose(here, 'Keep it on this device');
      expect(entries(here)).to.eql(['One and a half']);
    });

    it('is empty in both when one erases it, and when the storage of the site is cleared', async () => {
      for (const key of ['attune-journal:one', null]) {
        const here = await keptOnDevice('One');
        localStorage.clear();
        tellOtherWindows(key);
        await ready(here);
        expect(entries(here)).to.eql([]);
        expect(note(here)).to.equal('Nothing is kept yet. You will be asked first.');
        here.remove();
      }
    });

    it('stores its copy again if the browser has deleted the stored one', async () => {
      const widget = await keptOnDevice('One');
      localStorage.clear();
      await add(widget, 'Two');
      expect(entries(widget)).to.eql(['Two', 'One']);
      expect(raw()).to.contain('One').and.to.contain('Two');
    });

    it('adds to the stored entries although the other wrote at the same time', async () => {
      const here = await locked('One');
      const { encrypt } = SubtleCrypto.prototype;
      let theirs: Promise<void> | undefined;
      stub(SubtleCrypto.prototype, 'encrypt', {
        async value(this: SubtleCrypto, ...given: Parameters<typeof encrypt>) {
          // Another window that does not use locks, as in an old browser.
          if (!theirs) {
            theirs = Promise.resolve();
            stub(Navigator.prototype, 'locks', { get: () => undefined });
            const there = await journal({ kept: 'passphrase' });
            await unlock(there);
            await add(there, 'Two there');
            undo.pop()!();
          }
          return encrypt.apply(this, given);
        },
      });
      await add(here, 'Three here');
      expect(entries(here)).to.have.members(['One', 'Two there', 'Three here']);
    }).timeout(20_000);

    it('does not accept a journal that the other has locked since', async () => {
      const here = await keptOnDevice('One');
      const there = await journal({ kept: 'passphrase' });
      expect(entries(there)).to.eql(['One']);
      expect(note(there), 'it is not locked yet').to.equal(notes.device);
      await add(there, 'Two');
      expect(buttons(there), 'it is kept already').not.to.include('Only on this page');
      await lockWith(there);
      expect(note(there)).to.equal(notes.passphrase);
      const before = raw();
      expect(before).not.to.contain('One').and.not.to.contain('Two');
      await add(here, 'Three');
      expect(raw()).to.equal(before);
      expect(entries(here)).to.eql([]);
      await unlock(here);
      expect(entries(here)).to.eql(['Two', 'One']);
      expect(box(here).value).to.equal('Three');
    });
  });

  describe('under a passphrase', () => {
    it('asks for a passphrase before anything is stored, and says that it cannot be reset', async () => {
      const widget = await journal({ kept: 'passphrase' });
      await add(widget, 'One secret thing');
      expect(plain(oneInside(widget, '[part=ask] p'))).to.equal(notes.passphrase);
      expect(await stored()).to.equal('');
      focusIsOn(oneInside(widget, '[part=ask] p'));
      const fields = inside<HTMLInputElement>(widget, 'input[type=password]');
      expect(fields.map(({ autocomplete }) => autocomplete)).to.eql(['new-password', 'new-password']);
      await lockWith(widget);
      expect(entries(widget)).to.eql(['One secret thing']);
      expect(note(widget)).to.equal(notes.passphrase);
      focusIsOn(box(widget));
    });

    it('refuses a passphrase that is short, or not the same twice, and says which', async () => {
      const widget = await journal({ kept: 'passphrase' });
      await add(widget, 'One');
      for (const [first, second, label, says] of [
        ['eleven char', 'eleven char', 'Choose your words', 'This is too short. Add more words.'],
        ['a          b', 'a          b', 'Choose your words', 'This is too short. Add more words.'],
        [WORDS, `${WORDS}!`, 'The same words again', 'These are not the same words.'],
      ] as const) {
        put(field(widget, 'Choose your words'), first);
        put(field(widget, 'The same words again'), second);
        await choose(widget, 'Lock it with these words');
        expect(statusText(widget)).to.equal(says);
        expect(plain(oneInside(widget, '#hint'))).to.equal('At least 12 letters. Four or more words work well.');
        focusIsOn(field(widget, label));
        expect(field(widget, label).getAttribute('aria-invalid')).to.equal('true');
        expect(field(widget, label).getAttribute('aria-describedby')).to.contain('status');
        expect(await stored()).to.equal('');
      }
      await lockWith(widget);
      expect(statusText(widget)).to.equal('Added.');
    });

    it('never stores text without encryption', async () => {
      const secrets = ['zqxj-one', 'zqxj-two', 'zqxj-changed', 'zqxj-after', prompts[0]!, WORDS, 'Five other words, all new'];
      const found: string[] = [];
      const { setItem } = Storage.prototype;
      stub(Storage.prototype, 'setItem', {
        value(this: Storage, key: string, value: string) {
          found.push(key, value);
          setItem.call(this, key, value);
        },
      });
      const widget = await journal({ kept: 'passphrase' });
      await choose(widget, 'Give me a prompt');
      await add(widget, secrets[0]!);
      await lockWith(widget);
      await add(widget, secrets[1]!);
      await does(widget, 'Change');
      put(box(widget), secrets[2]!);
      await choose(widget, 'Done');
      host(widget);
      await does(widget, 'Share');
      await answer(widget, 'Share this');
      put(box(widget), 'zqxj-draft');
      await choose(widget, 'Choose other words');
      await lockWith(widget, secrets[6]!);
      await choose(widget, 'Lock');
      await unlock(widget, secrets[6]!);
      await choose(widget, 'Add to my journal');
      found.push(await stored());
      const all = found.join('\n');
      expect(found.length).to.be.above(8);
      for (const secret of [...secrets, 'zqxj', 'thing']) expect(all).not.to.contain(secret);
      // Also not in an encoding that any script can decode.
      for (const { 1: text } of all.matchAll(/"data":"([^"]+)"/g)) expect(atob(text!)).not.to.contain('zqxj');
      const { iv, data, salt, ...header } = JSON.parse(raw()!) as Record<string, string>;
      expect(header).to.eql({ 'attune-journal': 1, lock: 'PBKDF2-SHA-256/AES-256-GCM', iterations: 600_000 });
      expect(new Set(rounds), 'every key costs as much as the header says').to.eql(new Set([600_000]));
      expect([iv, salt].map((text) => atob(text!).length)).to.eql([12, 16]);
      expect(data).to.be.a('string');
      expect(new Set([...all.matchAll(/"iv":"([^"]+)"/g)].map(([iv]) => iv)).size, 'a vector of its own each time').to.be.above(4);
    });

    it('opens with the same passphrase only, and a wrong one loses nothing', async () => {
      (await locked('One')).remove();
      const before = raw();
      const widget = await journal({ kept: 'passphrase' });
      expect(read(widget)).not.to.contain('One');
      expect(has(widget, 'locked')).to.equal(true);
      expect(note(widget)).to.equal(notes.passphrase);
      expect(field(widget, 'Your words').autocomplete).to.equal('current-password');
      await unlock(widget, 'some other words');
      expect(statusText(widget)).to.equal('These words do not open it. Nothing was lost.');
      focusIsOn(field(widget, 'Your words'));
      expect(raw()).to.equal(before);
      await unlock(widget);
      expect(entries(widget)).to.eql(['One']);
      await lacks(widget, 'locked');
      focusIsOn(box(widget));
      await add(widget, 'Two');
      expect(raw()).not.to.equal(before);
    });

    it('opens with Enter, and submits nothing', async () => {
      (await locked('One')).remove();
      const form = document.createElement('form');
      (await place()).append(form);
      const submitted: Event[] = [];
      listen(document, 'submit', (event) => submitted.push(event));
      const widget = await journal({ kept: 'passphrase' }, { into: form });
      await typeInto(field(widget, 'Your words'), WORDS);
      await press('Enter');
      await ready(widget);
      expect(entries(widget)).to.eql(['One']);
      expect(submitted.length).to.equal(0);
    });

    it('refuses manipulated data, and does not change it', async () => {
      (await locked('One')).remove();
      const sealed = JSON.parse(raw()!) as Record<string, string | number>;
      const flipped = (text: string): string => btoa(atob(text).replace(/./s, (char) => String.fromCharCode(char.charCodeAt(0) ^ 1)));
      for (const change of [
        { data: flipped(sealed.data as string) },
        { iv: flipped(sealed.iv as string) },
        { iterations: 600_001 },
        { salt: '%' },
        { data: 7 },
      ]) {
        const text = JSON.stringify({ ...sealed, ...change });
        localStorage.setItem('attune-journal:one', text);
        const widget = await journal({ kept: 'passphrase' });
        await unlock(widget);
        expect(read(widget), JSON.stringify(change)).not.to.contain('One');
        expect(statusText(widget)).to.equal('These words do not open it. Nothing was lost.');
        expect(raw()).to.equal(text);
        widget.remove();
      }
    }).timeout(20_000);

    it('is locked by Lock, and shows unfinished text again after unlocking only', async () => {
      const widget = await locked('One');
      await does(widget, 'Change');
      put(box(widget), 'One and a half');
      await choose(widget, 'Lock');
      expect(inside(widget, 'textarea, article').length).to.equal(0);
      expect(widget.shadowRoot!.innerHTML).not.to.contain('half');
      focusIsOn(field(widget, 'Your words'));
      await unlock(widget);
      expect(box(widget).value).to.equal('One and a half');
      await choose(widget, 'Done');
      expect(entries(widget)).to.eql(['One and a half']);
    });

    it('is locked after a time without activity, after a warning', async () => {
      const clock = stopClock();
      const widget = await locked('One');
      put(box(widget), 'Half a thought');
      await clock.pass(4 * MINUTE);
      await settled(widget);
      expect(read(widget)).to.contain('Are you still there? This will be locked in less than 60 seconds.');
      await activate(widget, 'I am still here');
      await clock.pass(4 * MINUTE);
      await settled(widget);
      expect(entries(widget)).to.eql(['One']);
      await clock.pass(MINUTE);
      await ready(widget);
      expect(has(widget, 'locked')).to.equal(true);
      await unlock(widget);
      expect(box(widget).value).to.equal('Half a thought');
    });

    it('is locked after the minutes that the host sets; five if it sets no number', async () => {
      const codes = errors();
      const clock = stopClock();
      const widget = await locked('One');
      widget.setAttribute('idle-minutes', '2');
      await activate(widget, 'Give me a prompt');
      await clock.pass(2 * MINUTE);
      await ready(widget);
      expect(has(widget, 'locked')).to.equal(true);
      expect(codes).to.eql([]);
      widget.setAttribute('idle-minutes', 'soon');
      await unlock(widget);
      expect(codes).to.eql(['bad-attribute']);
      await clock.pass(4 * MINUTE);
      await settled(widget);
      await lacks(widget, 'locked');
      await clock.pass(MINUTE);
      await ready(widget);
      expect(has(widget, 'locked')).to.equal(true);
    });

    it('is locked when the widget leaves the page, not when it is moved', async () => {
      const widget = await locked('One');
      (await place()).append(widget);
      await ready(widget);
      expect(entries(widget)).to.eql(['One']);
      const home = widget.parentElement!;
      widget.remove();
      await settled(widget);
      home.append(widget);
      await ready(widget);
      expect(has(widget, 'locked')).to.equal(true);
      expect(read(widget)).not.to.contain('One');
    });

    it('does not open if it is locked while it is opening', async () => {
      (await locked('One')).remove();
      const widget = await journal({ kept: 'passphrase' });
      put(field(widget, 'Your words'), WORDS);
      button(widget, 'Unlock').click();
      widget.lock();
      await ready(widget);
      expect(has(widget, 'locked')).to.equal(true);
      expect(read(widget)).not.to.contain('One');
    });

    it('changes its passphrase, and the old one opens it no more', async () => {
      const widget = await locked('One', 'Two');
      const before = JSON.parse(raw()!) as { salt: string };
      put(box(widget), 'Half a thought');
      await choose(widget, 'Choose other words');
      await lockWith(widget, 'Five other words, all new');
      expect(statusText(widget)).to.equal('Saved.');
      expect(box(widget).value, 'it is not added by that').to.equal('Half a thought');
      expect(entries(widget)).to.eql(['Two', 'One']);
      expect((JSON.parse(raw()!) as { salt: string }).salt).not.to.equal(before.salt);
      await choose(widget, 'Lock');
      await unlock(widget);
      expect(has(widget, 'locked')).to.equal(true);
      await unlock(widget, 'Five other words, all new');
      expect(entries(widget)).to.eql(['Two', 'One']);
    });

    it('keeps the new passphrase when the host confirms a share at the same moment', async () => {
      const widget = await locked('One');
      const { promise, resolve } = defer();
      listen(widget, 'attune-journal-share', (event) => event.waitUntil(promise));
      await does(widget, 'Share');
      await answer(widget, 'Share this');
      const { encrypt } = SubtleCrypto.prototype;
      let writes = 0;
      stub(SubtleCrypto.prototype, 'encrypt', {
        async value(this: SubtleCrypto, ...given: Parameters<typeof encrypt>) {
          resolve();
          await aTimeout(50);
          const encrypted = await encrypt.apply(this, given);
          writes++;
          return encrypted;
        },
      });
      await choose(widget, 'Choose other words');
      await lockWith(widget, 'Five other words, all new');
      await waitUntil(() => writes === 2, 'that it was shared is stored', { timeout: 5000 });
      await choose(widget, 'Lock');
      await unlock(widget, 'Five other words, all new');
      expect(entries(widget)).to.eql(['One']);
      expect(shared(widget)).to.equal('You shared this.');
    }).timeout(20_000);

    it('asks again in a window with the old passphrase, and loses nothing there', async () => {
      const here = await locked('One');
      const there = await journal({ kept: 'passphrase' });
      await unlock(there);
      await choose(there, 'Choose other words');
      await lockWith(there, 'Five other words, all new');
      await add(here, 'Two');
      expect(has(here, 'locked')).to.equal(true);
      expect(statusText(here)).to.equal('The words were changed in another window. Nothing was lost.');
      await unlock(here, 'Five other words, all new');
      expect(entries(here)).to.eql(['One']);
      expect(box(here).value).to.equal('Two');
      await choose(here, 'Add to my journal');
      expect(entries(here)).to.eql(['Two', 'One']);
    });

    it('shows what another window wrote', async () => {
      const here = await locked('One');
      const there = await journal({ kept: 'passphrase' });
      await unlock(there);
      await add(there, 'Two');
      tellOtherWindows();
      await waitUntil(() => entries(here).length === 2);
      expect(entries(here)).to.eql(['Two', 'One']);
    });

    it('can be erased without the passphrase, and begun again', async () => {
      (await locked('One')).remove();
      const widget = await journal({ kept: 'passphrase' });
      expect(buttons(widget)).to.eql(['Unlock', 'Erase my journal']);
      await choose(widget, 'Erase my journal');
      await answer(widget, 'Erase');
      expect(await stored()).to.equal('');
      await add(widget, 'Two');
      await lockWith(widget);
      expect(entries(widget)).to.eql(['Two']);
    });

    it('keeps the text that could not be stored', async () => {
      const widget = await locked('One');
      noRoom();
      await add(widget, 'Two');
      expect(box(widget).value).to.equal('Two');
      expect(statusText(widget)).to.equal('This could not be kept. It is still here. Save a copy.');
      await choose(widget, 'Lock');
      await unlock(widget);
      expect(box(widget).value).to.equal('Two');
    });

    it('says that it cannot be stored if the page has no Web Crypto, and stores nothing', async () => {
      stub(crypto, 'subtle', { value: undefined });
      const codes = errors();
      const widget = await journal({ kept: 'passphrase' });
      expect(codes).to.eql(['cannot-keep']);
      expect(warnings.join()).to.contain('HTTPS');
      expect(note(widget)).to.equal(`It cannot be kept here. ${notes.memory}`);
      await add(widget, 'One');
      expect(entries(widget)).to.eql(['One']);
      expect(await stored()).to.equal('');
    });

    it('gives the page no access: no property or event contains text or passphrase', async () => {
      const widget = await locked('One secret thing');
      const names: string[] = [];
      for (const name in widget) names.push(name);
      for (let from: object = widget; from !== HTMLElement.prototype; from = Object.getPrototypeOf(from) as object) {
        names.push(...Object.getOwnPropertyNames(from));
      }
      const texts = names.map((name) => (widget as unknown as Record<string, unknown>)[name]).filter((one) => typeof one === 'string');
      expect(texts.join()).not.to.contain('secret');
      expect(widget.outerHTML).not.to.contain('secret');
    });
  });

  describe('on a device that others use', () => {
    it('is in memory only, whatever the host sets, without copies', async () => {
      const widget = await journal({ kept: 'device', privacy: 'shared' });
      await add(widget, 'One');
      expect(note(widget)).to.equal(notes.memory);
      expect(await stored()).to.equal('');
      expect(buttons(widget)).not.to.include.members(['Print']).and.not.include.members(['Save to read', 'Bring back']);
      expect(buttons(widget)).to.include('Erase my journal');
    });

    it('is in memory only, without copies, in a session on such a device', async () => {
      const session = await mount('attune-session', { attributes: { privacy: 'shared' } });
      const widget = await journal({ kept: 'device' }, { into: session });
      await add(widget, 'One');
      expect(note(widget)).to.equal(notes.memory);
      expect(await stored()).to.equal('');
      expect(buttons(widget)).not.to.include.members(['Print']).and.not.include.members(['Save to read', 'Bring back']);
    });

    it('is in memory only from the moment at which the session around it is on such a device', async () => {
      const session = await mount<HTMLElement & { privacy: string }>('attune-session');
      const widget = await journal({ kept: 'device' }, { into: session });
      expect(buttons(widget)).to.include('Bring back');
      session.privacy = 'shared';
      await add(widget, 'One');
      expect(note(widget)).to.equal(notes.memory);
      expect(await stored()).to.equal('');
    });

    it('is erased when idle, with unfinished text', async () => {
      const clock = stopClock();
      const widget = await journal({ privacy: 'shared', 'idle-minutes': '3' });
      await clock.pass(60 * MINUTE);
      await add(widget, 'One');
      put(box(widget), 'Half a thought');
      await clock.pass(2 * MINUTE);
      await settled(widget);
      expect(read(widget)).to.contain('This will be erased in less than 60 seconds.');
      await clock.pass(MINUTE);
      await ready(widget);
      expect(entries(widget)).to.eql([]);
      expect(box(widget).value).to.equal('');
      expect(statusText(widget)).to.equal('Erased.');
    });

    it('but not entries that were stored there before: only the person can erase those', async () => {
      const clock = stopClock();
      const widget = await keptOnDevice('One');
      widget.privacy = 'shared';
      await ready(widget);
      put(box(widget), 'Half a thought');
      await clock.pass(5 * MINUTE);
      await ready(widget);
      expect(box(widget).value).to.equal('');
      expect(raw()).to.contain('One');
    });

    it('treats an unknown privacy as shared, and reports it', async () => {
      const codes = errors();
      const widget = await journal({ kept: 'device', privacy: 'Shared' });
      expect(codes).to.eql(['bad-attribute']);
      await add(widget, 'One');
      expect(await stored()).to.equal('');
    });
  });

  describe('does not reveal', () => {
    it('typed letters, also of the passphrase', async () => {
      const { facts, stop } = eavesdrop();
      const widget = await journal({ kept: 'passphrase' });
      await click(box(widget));
      await sendKeys({ type: 'zqxj' });
      for (const chord of ['Control+a', 'Control+c', 'Control+x', 'Control+v', 'Backspace']) await press(chord);
      await sendKeys({ type: 'zqxj' });
      await click(button(widget, 'Add to my journal'));
      await ready(widget);
      await click(field(widget, 'Choose your words'));
      await sendKeys({ type: WORDS });
      await press('Tab');
      await sendKeys({ type: WORDS });
      await click(button(widget, 'Lock it with these words'));
      await ready(widget);
      expect(entries(widget)[0]).to.contain('zqxj');
      getSelection()!.selectAllChildren(oneInside(widget, '[part=text]'));
      await settled(widget);
      stop();
      expect([...new Set(facts)]).to.eql([]);
    });

    it('hidden content, until the person shows it again', async () => {
      const widget = await journal({ 'quick-hide': '' });
      await add(widget, 'One');
      await activate(widget, 'Hide this');
      focusIsOn(button(widget, 'Show'));
      widget.kept = 'device';
      await ready(widget);
      expect(read(widget)).to.equal('Show');
      await activate(widget, 'Show');
      expect(entries(widget)).to.eql(['One']);
      focusIsOn(box(widget));
    });

    it('shown content: it is hidden at once, also while the widget is working', async () => {
      const widget = await locked('One');
      widget.quickHide = true;
      await choose(widget, 'Lock');
      put(field(widget, 'Your words'), WORDS);
      // Only microtasks pass in between, so that the key is not ready yet, however busy the machine is.
      button(widget, 'Unlock').click();
      await widget.updateComplete;
      expect(read(widget)).to.contain('Please wait');
      button(widget, 'Hide this').click();
      await widget.updateComplete;
      expect(read(widget)).to.equal('Show');
      await activate(widget, 'Show');
      await ready(widget);
      expect(entries(widget)).to.eql(['One']);
    });

    it('printed entries: the sheet is removed when the journal is hidden, locked or erased', async () => {
      for (const [label, ...then] of [['Hide this'], ['Lock'], ['Erase my journal', 'Erase']] as const) {
        const widget = await journal({ kept: 'passphrase', 'quick-hide': '' });
        await add(widget, 'One');
        await lockWith(widget);
        await printed(() => button(widget, 'Print').click());
        expect(inside(widget, 'iframe').length).to.equal(1);
        await choose(widget, label);
        for (const one of then) await answer(widget, one);
        expect(inside(widget, 'iframe').length, label).to.equal(0);
        localStorage.clear();
        widget.remove();
      }
    });

    it('has no counts, reminders or judgements', async () => {
      const widget = await journal();
      for (const text of ['One', 'Two', 'Three']) await add(widget, text);
      expect(read(widget).replaceAll(String(new Date().getFullYear()), '')).not.to.match(/streak|days? in a row|goal|well done|great|%|\b3\b/i);
    });
  });

  describe('can be used by keyboard alone', () => {
    it('from the first entry to locking and unlocking', async () => {
      const widget = await journal({ kept: 'passphrase', 'quick-hide': '' });
      const keys = async (...names: string[]): Promise<string> => {
        for (const name of names) {
          await press(name);
          await ready(widget);
        }
        const at = focused()!;
        return at.id || plain(at);
      };
      const before = document.createElement('button');
      widget.before(before);
      before.focus();
      expect(await keys('Tab')).to.equal('Hide this');
      expect(await keys('Tab', 'Enter')).to.equal('Another prompt');
      expect(await keys('Tab')).to.equal('No prompt');
      expect(await keys('Tab')).to.equal('box');
      await sendKeys({ type: 'One' });
      expect(await keys('Tab', 'Enter')).to.equal('ask');
      expect(await keys('Tab')).to.equal('fresh');
      await sendKeys({ type: WORDS });
      expect(await keys('Tab')).to.equal('again');
      await sendKeys({ type: WORDS });
      expect(await keys('Enter')).to.equal('box');
      expect(entries(widget)).to.eql(['One']);
      expect(await keys('Tab')).to.equal('Add to my journal');
      expect(await keys('Tab', 'Enter')).to.equal('now');
      await sendKeys({ type: WORDS });
      expect(await keys('Tab', 'Space')).to.equal('box');
      expect(await keys('Tab', 'Tab', 'Tab', 'Tab')).to.equal('Change or share');
      expect(await keys('Enter', 'Tab', 'Tab', 'Tab')).to.equal('Erase');
      expect(await keys('Enter')).to.equal('ask');
      expect(await keys('Tab')).to.equal('Cancel');
      expect(await keys('Tab', 'Enter')).to.equal('box');
      expect(entries(widget)).to.eql([]);
    }).timeout(20_000);

    for (const key of ['Enter', 'Space']) {
      it(`and stores nothing on the device when ${key} is pressed again after the entry was added, slowly or fast`, async () => {
        for (const pause of [0, 600]) {
          const widget = await journal({ kept: 'device' });
          await typeInto(box(widget), 'One');
          button(widget, 'Add to my journal').focus();
          for (let time = 0; time < 3; time++) {
            await press(key);
            await ready(widget);
            await aTimeout(pause);
          }
          expect(await stored()).to.equal('');
          expect(entries(widget)).to.eql([]);
          expect(inside(widget, '[part=ask] button').map(plain)).to.eql(['Keep it on this device', 'Only on this page']);
          await press('Tab');
          focusIsOn(button(widget, 'Keep it on this device'));
          await press(key);
          await ready(widget);
          expect(entries(widget)).to.eql(['One']);
          expect(raw()).to.contain('One');
          localStorage.clear();
          widget.remove();
        }
      });
    }
  });

  describe('for everyone', () => {
    const states: Record<string, (attributes: Record<string, string>) => Promise<Journal>> = {
      'with entries': async () => {
        const widget = await journal();
        await choose(widget, 'Give me a prompt');
        await add(widget, 'One');
        await does(widget, 'Change');
        return widget;
      },
      'asking to share': async () => {
        const widget = await journal();
        await add(widget, 'One');
        await does(widget, 'Share');
        return widget;
      },
      'asking to keep': async () => {
        const widget = await journal({ kept: 'device' });
        await add(widget, 'One');
        return widget;
      },
      'asking for words': async () => {
        const widget = await journal({ kept: 'passphrase' });
        await add(widget, 'One');
        await choose(widget, 'Lock it with these words');
        return widget;
      },
      locked: async () => {
        const widget = await locked('One');
        await choose(widget, 'Lock');
        await unlock(widget, 'some other words');
        return widget;
      },
    };
    for (const [state, make] of Object.entries(states)) {
      it(`has no accessibility problem that axe finds, large enough targets, and enough contrast: ${state}`, async function () {
        this.timeout(30_000);
        for (const scheme of ['light', 'dark']) {
          localStorage.clear();
          const widget = await make({});
          widget.parentElement!.style.colorScheme = scheme;
          for (const one of inside<HTMLDetailsElement>(widget, 'details')) one.open = true;
          if (scheme === 'light') await expect(widget).to.be.accessible();
          const small = inside(widget, 'button, summary, textarea, input:not([hidden])')
            .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect().height] as const)
            .filter(([, height]) => height > 0 && height < 43.5);
          expect(small).to.eql([]);
          const weak = inside<HTMLElement>(widget, 'h2, h3, p, label, summary, button')
            .filter((one) => one.offsetHeight > 0 && plain(one))
            .map((one) => [plain(one), contrast(one, 'color')] as const)
            .filter(([, ratio]) => ratio < 4.5);
          expect(weak).to.eql([]);
        }
      });
    }

    it('names the actions of each entry by its first words, also of entries of the same day', async () => {
      const widget = await journal({ lang: 'en-GB' });
      await add(widget, '  One thing that I have never said out loud to anybody');
      await add(widget, 'Two');
      const day = new Date().toLocaleDateString('en-GB', { dateStyle: 'long' });
      expect(inside(widget, 'article summary').map((one) => one.getAttribute('aria-label'))).to.eql([
        `Change or share, ${day}: Two`, `Change or share, ${day}: One thing that I have never said`,
      ]);
    });

    it('has headings of the level that the host sets', async () => {
      const widget = await journal({ 'heading-level': '4' });
      await add(widget, 'One');
      expect(inside(widget, 'h2, h3').map((one) => one.getAttribute('aria-level'))).to.eql(['4', '5']);
    });
  });
});
