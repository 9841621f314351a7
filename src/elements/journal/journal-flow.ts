import type { ReactiveController } from '../../ui/lit/lit.ts';
import { newId } from '../../ui/host/new-id.ts';
import { now } from '../../ui/host/now.ts';
import { report } from '../../ui/host/report.ts';
import { WidgetFocus } from '../../ui/host/widget-focus.ts';
import { dropPrinted, printCopy, saveCopy, saveFile } from '../../ui/safety/own-copy.ts';
import { EntrySharing } from './entry-sharing.ts';
import { EntryStorage, type StorageMode } from './entry-storage.ts';
import { copyOf } from './journal-copy.ts';
import { mergeEntries, parseJournal, putEntry, readEntries, writeEntries, type Entries, type JournalEntry } from './journal-entries.ts';
import type { JournalHost } from './journal-host.ts';
import type { JournalTexts } from './journal-copy.ts';
import {
  ask, busy, checkPassphrase, done, edit, emptyDraft, end, entryOf, hasText, initialState, none, problem, promptAfter,
  type Draft, type Failure, type JournalState, type PassphraseField, type Question, type Status,
} from './journal-state.ts';
import type { Action } from './journal-view.ts';

/** Selects a control of an entry. Without an id, of the whole journal. */
const within = (id: string, selector: string): string => (id && `article[data-id="${CSS.escape(id)}"] `) + selector;


/**
 * Owns the state of a journal, its storage and its sharing, and does what its buttons ask. It does not render and does not
 * encrypt.
 */
export class JournalFlow implements ReactiveController {
  state: JournalState = initialState;
  storage: EntryStorage;
  readonly sharing: EntrySharing;
  #host: JournalHost;
  #words: () => JournalTexts;
  #focus: WidgetFocus;
  /** What gets the focus with the next render, if the widget has it. */
  #focusNext: string | undefined;

