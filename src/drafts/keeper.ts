import type { Response } from '../core/record/response.ts';
import type { ReactiveController } from '../ui/lit/lit.ts';
import type { DraftHost, DraftSource, DraftTools } from '../ui/safety/draft-keeper.ts';
import { holdLock, type Release } from '../storage/tab-lock.ts';
import type { Draft, DraftPart, Words } from './content/draft.ts';
import { isSameRecord, isSameState } from './content/part-state.ts';
import { daysOf, lockOf, settingsOf, type Settings } from './draft-settings.ts';
import { Endings } from './endings.ts';
import { findDraft } from './find-draft.ts';
import { keepable, partOf, restoreInto, type Keepable } from './members.ts';
import { Notice } from './notice.ts';
import { noticeView, type Action, type Phase } from './notice-view.ts';
import { Outgoing } from './outgoing.ts';
import { Writer } from './writer.ts';

/** Those on the page. */
const connected = new Set<Keeper>();

/** Why the store is read: the widget comes, the page comes back from memory, or what the person wants. */
type Why = 'comes' | 'returns' | 'keep' | 'here';

/** In milliseconds. Chromium shows a page from memory the `sessionStorage` that another process has written a moment later. */
const SETTLED = 250;

const WRITING: readonly Phase[] = ['kept', 'failed'];

/** Keeps the answers of one widget, if its host asks for it and the person agrees. It changes answers only to restore them. */
export class Keeper implements ReactiveController {
  readonly #host: DraftHost;
  readonly #source: DraftSource;
  readonly #tools: DraftTools;
  readonly #notice = new Notice<Action>((action) => void this.#press(action));
  readonly #writer: Writer;
  readonly #outgoing: Outgoing;
  readonly #endings = new Endings();
  #settings: Settings | undefined;
  #phase: Phase = 'off';
  #found: readonly DraftPart[] = [];
  /** What the page had of the same records when the draft was found. The browser has restored it, so it is older. */
  #beside: readonly DraftPart[] = [];
  /** What belongs to questionnaires that are not there yet. */
  #pending: readonly DraftPart[] = [];
  #aside: readonly Words[] = [];
  #release: Release | undefined;
  /** The name of the lock that it has, had or wanted last. */
  #lock!: string;
  /** A choice of the person is being carried out. */
  #isBusy = false;
  /** The answers that were written last, or that the widget had before. */
  #known = '';
  /** The mistake of the host that was reported last. */
  #told = '';

