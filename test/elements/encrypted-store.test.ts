import { expect } from '@open-wc/testing';
import { encryptedStore, type EncryptedStore } from '../../src/storage/encrypted-store.ts';

const DATABASE = 'attune-test-store';
const SECRET = 'I told nobody but this form';

const request = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error!);
  });

/** What another script of the site can read of the database. */
async function raw(store: 'texts' | 'keys'): Promise<{ names: IDBValidKey[]; values: unknown[] }> {
  const database = await request(indexedDB.open(DATABASE));
  const objects = database.transaction(store).objectStore(store);
  const [names, values] = await Promise.all([request(objects.getAllKeys()), request(objects.getAll() as IDBRequest<unknown[]>)]);
  database.close();
  return { names, values };
}

async function putRaw(name: string, value: unknown): Promise<void> {
  const database = await request(indexedDB.open(DATABASE));
  await request(database.transaction('texts', 'readwrite').objectStore('texts').put(value, name));
  database.close();
}

describe('encrypted store', () => {
  let store: EncryptedStore;

  beforeEach(async () => {
    await request(indexedDB.deleteDatabase(DATABASE));
    store = encryptedStore(DATABASE);
  });
  after(() => request(indexedDB.deleteDatabase(DATABASE)));

  it('gives back what was stored under a name, also to another page', async () => {
    expect(await store.get('a')).to.equal(undefined);
    await store.set('a', SECRET);
    await store.set('b', 'ü, 漢字, 😀');
    expect(await store.get('a')).to.deep.equal({ ok: true, text: SECRET });
    expect(await encryptedStore(DATABASE).entries()).to.deep.equal([
      { name: 'a', ok: true, text: SECRET },
      { name: 'b', ok: true, text: 'ü, 漢字, 😀' },
    ]);
  });

  it('replaces, deletes and clears', async () => {
    for (const name of ['x:1', 'x:2', 'y:1']) await store.set(name, name);
    await store.set('x:1', 'new');
    expect(await store.get('x:1')).to.deep.equal({ ok: true, text: 'new' });
    await store.delete('x:1');
    expect(await store.get('x:1')).to.equal(undefined);
    await store.clear('x:');
    expect((await store.entries()).map(({ name }) => name)).to.deep.equal(['y:1']);
    await store.clear();
    expect(await store.entries()).to.deep.equal([]);
  });

  it('replaces what is there, and nothing that was erased while the new text was encrypted', async () => {
    await store.set('a', 'A');
    await store.replace('a', 'again');
    expect(await store.get('a')).to.deep.equal({ ok: true, text: 'again' });
    const { encrypt } = SubtleCrypto.prototype;
    const other = encryptedStore(DATABASE);
    SubtleCrypto.prototype.encrypt = async function (...given: Parameters<typeof encrypt>) {
      const sealed = await encrypt.apply(this, given);
      await other.delete('a');
      return sealed;
    };
    try {
      await store.replace('a', 'back again');
    } finally {
      SubtleCrypto.prototype.encrypt = encrypt;
    }
    await store.replace('never there', SECRET);
    expect(await store.entries()).to.deep.equal([]);
  });

  it('stores several texts, all or none', async () => {
    await store.setAll([{ name: 'a', text: 'A' }, { name: 'b', text: 'B', until: Date.now() + 60_000 }]);
    expect((await store.entries()).map(({ name }) => name)).to.deep.equal(['a', 'b']);
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value: unknown, name?: IDBValidKey) {
      const asked = put.call(this, value, name);
      if (name === 'd') this.transaction.abort();
      return asked;
    };
    try {
      const rejected = await store.setAll([{ name: 'c', text: 'C' }, { name: 'd', text: 'D' }]).then(() => false, () => true);
      expect(rejected).to.equal(true);
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect((await store.entries()).map(({ name }) => name)).to.deep.equal(['a', 'b']);
  });

  it('stores nothing if it took too long', async () => {
    await store.set('a', 'A');
    const { put } = IDBObjectStore.prototype;
    for (const isBegun of [false, true]) {
      const patience = new AbortController();
      if (!isBegun) patience.abort();
      IDBObjectStore.prototype.put = function (value: unknown, name?: IDBValidKey) {
        const asked = put.call(this, value, name);
        queueMicrotask(() => patience.abort());
        return asked;
      };
      try {
        const isStored = await store.setAll([{ name: 'b', text: 'B' }, { name: 'c', text: 'C' }], patience.signal).then(() => true, () => false);
        expect(isStored).to.equal(false);
      } finally {
        IDBObjectStore.prototype.put = put;
      }
    }
    const patience = new AbortController();
    await store.setAll([{ name: 'd', text: 'D' }], patience.signal);
    patience.abort();
    expect((await store.entries()).map(({ name }) => name)).to.deep.equal(['a', 'd']);
  });

  it('stores no text that another script can read, and a key that it cannot export', async () => {
    await store.set('a', SECRET);
    await store.set('b', SECRET);
    const { values } = await raw('texts');
    const bytes = values.map((value) => new Uint8Array((value as { data: ArrayBuffer }).data));
    expect(bytes.map((data) => new TextDecoder().decode(data)).join()).not.to.contain('nobody');
    expect(bytes[0]).not.to.deep.equal(bytes[1]);
    const [key] = (await raw('keys')).values as CryptoKey[];
    expect(key!.extractable).to.equal(false);
    const error = await crypto.subtle.exportKey('raw', key!).catch((reason: Error) => reason.name);
    expect(error).to.equal('InvalidAccessError');
  });

  it('says that a text cannot be read if it was changed or moved, and keeps the others', async () => {
    await store.set('a', SECRET);
    await store.set('b', SECRET);
    const [sealed] = (await raw('texts')).values as { data: ArrayBuffer }[];
    await putRaw('moved', sealed);
    new Uint8Array(sealed!.data)[0]! ^= 1;
    await putRaw('a', sealed);
    expect(await store.entries()).to.deep.equal([
      { name: 'a', ok: false },
      { name: 'b', ok: true, text: SECRET },
      { name: 'moved', ok: false },
    ]);
    await store.set('a', 'again');
    expect(await store.get('a')).to.deep.equal({ ok: true, text: 'again' });
  });

  it('has one key although two pages begin at once', async () => {
    const others = [encryptedStore(DATABASE), encryptedStore(DATABASE), encryptedStore(DATABASE)];
    await Promise.all(others.map((other, i) => other.set(`${i}`, SECRET)));
    expect((await store.entries()).every(({ ok }) => ok)).to.equal(true);
    expect((await raw('keys')).values.length).to.equal(1);
  });

  it('erases what is overdue when it is opened, whoever stored it', async () => {
    await store.set('over', SECRET, Date.now() - 1);
    await store.set('not yet', SECRET, Date.now() + 60_000);
    await store.set('never', SECRET);
    await encryptedStore(DATABASE).get('');
    expect((await raw('texts')).names).to.deep.equal(['never', 'not yet']);
  });

  it('begins again after the browser has erased the data of the site', async () => {
    await store.set('a', SECRET);
    await request(indexedDB.deleteDatabase(DATABASE));
    expect(await store.get('a')).to.equal(undefined);
    await store.set('a', 'new');
    expect(await store.get('a')).to.deep.equal({ ok: true, text: 'new' });
  });

  it('rejects while storage is refused, and works afterwards', async () => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    const refusal = await store.set('a', SECRET).catch((reason: Error) => reason.name);
    IDBFactory.prototype.open = open;
    expect(refusal).to.equal('SecurityError');
    await store.set('a', SECRET);
    expect(await store.get('a')).to.deep.equal({ ok: true, text: SECRET });
  });
});