  constructor(host: JournalHost, words: () => JournalTexts) {
    this.#words = words;
    this.#host = host;
    this.#focus = new WidgetFocus(host);
    this.storage = this.#open('memory', []);
    this.sharing = new EntrySharing(host, (id, isConfirmed) => this.#onShared(id, isConfirmed));
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('storage', this.#onStorage);
    void this.storage.refresh();
  }

  hostDisconnected(): void {
    window.removeEventListener('storage', this.#onStorage);
    // An element that is only moved is connected again by then.
    queueMicrotask(() => this.#host.isConnected || this.lock());
  }

  hostUpdated(): void {
    const selector = this.#focusNext;
    this.#focusNext = undefined;
    if (selector && this.#focus.wasInside) this.#find(selector)?.focus();
    // The control that had the focus is gone.
    this.#focus.recover('#box,#now', 'button');
  }

  /** The host has set where to store. `isOther`: under another name, where nothing of this journal may be shown. */
  moveStorage(allowedMode: StorageMode, isOther: boolean): void {
    if (isOther) this.#clear();
    this.storage = this.#open(allowedMode, isOther ? [] : this.storage.unstored);
  }

  /** Drops the key and the entries that it opened. The draft stays in memory, out of sight, until the journal is unlocked. */
  lock(): void {
    const { mode, allowedMode, unstored } = this.storage;
    if (mode !== 'passphrase' && mode !== 'locked') return;
    this.storage = this.#open(allowedMode, unstored);
    dropPrinted(this.#host.renderRoot);
    this.#ask();
  }

  /** Erases what is in memory, at once. What the person has stored on the device is not erased without them. */
  forget(): void {
    this.storage.forget();
    this.#clear();
    this.#go(end(this.state, done('erased')));
  }

  /** The person writes. */
  setText(text: string): void {
    const hadText = hasText(this.state);
    this.state = { ...this.state, text };
    // Copies are offered only of something.
    if (hadText !== hasText(this.state)) this.#host.requestUpdate();
  }

  /** Does what a button asks. */
  press(button: HTMLElement): void {
    const action = button.dataset.do as Action;
    const isHiding = action === 'hide' || action === 'show';
    if (this.state.status.kind === 'busy' && !isHiding) return;
    const work = this.#actions[action](button.closest('article')?.dataset.id ?? '', button);
    if (work) void this.#run(work);
    this.#host.requestUpdate();
  }

  /** The person has chosen a file. */
  bring(input: HTMLInputElement): void {
    void this.#run(this.#addFile(input));
  }

  #actions: Record<Action, (id: string, button: HTMLElement) => void | Promise<Status>> = {
    prompt: () => this.#go({ prompt: promptAfter(this.state.prompt, this.#words().content.prompts, this.storage.entries.length) }),
    'no-prompt': () => this.#go({ prompt: undefined }),
    put: () => {
      if (hasText(this.state)) return this.storage.needsConsent ? this.#ask({ kind: 'keep', id: '' }) : this.#saveDraft();
      this.#focusNext = '#box';
    },
    edit: (id) => {
      this.sharing.closeResult();
      this.#focusNext = '#box';
      this.#setDraft(edit(this.state, this.#entry(id)));
    },
    leave: () => {
      this.#focusEntry(this.state.before!.id);
      this.#setDraft(emptyDraft);
    },
    keep: (id) => this.#ask({ kind: 'keep', id }),
    wipe: (id) => this.#ask({ kind: 'wipe', id }),
    share: (id) => this.#ask({ kind: 'share', id }),
    remove: (id) => this.#ask({ kind: 'remove', id }),
    cancel: (id) => {
      const opener = within(id, `[data-do=${this.state.question?.kind}]`);
      this.#focusNext = this.#find(opener) ? opener : '[data-do=put]';
      this.#ask();
    },
    'keep-now': () => this.#startStoring(),
    'lock-now': async () => {
      const passphrase = this.#valueOf('fresh');
      const failure = checkPassphrase(passphrase, this.#valueOf('again'));
      return failure ? this.#refuse(failure) : this.#startStoring(passphrase);
    },
    decline: () => {
      this.storage.allowedMode = 'memory';
      return this.#saveDraft();
    },
    unlock: async () =>
      (await this.storage.unlock(this.#valueOf('now'))) ? none : this.#refuse(problem('badWords', 'now')),
    lock: () => this.lock(),
    'share-now': (id) => this.sharing.offer(this.#entry(id)),
    'remove-now': (id) => this.#remove(id),
    'wipe-now': async () => {
      const isGone = await this.storage.erase();
      this.#clear();
      return done(isGone ? 'erased' : 'erasedHere');
    },
    save: () => saveCopy(copyOf(this.#all, this.#words())),
    file: () => saveFile(`${this.#words().content.title}.json`, writeEntries(this.#all)),
    bring: () => this.#find<HTMLInputElement>('[type=file]')!.click(),
    print: (_, button) => printCopy(button, copyOf(this.#all, this.#words()), this.#words().t.text('noPrint')),
    hide: () => this.#go({ isHidden: true }),
    show: () => this.#go({ isHidden: false }),
  };

  async #saveDraft(): Promise<Status> {
    if (!hasText(this.state)) return none;
    const { before } = this.state;
    const entry = this.#draftEntry;
    await this.#change((entries) => putEntry(entries, entry, { before, otherId: newId() }));
    this.#setDraft(emptyDraft);
    if (!before) return done('added');
    this.#focusEntry(entry.id);
    return done('changed');
  }

  /** The person has chosen to store the journal, or another passphrase. */
  async #startStoring(passphrase?: string): Promise<Status> {
    const { needsConsent } = this.storage;
    await this.storage.start(passphrase);
    return needsConsent ? this.#saveDraft() : done('savedPlain');
  }

  async #addFile(input: HTMLInputElement): Promise<Status> {
    const brought = readEntries(parseJournal((await input.files?.[0]?.text()) ?? ''));
    input.value = '';
    if (!brought) return problem('badFile');
    await this.#change((entries) => mergeEntries(entries, brought, newId));
    return done('added');
  }

  async #remove(id: string): Promise<Status> {
    const { entries } = this.storage;
    const place = entries.findIndex((entry) => entry.id === id);
    const next = entries[place - 1] ?? entries[place + 1];
    await this.#change((entries) => entries.filter((entry) => entry.id !== id));
    if (next) this.#focusEntry(next.id);
    return done('erased');
  }

  #onShared(id: string, isConfirmed: boolean): void {
    const { question } = this.state;
    if (question?.kind === 'share' && question.id === id) {
      this.#ask();
      this.#focusEntry(id);
    }
    if (isConfirmed) void this.#noteShared();
  }

  /** In the background: the person may be doing something else by now. */
  async #noteShared(): Promise<void> {
    const status = await this.#change((entries) => entries).catch((error) => this.#failure(error));
    if (status && this.state.status.kind !== 'busy') this.#go({ status });
  }

  /** What was shared is stored with every change, so that it is also known the next time. */
  #change(make: (entries: Entries) => Entries): Promise<void> {
    return this.storage.change((entries) => this.sharing.noteIn(make(entries)));
  }

  /** Does work that takes time or can fail, and reports its result. */
  async #run(work: Promise<Status>): Promise<void> {
    this.#go({ status: busy });
    const status = await work.catch((error) => this.#failure(error));
    this.#go(end(this.state, status));
  }

  /** Reports a failure to the host, and returns it for the person. */
  #failure(error: unknown): Status {
    report(this.#host, 'cannot-keep', String(error));
    return problem(this.storage.mode === 'locked' ? 'badLock' : 'badKeep');
  }

  /** Something is wrong in a field: the person can correct it at once. */
  #refuse(failure: Failure): Status {
    this.#focusNext = `#${failure.field}`;
    return failure;
  }

  #ask(question?: Question): void {
    // Not a button of it: the key that opened the question, pressed again, must not answer it.
    if (question) this.#focusNext = '#ask';
    this.sharing.closeResult();
    this.#go(ask(this.state, question));
  }

  #focusEntry(id: string): void {
    this.#focusNext = within(id, 'summary');
  }

  #go(change: Partial<JournalState>): void {
    this.state = { ...this.state, ...change };
    this.#host.requestUpdate();
  }

  #setDraft(draft: Draft): void {
    this.#go(draft);
    const box = this.#find<HTMLTextAreaElement>('#box');
    if (box) box.value = draft.text;
  }

  /** Nothing that the person wrote stays in the widget. */
  #clear(): void {
    this.#setDraft(emptyDraft);
    this.sharing.answers.clear();
    dropPrinted(this.#host.renderRoot);
  }

  #open(allowedMode: StorageMode, entries: Entries): EntryStorage {
    const storage = new EntryStorage(this.#host.storageKey ?? '', allowedMode, (error) => {
      if (error) this.#failure(error);
      this.#host.requestUpdate();
    });
    storage.entries = entries;
    void storage.refresh();
    return storage;
  }

  #onStorage = (event: StorageEvent): void => void this.storage.refresh(event);

  #entry(id: string): JournalEntry {
    return this.storage.entries.find((entry) => entry.id === id)!;
  }

  get #draftEntry(): JournalEntry {
    return entryOf(this.state, { id: newId(), date: now().slice(0, 10) });
  }

  /** What a copy contains: the entries, and the draft, which may be a change of one of them. */
  get #all(): Entries {
    return mergeEntries(this.storage.entries, hasText(this.state) ? [this.#draftEntry] : [], newId);
  }

  #find<Found extends HTMLElement>(selector: string): Found | null | undefined {
    return (this.#host.renderRoot as Element | undefined)?.querySelector<Found>(selector);
  }

  #valueOf(field: PassphraseField): string {
    return this.#find<HTMLInputElement>(`#${field}`)?.value ?? '';
  }
}