  constructor(host: DraftHost, source: DraftSource, tools: DraftTools) {
    this.#host = host;
    this.#source = source;
    this.#tools = tools;
    this.#writer = new Writer(
      () => ({ members: this.#outgoing.unsent(this.#all), pending: this.#pending, aside: this.#aside, subject: host.subject, days: daysOf(host) }),
      (problem) => this.#onWritten(problem),
    );
    this.#outgoing = new Outgoing(
      host,
      // In the other phases there is no draft.
      () => (['kept', 'failed', 'moved'].includes(this.#phase) ? this.#all : []),
      () => (this.follow(), this.#writeNow()),
    );
    host.addController(this);
  }

  /** Answers, settings or the view of the widget may have changed. */
  follow(): void {
    this.#settle();
    this.#followAnswers();
    this.#show();
  }

  hostConnected(): void {
    connected.add(this);
    document.addEventListener('visibilitychange', this.#writeNow);
    addEventListener('pagehide', this.#onLeave);
    addEventListener('pageshow', this.#onReturn);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#writeNow();
    connected.delete(this);
    document.removeEventListener('visibilitychange', this.#writeNow);
    removeEventListener('pagehide', this.#onLeave);
    removeEventListener('pageshow', this.#onReturn);
    // An element that is only moved is connected again by then.
    queueMicrotask(() => this.#host.isConnected || this.#end());
  }

  get #all(): Keepable[] {
    return keepable(this.#source.members());
  }

  get #answered(): DraftPart[] {
    return this.#all.filter(({ hasPersonAnswered }) => hasPersonAnswered).map(partOf);
  }

  /** Begins again if the host asks for another draft. */
  #settle(): void {
    // What still waits is written in `hostDisconnected`.
    if (!this.#host.isConnected) return;
    const before = this.#settings;
    const asked = this.#asked();
    const isMistake = Array.isArray(asked);
    if (isMistake && asked.join() !== this.#told) this.#tools.report(this.#host, ...asked);
    this.#told = isMistake ? asked.join() : '';
    const settings = isMistake ? undefined : asked;
    if (settings?.name === before?.name && settings?.store === before?.store) return;
    this.#end();
    // It is a device that others use, from now on.
    if (before && !settings && this.#source.members().some((member) => member.current()?.isNeverStored)) void this.#writer.erase(before.store, before.name);
    this.#settings = settings;
    if (!settings) return;
    this.#go('looking');
    void this.#look(settings);
  }

  /** Two widgets of one page would write over each other, or mix the answers of two people. */
  #asked(): ReturnType<typeof settingsOf> {
    const asked = settingsOf(this.#host, this.#source);
    if (!asked || Array.isArray(asked)) return asked;
    const isTaken = [...connected].some((other) => other !== this && other.#settings?.name === asked.name && other.#settings.store === asked.store);
    return isTaken ? ['draft-not-kept', 'another widget of this page has this draft: each needs its own draft-key'] : asked;
  }

  #end(): void {
    this.#writer.stop();
    this.#writer.storedAt = 0;
    this.#let();
    this.#settings = undefined;
    // Another widget may have waited for this draft.
    for (const other of connected) if (other.#told) other.#host.requestUpdate();
    this.#found = this.#pending = [];
    this.#aside = [];
    this.#go('off');
  }

  #let(): void {
    this.#release?.();
    this.#release = undefined;
  }

  #go(phase: Phase): void {
    this.#phase = phase;
    this.#show();
  }

  #show(): void {
    if (this.#settings || this.#phase !== 'off') this.#notice.place(this.#host.renderRoot);
    const { place = 'Tab' } = this.#settings ?? {};
    const isHandedOver = this.#outgoing.hasAll(this.#all);
    const facts = { phase: this.#phase, place, days: daysOf(this.#host), savedAt: this.#writer.storedAt, now: Date.now(), aside: this.#aside, isHandedOver };
    this.#notice.show(noticeView(facts, this.#source.messages()));
    if (this.#phase !== 'looking') for (const { member } of this.#all) member.setDrafted(['kept', 'moved'].includes(this.#phase));
  }

  /** Reads the store, and begins with what is there. */
  async #look(settings: Settings, why: Why = 'comes'): Promise<void> {
    const before = this.#phase;
    const isStale = (): boolean => settings !== this.#settings;
    // Until it is known whether this page still has the draft, it writes nothing.
    if (why === 'returns') {
      this.#go('looking');
      await new Promise((done) => setTimeout(done, SETTLED));
    }
    let draft: Draft | undefined;
    try {
      draft = await findDraft(settings, () => this.#tools.report(this.#host, 'bad-draft', settings.name));
    } catch (error) {
      if (!isStale()) this.#refuse(why === 'comes' ? 'off' : 'declined', String(error));
      return;
    }
    if (isStale()) return;
    const { subject } = this.#host;
    if (draft?.subject && subject && draft.subject !== subject) {
      // It is of another person, and is left as it is.
      this.#tools.report(this.#host, 'bad-draft', 'of another subject');
      return this.#go('off');
    }
    const { storedAt } = this.#writer;
    const isOurs = storedAt === (draft?.savedAt ?? 0);
    const isBlank = this.#all.every((one) => one.isBlank);
    const wasWriting = WRITING.includes(before);
    if (why === 'returns' && wasWriting && isOurs) {
      const isHeld = await this.#hold(settings);
      if (isStale()) return;
      return isHeld ? this.#keep() : this.#part();
    }
    this.#writer.storedAt = draft?.savedAt ?? 0;
    this.#found = draft?.parts ?? [];
    this.#aside = draft?.aside ?? [];
    if (!draft && storedAt && (wasWriting || before === 'moved')) return this.#empty();
    if (why === 'here') return this.#goOn(before === 'moved');
    // The answers in this widget are older than the draft.
    if (why === 'returns' && !isOurs && draft && !isBlank) return this.#part();
    if (!draft && why !== 'keep') return this.#go('ask');
    if (!(await this.#hold(settings))) return;
    // The browser has restored what is in this draft, or the widget was only moved. It may also restore what was here before a newer draft.
    this.#beside = this.#answered.filter((part) => this.#found.some(({ state }) => isSameRecord(part.state, state)));
    const isHereAlready = this.#found.every(({ state }) => this.#beside.some((part) => isSameState(part.state, state)));
    if (isHereAlready) this.#keep();
    else this.#go('found');
  }

  /** The draft was sent or erased on another page, so the same answers in this widget are erased. Sent again, they would be another record. */
  #empty(): void {
    this.#found = this.#pending = this.#aside = [];
    for (const { member } of this.#all) member.erase();
    this.#endings.note(this.#all);
    this.#let();
    this.#go('gone');
  }

  /** Whether this tab has the draft now. */
  async #hold(settings: Settings, steal = false): Promise<boolean> {
    if (this.#release && !steal) return true;
    // The record may have a new id now, but the lock keeps its name.
    if (!steal) this.#lock = lockOf(settings, this.#found, this.#all);
    const release = await holdLock(this.#lock, () => this.#onLost(settings), steal);
    if (settings !== this.#settings) release?.();
    else if (release) this.#release = release;
    else this.#go('elsewhere');
    return !!release && settings === this.#settings;
  }

  #onLost(settings: Settings): void {
    if (settings !== this.#settings) return;
    this.#release = undefined;
    this.#writer.drop();
    this.#part();
  }

  /** The widget lost the draft, and can still send its own answers. They get a new id, so that a server does not refuse the answers of the draft. */
  #part(): void {
    this.#go('moved');
    for (const { member } of this.#all) {
      const state = JSON.parse(String(member.state())) as Partial<Response> | null;
      // What was sent and not confirmed must be sent again as it was.
      if (state?.status === 'in-progress') member.restore(JSON.stringify({ ...state, id: this.#tools.newId() }));
    }
  }

  // --- What the person chooses --------------------------------------------------------------------------------------

  async #press(action: Action): Promise<void> {
    // Pressed twice, it would wait for the lock that it has.
    if (this.#isBusy) return;
    this.#isBusy = true;
    await this.#do(action);
    this.#isBusy = false;
  }

  #do(action: Action): void | Promise<void> {
    const settings = this.#settings!;
    const actions: Record<Action, () => void | Promise<void>> = {
      keep: () => this.#look(settings, 'keep'),
      decline: () => this.#go('declined'),
      leave: () => this.#go('declined'),
      goOn: () => this.#goOn(this.#answered.every((part) => this.#beside.some((before) => isSameState(before.state, part.state)))),
      startAgain: () => this.#forget('ask'),
      stop: () => this.#forget('declined'),
      here: () => this.#hold(settings, true).then((isHeld) => (isHeld ? this.#look(settings, 'here') : undefined)),
      close: () => {
        this.#aside = [];
        this.#known = '';
        this.follow();
      },
    };
    return actions[action]();
  }

  #goOn(isNewer = false): void {
    const { pending, aside } = restoreInto(this.#all, this.#found, this.#tools, isNewer);
    this.#pending = pending;
    this.#aside = [...this.#aside, ...aside];
    if (aside.length) this.#tools.report(this.#host, 'draft-aside', aside.map(([key]) => key).join(', '));
    this.#found = [];
    this.#keep();
  }

  #keep(): void {
    this.#known = '';
    this.#go('kept');
    this.follow();
  }

  /** Erases what is stored. The answers in the widget stay. */
  #forget(phase: Phase): void {
    const { store, name } = this.#settings!;
    this.#found = this.#pending = [];
    this.#aside = [];
    this.#go(phase);
    void this.#writer.erase(store, name).then((isErased) => isErased || this.#go('notErased'));
    this.#let();
  }

  // --- What happens to the answers -----------------------------------------------------------------------------------

  #followAnswers(): void {
    if (!this.#host.isConnected) return;
    const all = this.#all;
    const isBlank = all.every((one) => one.isBlank);
    const isEnded = this.#endings.note(all);
    const isAnswered = all.some((one) => one.hasPersonAnswered);
    if (!this.#settings || this.#phase === 'looking') return;
    const isWriting = WRITING.includes(this.#phase);
    // Not blank: its form was reset, and it shows the value of the host again.
    if (isEnded && (isBlank || (isWriting && !isAnswered && this.#writer.storedAt))) {
      if (isWriting || this.#phase === 'found') this.#forget('ask');
      else if (this.#phase !== 'elsewhere') this.#go('ask');
      this.#known = '';
      return;
    }
    if (this.#phase === 'gone' && isAnswered) this.#go('ask');
    if (!isWriting) return;
    this.#restorePending(all);
    const states = this.#outgoing.unsent(this.#all).map(({ member }) => member.state()).join('\n');
    if (states === this.#known) return;
    this.#known = states;
    this.#writer.schedule(this.#settings.store, this.#settings.name);
  }

  /** A questionnaire of the sitting came later than its part of the draft. */
  #restorePending(all: readonly Keepable[]): void {
    if (!this.#pending.length) return;
    const { pending, aside } = restoreInto(all.filter(({ isBlank }) => isBlank), this.#pending, this.#tools);
    this.#pending = pending;
    this.#aside = [...this.#aside, ...aside];
  }

  #onWritten(problem: string | undefined): void {
    if (!WRITING.includes(this.#phase)) return;
    if (problem !== undefined) this.#refuse('failed', problem);
    else if (this.#phase === 'failed') this.#go('kept');
  }

  #refuse(phase: Phase, problem: string): void {
    if (this.#phase !== phase) this.#tools.report(this.#host, 'draft-not-kept', problem);
    this.#go(phase);
  }

  // --- What happens to the page --------------------------------------------------------------------------------------

  #writeNow = (): void => this.#writer.writeNow();

  /** A page in the back-forward cache must not hold the draft. */
  #onLeave = (): void => {
    this.#writeNow();
    this.#let();
  };

  /** The person may have gone on, sent or erased it on another page. */
  #onReturn = ({ persisted }: PageTransitionEvent): void => {
    if (persisted && this.#settings && [...WRITING, 'ask', 'found', 'elsewhere'].includes(this.#phase)) void this.#look(this.#settings, 'returns');
  };
}
