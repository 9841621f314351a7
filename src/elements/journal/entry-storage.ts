import { newId } from '../../ui/host/new-id.ts';
import { mergeEntries, parseJournal, readEntries, writeEntries, type Entries } from './journal-entries.ts';
import { changeStored, isAbout, readStored } from './journal-store.ts';
import { canLock, isSealed, makeLock, seal, unseal, type OpenLock, type Sealed } from './passphrase-lock.ts';

/** Where entries are stored: nowhere but in memory, on this device unencrypted, or there under a passphrase. */
export type StorageMode = 'memory' | 'device' | 'passphrase';

/**
 * Owns the entries of a journal, where they are stored, and the key of the passphrase lock. It does not ask the person and
 * does not render.
 *
 * It stores nothing before `start()`. An operation that rejects has changed nothing, in memory or in the store. A stored
 * journal that cannot be read is not changed. To lock a journal, replace this object by a new one: the key is dropped with it.
 */
export class EntryStorage {
  /** At first, the entries that are only in memory so far. */
  entries: Entries = [];
  /** Where `entries` are stored now. `locked`: an encrypted journal is stored, and its passphrase is not known. */
  mode: StorageMode | 'locked' = 'memory';
  /** What the host allows and the person has not declined. */
  allowedMode: StorageMode;
  /** Why nothing can be stored. */
  problem: '' | 'cannotKeep' | 'unreadable' = '';
  #name: string;
  #onChange: (error?: unknown) => void;
  #lock: OpenLock | undefined;

  /**
   * `name` is the storage key of the host, or empty. `onChange` is called after the stored journal was read, with a reason if
   * it could not be read or erased.
   */
  constructor(name: string, allowedMode: StorageMode, onChange: (error?: unknown) => void) {
    this.#name = name;
    this.allowedMode = allowedMode;
    this.#onChange = onChange;
  }

  get isStored(): boolean {
    return this.mode === 'device' || this.mode === 'passphrase';
  }

  /** The entries that are only in memory. */
  get unstored(): Entries {
    return this.isStored ? [] : this.entries;
  }

  /** The entries may be stored, or encrypted, and the person has not been asked yet. */
  get needsConsent(): boolean {
    return !this.problem && this.allowedMode !== 'memory' && this.mode !== 'passphrase' && this.mode !== this.allowedMode;
  }

  /** Reads the stored journal. After a `storage` event, only if another window has changed this journal. */
  async refresh(event?: StorageEvent): Promise<void> {
    if (this.allowedMode === 'memory' || this.problem || (event && !isAbout(event, this.#name))) return;
    let reason: unknown;
    try {
      if (this.allowedMode === 'passphrase' && !canLock()) throw new Error('Web Crypto needs HTTPS');
      const stored = readStored(this.#name);
      if (stored === null) this.#drop('memory');
      else {
        const entries = await this.#read(stored);
        if (readStored(this.#name) !== stored) return await this.refresh();
        const { unstored } = this;
        const merge = (stored: Entries): Entries => mergeEntries(stored, unstored, newId);
        this.#take(merge(entries), this.#lock);
        if (unstored.length) await this.change(merge);
      }
    } catch (error) {
      if (this.mode !== 'locked') {
        this.problem ||= 'cannotKeep';
        reason = error;
      }
    }
    this.#onChange(reason);
  }

  /** Changes the entries, in the store first. */
  async change(make: (entries: Entries) => Entries): Promise<void> {
    if (this.isStored) await this.#store(make);
    else this.entries = make(this.entries);
  }

  /** Stores the journal from now on: unencrypted, or under this passphrase, which replaces an earlier one. */
  async start(passphrase?: string): Promise<void> {
    const { unstored } = this;
    const lock = passphrase === undefined ? undefined : await makeLock(passphrase);
    await this.#store((stored) => mergeEntries(stored, unstored, newId), lock);
  }

  /** `false` if this is not the passphrase. */
  async unlock(passphrase: string): Promise<boolean> {
    try {
      this.#lock = await makeLock(passphrase, parseJournal(readStored(this.#name)!) as Sealed);
    } catch {
      // The stored header is damaged, or the store cannot be read. `refresh()` finds out which.
    }
    await this.refresh();
    return this.mode !== 'locked';
  }

  /**
   * Erases the journal and everything else under its name: what was stored before, or cannot be read. `false` if the
   * browser refuses access to the store. Then the journal is erased only here.
   */
  async erase(): Promise<boolean> {
    let isGone = true;
    if (this.#name) {
      await changeStored(this.#name, async () => null).catch((error) => {
        isGone = false;
        this.#onChange(error);
      });
    }
    this.forget();
    if (isGone && this.problem === 'unreadable') this.problem = '';
    return isGone;
  }

  /** Drops the entries from memory. What is stored does not change. */
  forget(): void {
    this.entries = [];
    this.#drop('memory');
  }

  #take(entries: Entries, lock?: OpenLock): void {
    this.entries = entries;
    this.#lock = lock;
    this.mode = lock ? 'passphrase' : 'device';
  }

  /** Drops the key, and the entries that are stored. */
  #drop(mode: 'memory' | 'locked'): void {
    this.entries = this.unstored;
    this.#lock = undefined;
    this.mode = mode;
  }

  async #store(make: (entries: Entries) => Entries, newLock?: OpenLock): Promise<void> {
    let next: Entries;
    let lock: OpenLock | undefined;
    await changeStored(this.#name, async (stored) => {
      // Read in this turn: a turn before it may have replaced the passphrase.
      lock = newLock ?? this.#lock;
      // If nothing is stored any more, the browser has deleted it, and this is the only copy.
      next = make(stored === null ? this.entries : await this.#read(stored));
      const text = writeEntries(next);
      return lock ? seal(lock, text) : text;
    });
    this.#take(next!, lock);
  }

  /** Throws if the key does not open the stored text, or if the text is not a journal of this version. */
  async #read(stored: string): Promise<Entries> {
    let journal = parseJournal(stored);
    if (isSealed(journal)) {
      try {
        journal = parseJournal(await unseal(this.#lock!, journal));
      } catch (error) {
        this.#drop('locked');
        throw error;
      }
    } else this.#lock = undefined;
    const entries = readEntries(journal);
    if (!entries) {
      this.problem = 'unreadable';
      this.mode = 'memory';
      throw new Error('The stored data is not a journal of this version');
    }
    return entries;
  }
}
