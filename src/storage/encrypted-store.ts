// Texts on this device that must survive the page: drafts, and records that wait to be sent. They are in IndexedDB, encrypted with
// AES-GCM. The key is stored beside them and cannot be exported. docs/privacy.md says what that does not protect against.

/** A stored text. `ok: false`: it is there and cannot be decrypted, because it was changed or its key is gone. */
export type Stored = { ok: true; text: string } | { ok: false };

/** A stored text with its name. */
export type Entry = { name: string } & Stored;

/** A text to store, as for `set`. */
export interface NewText {
  name: string;
  text: string;
  until?: number;
}

/** The texts of one database. Each method rejects if the browser refuses storage, or has no space or no Web Crypto (HTTPS). */
export interface EncryptedStore {
  /** `undefined` if nothing is stored under this name. */
  get(name: string): Promise<Stored | undefined>;
  /** All texts, in the order of their names. */
  entries(): Promise<Entry[]>;
  /** Replaces the text under this name. `until`: the time in milliseconds (epoch) after which it is erased; never without it. */
  set(name: string, text: string, until?: number): Promise<void>;
  /** Replaces several texts: all of them or, if it rejects, the browser is killed or `signal` aborts it in time, none. */
  setAll(texts: readonly NewText[], signal?: AbortSignal): Promise<void>;
  /** Replaces the text under this name only if one is stored now. What was erased in the meantime stays erased. */
  replace(name: string, text: string): Promise<void>;
  delete(name: string): Promise<void>;
  /** Erases every text whose name begins with `prefix`. Needs no key. */
  clear(prefix?: string): Promise<void>;
}

/** What is stored under a name. The name and `until` are not encrypted. */
interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
  until: number;
}

const TEXTS = 'texts';
const KEYS = 'keys';
const KEY = 'key';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });

/** A write is stored only when its transaction is complete. A full disk may abort it after its requests succeeded. */
const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
  });

/** Whether the site has this database. Firefox can tell since 126; before, it counts as there. */
export async function hasDatabase(name: string): Promise<boolean> {
  const databases = await (indexedDB as Partial<IDBFactory>).databases?.();
  return !databases || databases.some((one) => one.name === name);
}

async function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => [TEXTS, KEYS].forEach((store) => request.result.createObjectStore(store));
  const database = await done(request);
  // Otherwise this page would prevent that the database is deleted, for example by the browser's own settings.
  database.onversionchange = () => database.close();
  return database;
}

async function keyOf(database: IDBDatabase): Promise<CryptoKey> {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Another tab may do the same now. The first key stays.
  const transaction = database.transaction(KEYS, 'readwrite');
  const keys = transaction.objectStore(KEYS);
  const stored = (await done(keys.get(KEY))) as CryptoKey | undefined;
  if (!stored) keys.put(made, KEY);
  await completed(transaction);
  return stored ?? made;
}

/** The name is authenticated with the text, so that a text under another name is not taken for its own. */
const cipher = (name: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) });

/** Opens a database of this name at its first use. What is overdue is erased then. */
export function encryptedStore(databaseName: string): EncryptedStore {
  let database: Promise<IDBDatabase> | undefined;
  let key: Promise<CryptoKey> | undefined;

  const change = async (make: (texts: IDBObjectStore) => void): Promise<void> => {
    const transaction = (await opened()).transaction(TEXTS, 'readwrite');
    make(transaction.objectStore(TEXTS));
    return completed(transaction);
  };

  /** Erases the texts for which `isOver` is true. */
  const sweep = (texts: IDBObjectStore, isOver: (name: string, sealed: Sealed) => boolean): void => {
    const cursors = texts.openCursor();
    cursors.onsuccess = () => {
      const cursor = cursors.result;
      if (!cursor) return;
      if (isOver(String(cursor.key), cursor.value as Sealed)) cursor.delete();
      cursor.continue();
    };
  };

  const opened = (): Promise<IDBDatabase> => {
    database ??= openDatabase(databaseName).then((open) => {
      sweep(open.transaction(TEXTS, 'readwrite').objectStore(TEXTS), (_name, { until }) => until < Date.now());
      const forget = (): void => {
        database = key = undefined;
      };
      // The browser closes it if the person erases the data of the site, and another page if it deletes the database.
      open.onclose = forget;
      open.addEventListener('versionchange', forget);
      return open;
    });
    // Another try may succeed: the person may allow storage, or make space.
    database.catch(() => {
      database = undefined;
    });
    return database;
  };

  const openKey = (): Promise<CryptoKey> => {
    key ??= opened().then(keyOf);
    key.catch(() => {
      key = undefined;
    });
    return key;
  };

  const seal = async ({ name, text, until = Infinity }: NewText): Promise<[Sealed, name: string]> => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return [{ iv, data: await crypto.subtle.encrypt(cipher(name, iv), await openKey(), new TextEncoder().encode(text)), until }, name];
  };

  const setAll = async (texts: readonly NewText[], signal?: AbortSignal): Promise<void> => {
    const sealed = await Promise.all(texts.map(seal));
    return change((stored) => {
      signal?.throwIfAborted();
      sealed.forEach((one) => stored.put(...one));
      signal?.addEventListener('abort', () => {
        try {
          stored.transaction.abort();
        } catch {
          // It is complete.
        }
      });
    });
  };

  const unseal = async (name: string, { iv, data }: Sealed): Promise<Stored> => {
    const key = await openKey();
    try {
      return { ok: true, text: new TextDecoder().decode(await crypto.subtle.decrypt(cipher(name, iv), key, data)) };
    } catch {
      return { ok: false };
    }
  };

  return {
    async get(name) {
      const texts = (await opened()).transaction(TEXTS).objectStore(TEXTS);
      const sealed = (await done(texts.get(name))) as Sealed | undefined;
      return sealed && unseal(name, sealed);
    },
    async entries() {
      const texts = (await opened()).transaction(TEXTS).objectStore(TEXTS);
      const [names, sealed] = await Promise.all([done(texts.getAllKeys()), done(texts.getAll() as IDBRequest<Sealed[]>)]);
      return Promise.all(names.map(async (name, i): Promise<Entry> => ({ name: String(name), ...(await unseal(String(name), sealed[i]!)) })));
    },
    set: (name, text, until = Infinity) => setAll([{ name, text, until }]),
    setAll,
    async replace(name, text) {
      const sealed = await seal({ name, text });
      return change((texts) => {
        const count = texts.count(name);
        count.onsuccess = () => count.result && texts.put(...sealed);
      });
    },
    delete: (name) => change((texts) => texts.delete(name)),
    clear: (prefix = '') => change((texts) => sweep(texts, (name) => name.startsWith(prefix))),
  };
}
