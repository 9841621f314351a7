import { newId } from '../../ui/host/new-id.ts';
import { mergeEntries, parseJournal, readEntries, writeEntries, type Entries } from './journal-entries.ts';
import { changeStored, isAbout, readStored } from './journal-store.ts';
import { canLock, isSealed, makeLock, seal, unseal, type OpenLock, type Sealed } from './passphrase-lock.ts';

/** Where entries are kept: until the page closes, on this device, or there under a lock. */
export type Kept = 'memory' | 'device' | 'passphrase';

/**
 * A journal and the place it is kept in. Nothing is stored before `keep()`; what rejects has changed nothing, neither
 * here nor where it is stored; what cannot be read is left alone. To lock it is to forget the keeper.
 */
export class JournalKeeper {
  entries: Entries;
  /** How the entries that stand in `entries` are kept. */
  kept: Kept = 'memory';
  /** How the host and the person let it be kept. */
  wish: Kept;
  /** A locked journal is there, and its words are not known. */
  isLocked = false;
  /** Why nothing can be kept. */
  trouble: '' | 'cannotKeep' | 'unreadable' = '';
  #name: string;
  #lock: OpenLock | undefined;
  #tell: (error: unknown) => void;

  /**
   * `unkept` are entries that were written before and are kept nowhere. `tell` is called when a journal was read, and
   * when it could not be: then with the reason, for the developer.
   */
  constructor(name: string, wish: Kept, unkept: Entries, tell: (error?: unknown) => void) {
    this.#name = name;
    this.wish = wish;
    this.entries = unkept;
    this.#tell = tell;
  }

  /** It may be kept, or kept under a lock, and is not yet. */
  get canKeep(): boolean {
    return !this.trouble && this.wish !== 'memory' && this.kept !== 'passphrase' && this.kept !== this.wish;
  }

  /** Reads what is kept; after a `storage` event only where it tells that another window has changed that. */
  async refresh(event?: StorageEvent): Promise<void> {
    if (this.wish === 'memory' || this.trouble || (event && !isAbout(event, this.#name))) return;
    let reason: unknown;
    try {
      if (this.wish === 'passphrase' && !canLock()) throw new Error('Web Crypto needs a page that is served over HTTPS');
      const stored = readStored(this.#name);
      if (stored === null) this.#empty(false);
      else {
        const entries = await this.#read(stored);
        if (readStored(this.#name) !== stored) return await this.refresh();
        const unkept = this.unkept;
        const merge = (kept: Entries): Entries => mergeEntries(kept, unkept, newId);
        this.#stand(merge(entries), this.#lock);
        if (unkept.length) await this.change(merge);
      }
    } catch (error) {
      if (!this.isLocked) {
        this.trouble ||= 'cannotKeep';
        reason = error;
      }
    }
    this.#tell(reason);
  }

  /** Makes a change, where it is kept first. */
  async change(make: (entries: Entries) => Entries): Promise<void> {
    if (this.kept === 'memory') this.entries = make(this.entries);
    else await this.#store(make, this.#lock);
  }

  /** Keeps the journal from now on: on the device, or under a lock with these words, in the place of others. */
  async keep(words?: string): Promise<void> {
    const unkept = this.unkept;
    await this.#store((stored) => mergeEntries(stored, unkept, newId), words === undefined ? words : await makeLock(words));
  }

  /** `false` when these words do not open it. */
  async unlock(words: string): Promise<boolean> {
    try {
      this.#lock = await makeLock(words, parseJournal(readStored(this.#name)!) as Sealed);
    } catch {
      // Somebody has tampered with it: no words open it any more.
    }
    await this.refresh();
    return !this.isLocked;
  }

  /**
   * Erases the journal, and whatever else is kept under its name: one that was kept before, or cannot be read. `false`
   * where the browser does not let it look there; then it is only gone from here.
   */
  async wipe(): Promise<boolean> {
    let isGone = true;
    if (this.#name) {
      await changeStored(this.#name, async () => null).catch((error) => {
        isGone = false;
        this.#tell(error);
      });
    }
    this.forget();
    if (isGone && this.trouble === 'unreadable') this.trouble = '';
    return isGone;
  }

  /** Drops what stands here; what is stored stays. */
  forget(): void {
    this.entries = [];
    this.#empty(false);
  }

  /** The entries that are only in memory. */
  get unkept(): Entries {
    return this.kept === 'memory' ? this.entries : [];
  }

  #stand(entries: Entries, lock?: OpenLock): void {
    this.entries = entries;
    this.#lock = lock;
    this.kept = lock ? 'passphrase' : 'device';
    this.isLocked = false;
  }

  #empty(isLocked: boolean): void {
    this.#stand(this.unkept);
    this.kept = 'memory';
    this.isLocked = isLocked;
  }

  async #store(make: (entries: Entries) => Entries, lock?: OpenLock): Promise<void> {
    let next: Entries;
    await changeStored(this.#name, async (stored) => {
      // Nothing is there although it was kept: the browser has deleted it, and this is the only copy.
      next = make(stored === null ? this.entries : await this.#read(stored));
      const text = writeEntries(next);
      return lock ? seal(lock, text) : text;
    });
    this.#stand(next!, lock);
  }

  /** Throws when it is locked and the key does not open it, or when it is no journal that this version knows. */
  async #read(stored: string): Promise<Entries> {
    let journal = parseJournal(stored);
    if (isSealed(journal)) {
      try {
        journal = parseJournal(await unseal(this.#lock!, journal));
      } catch (error) {
        this.#empty(true);
        throw error;
      }
    } else this.#lock = undefined;
    const entries = readEntries(journal);
    if (!entries) {
      this.trouble = 'unreadable';
      this.kept = 'memory';
      throw new Error('What is stored under this storage-key is no journal of this version');
    }
    return entries;
  }
}
