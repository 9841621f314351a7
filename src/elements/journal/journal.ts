import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Item } from '../../core/instrument/instrument.ts';
import { AttuneJournalShareEvent, type JournalShareDetail } from '../../events/journal-share-event.ts';
import { progressJournal } from '../../instruments/progress-journal.ts';
import { baseStyles } from '../../ui/styles/base.styles.ts';
import { controlStyles } from '../../ui/styles/control.styles.ts';
import { fieldStyles } from '../../ui/styles/field.styles.ts';
import { veilEvents } from '../../ui/host/event-veil.ts';
import { HostChange } from '../../ui/handoff/host-change.ts';
import { IdleEraser, idleMinutesOf } from '../../ui/safety/idle-eraser.ts';
import { idleWarningStyles } from '../../ui/safety/idle-warning.styles.ts';
import { localDay } from '../../ui/text/local-day.ts';
import * as takes from '../../ui/host/host-input.ts';
import { newId } from '../../ui/host/new-id.ts';
import { now } from '../../ui/host/now.ts';
import { dropPrinted, printCopy, saveCopy, saveFile, type OwnCopy } from '../../ui/safety/own-copy.ts';
import { button } from '../../ui/templates/button.ts';
import { disclosureText } from '../../ui/safety/disclosure.ts';
import { levelOf, titleHeading } from '../../ui/templates/heading.ts';
import { actions } from '../../ui/templates/page-parts.ts';
import { isSharedDevice } from '../../ui/safety/shared-device.ts';
import { ignoreRepeatedPress } from '../../ui/host/repeated-press.ts';
import { report } from '../../ui/host/report.ts';
import { showStates } from '../../ui/host/show-states.ts';
import { wholeOnPaper } from '../../ui/safety/whole-on-paper.ts';
import { Widget } from '../../ui/host/widget.ts';
import { focusClicked, WidgetFocus } from '../../ui/host/widget-focus.ts';
import {
  mergeEntries,
  parseJournal,
  putEntry,
  readEntries,
  writeEntries,
  type Entries,
  type JournalEntry,
} from './journal-entries.ts';
import { JournalKeeper, type Kept } from './journal-keeper.ts';
import { journalWords, type JournalWords } from './journal-words.ts';
import { journalStyles } from './journal.styles.ts';
import { plainWords } from './passphrase-lock.ts';

/** A question that stands open, at an entry or for the whole journal. */
type Ask = 'keep' | 'share' | 'remove' | 'wipe';
type Field = 'now' | 'fresh' | 'again';
type Told = keyof JournalWords | '';

const IDLE_MINUTES = 5;
const LEAST_LETTERS = 12;
const isError = (told: string): boolean => told.startsWith('bad') || told === 'notSaved';
const title = progressJournal.title as string;
const prompts = (progressJournal.items as Item[]).map(({ text }) => text);

