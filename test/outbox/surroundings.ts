import assert from 'node:assert/strict';
import type { EncryptedStore, Stored } from '../../src/storage/encrypted-store.ts';
import type { HandedOver } from '../../src/storage/hand-over.ts';
import type { News, Surroundings } from '../../src/outbox/outbox.ts';

/** In milliseconds. A browser does at once what waits longer. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** A device whose time a test moves: one store, one clock, and as many tabs as the test opens. */
export class Device {
  now = Date.UTC(2026, 10, 30, 9);
  /** By how many milliseconds its clock is wrong. */
  wrongBy = 0;
  readonly texts = new Map<string, string>();
  isBlocked = false;
  /** The bodies that arrived, in order. */
  readonly arrived: string[] = [];
  /** What the endpoint answers. */
  answer: (body: string) => Response | Promise<Response> = () => new Response(null, { status: 201 });
  /** What happens on the device after a changed text was encrypted, and before it is stored. */
  whenEncrypted: (name: string) => unknown = () => undefined;
  shared = new Set<string>();
  drafts: HandedOver[] = [];
  /** Widgets tell their answers in words. */
  isTold = true;
  #timers: { at: number; work: () => void }[] = [];
  #locks = new Set<string>();
  #tabs: ((news: News) => void)[] = [];

  readonly #store: EncryptedStore = {
    get: async (name) => this.#there(name),
    entries: async () => (this.#check(), [...this.texts.keys()].sort().map((name) => ({ name, ...this.#there(name)! }))),
    set: async (name, text) => (this.#check(), await this.whenEncrypted(name), void this.texts.set(name, text)),
    setAll: async (texts, signal) => {
      this.#check();
      await this.whenEncrypted(texts[0]!.name);
      signal?.throwIfAborted();
      for (const { name, text } of texts) this.texts.set(name, text);
    },
    replace: async (name, text) => (this.#check(), await this.whenEncrypted(name), void (this.texts.has(name) && this.texts.set(name, text))),
    delete: async (name) => void (this.#check(), this.texts.delete(name)),
    clear: async () => this.texts.clear(),
  };

  #check(): void {
    if (this.isBlocked) throw new DOMException('', 'SecurityError');
  }

  #there(name: string): Stored | undefined {
    this.#check();
    const text = this.texts.get(name);
    return text === undefined ? undefined : text === 'broken' ? { ok: false } : { ok: true, text };
  }

  /** A tab of the device. `hear` is told what other tabs do. */
  tab(hear: (news: News) => void = () => {}): Surroundings {
    this.#tabs.push(hear);
    return {
      store: this.#store,
      now: () => this.now + this.wrongBy,
      random: () => 0.5,
      isShared: (text) => [...this.shared].some((id) => text.includes(id)),
      draftsOf: () => this.drafts,
      copiesOf: (text) => (this.isTold && text.includes('in-words') ? [{ title: 'A form', lines: [{ label: 'How are you?', text: 'Well' }] }] : []),
      tell: (news) => this.#tabs.forEach((other) => other !== hear && other(news)),
      after: (milliseconds, work) => {
        assert.ok(milliseconds <= LONGEST_TIMER, `a timer of ${milliseconds} ms`);
        const timer = { at: this.now + milliseconds, work };
        this.#timers.push(timer);
        return () => {
          this.#timers = this.#timers.filter((other) => other !== timer);
        };
      },
      alone: async (name, work) => {
        if (this.#locks.has(name)) return undefined;
        this.#locks.add(name);
        try {
          return await work();
        } finally {
          this.#locks.delete(name);
        }
      },
      fetch: async (_address, { body }) => {
        const text = new TextDecoder().decode(body as Uint8Array);
        const answer = await this.answer(text);
        this.arrived.push(text);
        return answer;
      },
    };
  }

  /** Lets what is under way come to an end. */
  async settle(): Promise<void> {
    for (let i = 0; i < 20; i++) await new Promise(setImmediate);
  }

  /** Lets time pass, and does what is due in the meantime. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    for (;;) {
      await this.settle();
      const [next] = this.#timers.sort((a, b) => a.at - b.at);
      if (!next || next.at > end) break;
      this.#timers.shift();
      this.now = Math.max(next.at, this.now);
      next.work();
    }
    this.now = end;
  }
}
