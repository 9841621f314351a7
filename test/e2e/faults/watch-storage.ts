/** A text of a person that is on the device for sure: its transaction is complete. */
export interface Written {
  what: 'draft is on the device' | 'record is on the device';
  text: string;
}

/** In the page, before its scripts: tells of each draft and record when it is on the device. What is stored is encrypted, so it is read before. */
export function watchStorage(): void {
  const { say } = window as unknown as { say(written: Written): Promise<void> };
  const plain = new WeakMap<object, string>();
  const encrypt = Reflect.get(SubtleCrypto.prototype, 'encrypt');
  SubtleCrypto.prototype.encrypt = async function (cipher, key, data) {
    const sealed = await encrypt.call(this, cipher, key, data);
    plain.set(sealed, new TextDecoder().decode(data));
    return sealed;
  };
  const textIn = (stored: { parts?: { words: string[][] }[]; record?: { answers: { item: string; values?: string[] }[] } }): string =>
    stored.parts?.[0]?.words.find(([key]) => key === 'p1')?.[2] ?? stored.record?.answers.find(({ item }) => item === 'p1')?.values?.[0] ?? '';
  const put = Reflect.get(IDBObjectStore.prototype, 'put');
  IDBObjectStore.prototype.put = function (value: { data?: object }, name) {
    const json = value.data && plain.get(value.data);
    if (json) {
      const what = String(name).startsWith('attune-draft:') ? 'draft is on the device' : 'record is on the device';
      this.transaction.addEventListener('complete', () => void say({ what, text: textIn(JSON.parse(json)) }));
    }
    return put.call(this, value, name);
  };
}

/** In the page, before its scripts: says that a record is stored, and does not store it. */
export function forgetRecords(): void {
  const put = Reflect.get(IDBObjectStore.prototype, 'put');
  IDBObjectStore.prototype.put = function (value: unknown, name) {
    return String(name).startsWith('attune-outbox:') ? (this.count() as IDBRequest<IDBValidKey>) : put.call(this, value, name);
  };
}