/**
 * A journal of one's own. Nothing of it reaches the page but one entry at a time, when the person shares it: that goes
 * out as `attune-journal-share` and is shown as shared when every promise given to `waitUntil` has fulfilled.
 *
 * Without `kept` it lives in memory and touches no storage, but when the person erases it: then what a `storage-key` names
 * is erased with it, as it may have been kept before. With `kept="device"` or `"passphrase"` it is written to
 * `localStorage` under `storage-key`, but only after the person was told what that means and chose it. Under a
 * passphrase only AES-GCM ciphertext is written, under a key made by PBKDF2 (SHA-256, 600,000 rounds) that is dropped
 * on `lock()`, when idle, and with the element. Nobody can bring lost words back. Scripts of the page can read an open
 * journal, as they can read everything on the page.
 *
 * @summary A private journal: prompts, one's own words, kept where the person knows.
 * @tag attune-journal
 * @attr {string} lang - Language in which days are written; else that of the nearest element around it.
 * @fires {AttuneJournalShareEvent} attune-journal-share - The person shares one entry. Cancelable, with `waitUntil`.
 * @fires {AttuneErrorEvent} attune-error - `save-failed`, `nobody-listens`, `too-late`, `bad-attribute`,
 *   `bad-strings`, `no-storage-key`, `cannot-keep`.
 * @fires {Event} input - The person changed something; plain, without a word of it.
 * @fires {Event} change - The person changed something; plain, without a word of it.
 * @csspart journal - All of it.
 * @csspart title - The title's heading.
 * @csspart kept - Where it is kept.
 * @csspart prompt-text - The prompt one writes to, and that of an entry.
 * @csspart box - The boxes to write in.
 * @csspart entry - One entry.
 * @csspart date - Its day.
 * @csspart text - Its words.
 * @csspart shared - That it was shared.
 * @csspart more - What can be done with an entry, and with all of it.
 * @csspart ask - A question before something is done.
 * @csspart actions - The rows of buttons.
 * @csspart prompt - The button for a prompt, or another.
 * @csspart no-prompt - The button for none.
 * @csspart put - The button that adds an entry, or ends a change.
 * @csspart leave - The button that leaves an entry as it was.
 * @csspart edit - The button to change an entry.
 * @csspart share - The button to share one.
 * @csspart share-now - The button that shares it.
 * @csspart remove - The button to erase an entry.
 * @csspart remove-now - The button that erases it.
 * @csspart keep-now - The button that keeps the journal on the device.
 * @csspart lock-now - The button that locks it with new words.
 * @csspart decline - The button to write on this page only.
 * @csspart cancel - The buttons that leave a question.
 * @csspart unlock - The button that opens it.
 * @csspart lock - The button that locks it.
 * @csspart keep - The button to choose other words.
 * @csspart save - The button that saves it as a text to read.
 * @csspart file - The button that saves it as a file to bring back.
 * @csspart bring - The button that brings one back.
 * @csspart print - The button that prints it.
 * @csspart wipe - The button to erase all of it.
 * @csspart wipe-now - The button that erases it.
 * @csspart hide - The button that blanks the widget at once.
 * @csspart show - The button that shows it again.
 * @csspart idle - The warning before it is locked or erased because nobody was active.
 * @csspart stay - The button of the warning, for more time.
 * @csspart status - What became of it.
 * @cssstate locked - Its words are needed.
 * @cssstate pending - An entry is on its way to the host.
 * @cssstate failed - The host could not take it.
 */
export class AttuneJournal extends Widget {
  static override styles = [baseStyles, controlStyles, fieldStyles, idleWarningStyles, journalStyles];
  static override properties: PropertyDeclarations = {
    kept: { takes: takes.oneOf(['memory', 'device', 'passphrase'], 'memory') },
    storageKey: { attribute: 'storage-key', takes: takes.key },
    who: { takes: takes.text },
    when: { takes: takes.text },
    privacy: { takes: takes.privacy },
    idleMinutes: { type: Number, attribute: 'idle-minutes', takes: takes.minutes(IDLE_MINUTES) },
    quickHide: { type: Boolean, attribute: 'quick-hide', takes: takes.flag },
    headingLevel: { type: Number, attribute: 'heading-level', takes: takes.headingLevel },
    strings: { attribute: false, takes: takes.strings(), code: 'bad-strings' },
  };

  /** Where it may be kept: until the page closes, on the device in the open, or there under the person's words. */
  declare kept: 'memory' | 'device' | 'passphrase';
  /** Names the journal on this device: one for each client of this site. Nothing is kept without it. */
  declare storageKey: string | undefined;
  /** Who will see an entry that is shared: "Your therapist". */
  declare who: string | undefined;
  /** When they will see it: "before your next session". */
  declare when: string | undefined;
  /** `shared`: for a device that others use: kept in memory only, no copies, erased when idle. */
  declare privacy: 'personal' | 'shared';
  /** Minutes without a touch until it is locked, or with `privacy="shared"` erased; 0 is never. */
  declare idleMinutes: number;
  /** Offers a button that blanks the widget at once. */
  declare quickHide: boolean;
  /** Level of the title's heading, 2 to 6. */
  declare headingLevel: number;
  /** Interface words of the host's own, over the built-in ones. */
  declare strings: Partial<JournalWords> | undefined;

  #internals = this.attachInternals();
  #text = '';
  #prompt: string | undefined;
  /** The entry that is being changed, as it was when that began. */
  #before: JournalEntry | undefined;
  /** What the host has confirmed as shared, by the id of the entry; `undefined` where it has not said. */
  #shared = new Map<string, string | undefined>();
  #shareAt = '';
  #ask: Ask | undefined;
  /** The entry that the question is about. */
  #askAt = '';
  #told: Told = '';
  /** The field whose words will not do. */
  #wrong: Field | '' = '';
  #isBusy = false;
  #isHidden = false;
  #focus = new WidgetFocus(this);
  #focusNext: [selector: string, at?: string] | undefined;
  #keeper = this.#keeperOf('', 'memory', []);
  #share = new HostChange<JournalShareDetail>(this, AttuneJournalShareEvent, ({ id, text }, isConfirmed) => {
    this.#shared.set(id, isConfirmed ? text : undefined);
    if (this.#ask === 'share' && this.#askAt === id) {
      this.#open();
      this.#focusNext = ['summary', id];
    }
    if (isConfirmed) {
      void this.#run(async () => {
        await this.#change((entries) => entries);
        return '';
      });
    }
  });
  #idle = new IdleEraser(this, {
    minutes: () => {
      const { kept, entries } = this.#keeper;
      const isAtRisk = kept === 'passphrase' || (this.#isOnShared && (this.#text || entries.length));
      return isAtRisk ? idleMinutesOf(this.idleMinutes, IDLE_MINUTES) : undefined;
    },
    erase: () => (this.#isOnShared ? void this.#run(async () => this.#forget()) : this.lock()),
    area: () => this,
  });

  constructor() {
    super();
    wholeOnPaper(this);
    this.kept = 'memory';
    this.privacy = 'personal';
    this.idleMinutes = IDLE_MINUTES;
    this.headingLevel = 2;
  }

  /** Drops the key and what it had opened. What is not added yet stays, out of sight, until it is opened again. */
  lock(): void {
    const { kept, isLocked, wish, unkept } = this.#keeper;
    if (kept !== 'passphrase' && !isLocked) return;
    this.#keeper = this.#keeperOf(this.storageKey!, wish, unkept);
    dropPrinted(this.shadowRoot);
    this.#open();
  }

  #keeperOf(name: string, wish: Kept, unkept: Entries): JournalKeeper {
    const keeper = new JournalKeeper(name, wish, unkept, (error) => {
      if (error) report(this, 'cannot-keep', String(error));
      this.requestUpdate();
    });
    void keeper.refresh();
    return keeper;
  }

  get #hasDraft(): boolean {
    return !!this.#text.trim();
  }

  /** What stands in the box, as the entry that it would be. */
  get #draftEntry(): JournalEntry {
    return { id: newId(), date: now().slice(0, 10), ...this.#before, text: this.#text, prompt: this.#prompt };
  }

  /** What a copy holds: what is not added yet too, beside the entry that it is a change of. */
  get #all(): Entries {
    return mergeEntries(this.#keeper.entries, this.#hasDraft ? [this.#draftEntry] : [], newId);
  }

  get #words(): JournalWords {
    return { ...journalWords, ...this.strings };
  }

  get #isOnShared(): boolean {
    return isSharedDevice(this.privacy);
  }

  // --- What the person does ---------------------------------------------------------------------------------------

  #onInput = ({ target }: Event): void => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    const hadDraft = this.#hasDraft;
    this.#text = target.value;
    this.#idle.stay();
    // Copies are offered of it.
    if (hadDraft !== this.#hasDraft) this.requestUpdate();
  };

  #onClick = (event: Event): void => {
    const target = (event.target as Element).closest<HTMLElement>('button');
    if (!target) return;
    // The words stand in a form for the sake of password managers. Nothing is submitted.
    event.preventDefault();
    focusClicked(target);
    const at = target.closest('article')?.dataset.id ?? '';
    const action = target.dataset.do!;
    if (this.#isBusy) return;
    if (action in this.#actions) this.#actions[action]!(at, target);
    else this.#open(action as Ask, at);
    this.requestUpdate();
  };

  #actions: Record<string, (at: string, button: HTMLElement) => void> = {
    prompt: () => {
      const next = this.#prompt ? prompts.indexOf(this.#prompt) + 1 : this.#keeper.entries.length;
      this.#prompt = prompts[next % prompts.length];
    },
    'no-prompt': () => {
      this.#prompt = undefined;
    },
    put: () => {
      if (!this.#hasDraft) this.#focusNext = ['#box'];
      else if (this.#keeper.canKeep) this.#open('keep');
      else void this.#run(() => this.#save());
    },
    edit: (at) => {
      const entry = this.#keeper.entries.find(({ id }) => id === at)!;
      if (this.#text === (this.#before?.text ?? '')) this.#draft(entry.text, entry.prompt, entry);
      this.#open();
      this.#told = this.#before === entry ? '' : 'badDraft';
      this.#focusNext = ['#box'];
    },
    leave: () => {
      this.#focusNext = ['summary', this.#before!.id];
      this.#draft();
    },
    cancel: (at) => {
      this.#focusNext = [`[data-do=${this.#ask}],[data-do=put]`, at];
      this.#open();
    },
    'keep-now': () => void this.#run(() => this.#keep()),
    'lock-now': () => {
      const words = plainWords(this.#valueOf('fresh'));
      if (words.length < LEAST_LETTERS) this.#told = this.#refuse('fresh', 'badLength');
      else if (words !== plainWords(this.#valueOf('again'))) this.#told = this.#refuse('again', 'badAgain');
      else void this.#run(() => this.#keep(words));
    },
    decline: () => {
      this.#keeper.wish = 'memory';
      void this.#run(() => this.#save());
    },
    unlock: () =>
      void this.#run(async () =>
        (await this.#keeper.unlock(this.#valueOf('now'))) ? '' : this.#refuse('now', 'badWords'),
      ),
    'share-now': (at) => {
      const { state, isOpen } = this.#share;
      if (state === 'saving' || (isOpen && at !== this.#shareAt)) return;
      const { id, date, text, prompt } = this.#keeper.entries.find(({ id }) => id === at)!;
      this.#shareAt = at;
      void this.#share.send(isOpen ? undefined : { id, date, text, ...(prompt && { prompt }) });
    },
    'remove-now': (at) => {
      const { entries } = this.#keeper;
      const place = entries.findIndex(({ id }) => id === at);
      const next = entries[place - 1] ?? entries[place + 1];
      void this.#run(async () => {
        await this.#change((entries) => entries.filter(({ id }) => id !== at));
        this.#focusNext = next && ['summary', next.id];
        return 'erased';
      });
    },
    'wipe-now': () => void this.#run(() => this.#wipe()),
    lock: () => this.lock(),
    save: () => saveCopy(this.#copy()),
    file: () => saveFile(`${title}.json`, writeEntries(this.#all)),
    bring: () => this.renderRoot.querySelector<HTMLInputElement>('[type=file]')!.click(),
    print: (_, button) => printCopy(button, this.#copy(), this.#words.noPrint),
    hide: () => {
      this.#isHidden = true;
    },
    show: () => {
      this.#isHidden = false;
    },
  };

  #onFile = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    void this.#run(async () => {
      const brought = readEntries(parseJournal((await input.files?.[0]?.text()) ?? ''));
      input.value = '';
      if (!brought) return 'badFile';
      await this.#change((entries) => mergeEntries(entries, brought, newId));
      return 'added';
    });
  };

  async #save(): Promise<Told> {
    if (!this.#hasDraft) return '';
    const before = this.#before;
    const entry = this.#draftEntry;
    await this.#change((entries) => putEntry(entries, entry, newId(), before));
    this.#draft();
    if (!before) return 'added';
    this.#focusNext = ['summary', entry.id];
    return 'changed';
  }

  async #keep(words?: string): Promise<Told> {
    const { canKeep } = this.#keeper;
    await this.#keeper.keep(words);
    return canKeep ? this.#save() : 'savedPlain';
  }

  async #wipe(): Promise<Told> {
    const isGone = await this.#keeper.wipe();
    this.#clear();
    return isGone ? 'erased' : 'erasedHere';
  }

  /** When nobody is there. What the person has kept on the device is not erased without them. */
  #forget(): Told {
    this.#keeper.forget();
    this.#clear();
    return 'erased';
  }

  /** What was shared is noted with every change, so that it is also known the next time. */
  async #change(make: (entries: Entries) => Entries): Promise<void> {
    await this.#keeper.change((entries) =>
      make(entries).map((entry) => {
        const shared = this.#shared.get(entry.id);
        return shared === undefined ? entry : { ...entry, shared };
      }),
    );
  }

  /** Does what may take a while or fail, and tells what became of it. */
  async #run(work: () => Promise<Told>): Promise<void> {
    this.#isBusy = true;
    this.#wrong = '';
    this.#told = 'wait';
    this.requestUpdate();
    try {
      this.#told = await work();
    } catch (error) {
      report(this, 'cannot-keep', String(error));
      this.#told = this.#keeper.isLocked ? 'badLock' : 'badKeep';
    }
    this.#isBusy = false;
    if (!isError(this.#told)) this.#ask = undefined;
    this.requestUpdate();
  }

  #refuse(field: Field, told: Told): Told {
    this.#wrong = field;
    this.#focusNext = [`#${field}`];
    return told;
  }

  #open(ask?: Ask, at = ''): void {
    this.#ask = ask;
    this.#askAt = at;
    this.#told = '';
    this.#wrong = '';
    // Not a button of it: the key that opened the question, pressed again, must not answer it.
    if (ask) this.#focusNext = ['#ask'];
    if (!this.#share.isOpen) this.#share.forget();
    this.requestUpdate();
  }

  #draft(text = '', prompt?: string, before?: JournalEntry): void {
    this.#text = text;
    this.#prompt = prompt;
    this.#before = before;
    const box = this.renderRoot?.querySelector<HTMLTextAreaElement>('#box');
    if (box) box.value = text;
  }

  /** Nothing of it stays in the widget. */
  #clear(): void {
    this.#draft();
    this.#shared.clear();
    dropPrinted(this.shadowRoot);
  }

  #valueOf(field: Field): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${field}`)?.value ?? '';
  }

  #copy(): OwnCopy {
    const lines = this.#all.map(({ date, prompt = '', text }) => ({
      label: `${localDay(this, date)} ${prompt}`.trim(),
      text,
    }));
    return { title, lines };
  }

  // --- What is shown ----------------------------------------------------------------------------------------------

  #onStorage = (event: StorageEvent): void => void this.#keeper.refresh(event);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('storage', this.#onStorage);
    void this.#keeper.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('storage', this.#onStorage);
    // An element that is only moved is back by then.
    queueMicrotask(() => this.isConnected || this.lock());
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    ignoreRepeatedPress(root as ShadowRoot);
    root.addEventListener('click', this.#onClick);
    root.addEventListener('input', this.#onInput);
    veilEvents(root as ShadowRoot);
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!['kept', 'storageKey', 'privacy'].some((name) => changed.has(name))) return;
    const { kept, storageKey = '' } = this;
    const isKept = (kept === 'device' || kept === 'passphrase') && storageKey && !this.#isOnShared;
    // What another client wrote is not for this one.
    if (changed.has('storageKey')) this.#clear();
    const unkept = changed.has('storageKey') ? [] : this.#keeper.unkept;
    this.#keeper = this.#keeperOf(storageKey, isKept ? kept : 'memory', unkept);
  }

  protected override updated(changed: PropertyValues): void {
    const root = this.renderRoot as ShadowRoot;
    const [selector, at] = this.#focusNext ?? [];
    this.#focusNext = undefined;
    if (this.#focus.wasInside) {
      const part = at ? [...root.querySelectorAll('article')].find(({ dataset }) => dataset.id === at) : root;
      if (selector) part?.querySelector<HTMLElement>(selector)?.focus();
      // The control that had the focus is gone.
      this.#focus.recover('#box,#now', 'button');
    }
    const { kept } = this;
    if (changed.has('kept') && kept && kept !== 'memory' && !this.storageKey) {
      report(this, 'no-storage-key', 'Nothing is kept without a storage-key, one for each client');
    }
    showStates(this.#internals, {
      locked: this.#keeper.isLocked,
      pending: this.#share.isOpen,
      failed: this.#share.state === 'notSaved',
    });
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const { isLocked, kept, trouble, canKeep, entries } = this.#keeper;
    if (this.#isHidden) return this.#button('show');
    const note = isLocked ? 'passphrase' : canKeep && kept === 'memory' ? 'notYet' : kept;
    const told = this.#told;
    // What session recorders honour, each its own: none of it is for them.
    return html`<section
      part="journal"
      class="rr-block ph-no-capture sentry-block fs-exclude"
      data-dd-privacy="hidden"
      data-clarity-mask="true"
      data-hj-suppress
      data-private
      lang=${progressJournal.language}
      aria-labelledby="title"
    >
      ${titleHeading(this.headingLevel, title)}
      ${this.quickHide ? this.#button('hide', 'quiet') : ''}
      <p part="kept" class="help">${trouble && words[trouble]} ${words[note]}</p>
      ${isLocked ? this.#wordsForm('unlock', ['now']) : this.#writer()} ${this.#asking('')}
      <p part="status" id="status" role="status" class=${isError(told) ? 'error' : 'help'}>
        ${told && words[told]}
      </p>
      ${this.#tools()}
      ${isLocked ? '' : repeat([...entries].reverse(), ({ id }) => id, (entry) => this.#entry(entry))}
      ${this.#idle.notice(this.#isOnShared ? words.idle : words.idleLock, words.stay)}
    </section>`;
  }

  #button(action: string, kind?: string, label = action as keyof JournalWords): TemplateResult {
    return button(action, this.#words[label], kind);
  }

  #writer(): TemplateResult {
    const words = this.#words;
    const draft = this.#hasDraft ? 'draft' : '';
    return html`<p part="prompt-text" id="prompt" class=${draft}>${this.#prompt}</p>
      ${actions(
        this.#button('prompt', 'quiet', this.#prompt ? 'another' : 'prompt'),
        this.#prompt ? this.#button('no-prompt', 'quiet') : '',
      )}
      <label for="box">${words.write}</label>
      <textarea
        id="box"
        part="box"
        class=${draft}
        rows="6"
        dir="auto"
        autocomplete="off"
        aria-describedby="prompt under"
        ?readonly=${this.#isBusy}
        .defaultValue=${this.#text}
      ></textarea>
      <p class="help" id="under">${words.underText}</p>
      ${actions(
        this.#button('put', 'main', this.#before ? 'done' : 'put'),
        this.#before ? this.#button('leave', '', 'cancel') : '',
        this.#keeper.kept === 'passphrase' ? this.#button('lock', 'quiet') : '',
      )}`;
  }

  #entry({ id, date, prompt, text, shared }: JournalEntry): TemplateResult {
    const words = this.#words;
    const { state } = this.#share;
    const day = localDay(this, date);
    const known = this.#shared.has(id) ? this.#shared.get(id) : shared;
    const told =
      id === this.#shareAt && state && state !== 'savedPlain' ? state
      : known !== undefined ? (known === text ? 'isShared' : 'wasShared')
      : this.#shared.has(id) ? 'unconfirmed'
      : '';
    return html`<article part="entry" data-id=${id}>
      <h3 part="date" aria-level=${levelOf(this.headingLevel, 1)}>${day}</h3>
      ${prompt ? html`<p class="help" part="prompt-text">${prompt}</p>` : ''}
      <p part="text">${text}</p>
      <p part="shared" role="status" class=${isError(told) ? 'error' : 'help'}>${told && words[told]}</p>
      <details part="more">
        <summary aria-label="${words.more}, ${day}: ${text.trim().split(/\s+/, 7).join(' ').slice(0, 60)}">${words.more}</summary>
        ${actions(this.#button('edit'), this.#button('share'), this.#button('remove'))}
      </details>
      ${this.#asking(id)}
    </article>`;
  }

  /** What is asked before something is done. */
  #asking(at: string): unknown {
    const words = this.#words;
    const { kept, wish, entries } = this.#keeper;
    const ask = this.#askAt === at && this.#ask;
    if (!ask) return '';
    const cancel = this.#button('cancel');
    let question: string;
    let answers: unknown;
    if (ask === 'keep') {
      const refuse = kept === 'memory' ? this.#button('decline') : cancel;
      question = words[wish];
      answers =
        wish === 'device'
          ? actions(this.#button('keep-now', 'main'), refuse)
          : this.#wordsForm('lock-now', ['fresh', 'again'], refuse);
    } else if (ask === 'share') {
      question = disclosureText({ who: this.who, when: this.when, kept: '' }, words) || words.shareUnsaid;
      answers = actions(this.#button('share-now', 'main'), cancel);
    } else {
      const isShared = entries.some(({ id, shared }) => (!at || id === at) && (shared ?? this.#shared.has(id)));
      question = `${words[`${ask}Ask`]} ${isShared ? words.sharedStays : ''}`;
      answers = actions(cancel, this.#button(`${ask}-now`, '', 'eraseYes'));
    }
    return html`<div part="ask" role="group" aria-labelledby="ask">
      <p id="ask" tabindex="-1">${question}</p>
      ${answers}
    </div>`;
  }

  #wordsForm(action: 'unlock' | 'lock-now', fields: Field[], refuse: unknown = ''): TemplateResult {
    const words = this.#words;
    return html`<form>
      ${fields.map(
        (field) => html`<label for=${field}>${words[field]}</label>
          <input
            id=${field}
            type="password"
            autocomplete="${field === 'now' ? 'current' : 'new'}-password"
            ?readonly=${this.#isBusy}
            aria-invalid=${this.#wrong === field}
            aria-describedby="hint status"
          />`,
      )}
      ${action === 'unlock' ? '' : html`<p id="hint" class="help">${words.badLength}</p>`}
      ${actions(html`<button class="main" part=${action} data-do=${action}>${words[action]}</button>`, refuse)}
    </form>`;
  }

  #tools(): TemplateResult {
    const words = this.#words;
    const { entries, kept, isLocked } = this.#keeper;
    const isOpen = kept === 'passphrase';
    return html`<details part="more">
        <summary>${words.tools}</summary>
        ${isOpen ? html`<p class="help">${words.plain}</p>` : ''}
        <input type="file" accept=".json" hidden @change=${this.#onFile} />
        ${actions(
          this.#isOnShared || isLocked ? '' : [
            entries.length || this.#hasDraft ? [this.#button('save'), this.#button('file'), this.#button('print')] : '',
            this.#button('bring'),
          ],
          isOpen ? this.#button('keep') : '',
          this.#button('wipe'),
        )}
      </details>`;
  }
}
