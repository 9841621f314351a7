import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { isSealed, makeLock, seal, unseal, type OpenLock, type Sealed } from '../../src/elements/journal/passphrase-lock.ts';

const WORDS = 'four words that I know';
const TEXT = 'Nobody knows this but me. Ähnlich: 今日 🙂';

const parse = (text: string) => JSON.parse(text) as Sealed;
const flip = (base64: string, at = 0): string => {
  const bytes = Buffer.from(base64, 'base64');
  bytes[at]! ^= 1;
  return bytes.toString('base64');
};

describe('a passphrase lock', () => {
  let lock: OpenLock;
  let sealed: Sealed;
  before(async () => {
    lock = await makeLock(WORDS);
    sealed = parse(await seal(lock, TEXT));
  });

  it('opens with the same words, however a keyboard encodes them', async () => {
    for (const words of [WORDS, `  ${WORDS.replaceAll(' ', '   ')}\n`]) {
      assert.equal(await unseal(await makeLock(words, sealed), sealed), TEXT);
    }
    const composed = parse(await seal(await makeLock('caf\u00e9 au lait noir'), TEXT));
    assert.equal(await unseal(await makeLock('cafe\u0301 au lait noir', composed), composed), TEXT);
  });

  it('does not open with other words', async () => {
    for (const words of ['', WORDS.slice(1), WORDS.toUpperCase(), `${WORDS}.`]) {
      await assert.rejects(unseal(await makeLock(words, sealed), sealed));
    }
  });

  it('stores how the key is derived beside the locked data, and nothing of the text', async () => {
    const { iv, data, ...header } = sealed;
    assert.deepEqual(Object.keys(header), ['attune-journal', 'lock', 'iterations', 'salt']);
    assert.equal(header.lock, 'PBKDF2-SHA-256/AES-256-GCM');
    assert.ok(header.iterations >= 600_000);
    assert.equal(Buffer.from(header.salt, 'base64').length, 16);
    assert.equal(Buffer.from(iv, 'base64').length, 12);
    assert.equal(Buffer.from(data, 'base64').length, Buffer.byteLength(TEXT) + 16, 'ciphertext and a tag of 128 bits');
    assert.ok(!Buffer.from(data, 'base64').includes('Nobody'));
    assert.ok(isSealed(sealed));
  });

  it('uses standard algorithms: another tool can open it from the stored data', async () => {
    const { pbkdf2Sync, createDecipheriv } = await import('node:crypto');
    const { iv, data, ...header } = sealed;
    const key = pbkdf2Sync(WORDS, Buffer.from(header.salt, 'base64'), header.iterations, 32, 'sha256');
    const bytes = Buffer.from(data, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'));
    decipher.setAAD(Buffer.from(JSON.stringify(header)));
    decipher.setAuthTag(bytes.subarray(-16));
    assert.equal(decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8'), TEXT);
  });

  it('never uses an initialisation vector or a salt twice', async () => {
    const many = await Promise.all(Array.from({ length: 200 }, async () => parse(await seal(lock, TEXT)).iv));
    assert.equal(new Set(many).size, 200);
    assert.notEqual((await makeLock(WORDS)).header.salt, lock.header.salt);
  });

  it('has a key that cannot be exported', async () => {
    assert.equal(lock.key.extractable, false);
    await assert.rejects(crypto.subtle.exportKey('raw', lock.key));
  });

  it('refuses data of which any part was changed', async () => {
    const { data } = sealed;
    const last = Buffer.from(data, 'base64').length - 1;
    const tampered: [string, Partial<Sealed>][] = [
      ['ciphertext', { data: flip(data) }],
      ['tag', { data: flip(data, last) }],
      ['cut off', { data: data.slice(0, 24) }],
      ['vector', { iv: flip(sealed.iv) }],
      ['version', { 'attune-journal': 2 as 1 }],
      ['rounds', { iterations: sealed.iterations - 1 }],
      ['salt', { salt: flip(sealed.salt) }],
      ['added', { note: 'x' } as object],
    ];
    for (const [what, change] of tampered) {
      // With the key in memory, as in an open journal, and with a key derived again from the words.
      await assert.rejects(unseal(lock, { ...sealed, ...change }), what);
      await assert.rejects(async () => unseal(await makeLock(WORDS, { ...sealed, ...change }), { ...sealed, ...change }), what);
    }
  });

  it('opens data that was locked with another number of rounds', async () => {
    const salt = Buffer.alloc(16, 7).toString('base64');
    const older = await makeLock(WORDS, { ...sealed, iterations: 310_000, salt });
    const text = parse(await seal(older, TEXT));
    assert.equal(text.iterations, 310_000);
    assert.equal(await unseal(await makeLock(WORDS, text), text), TEXT);
  });

  it('does not recognise a lock of another kind', () => {
    assert.equal(isSealed({ ...sealed, lock: 'ARGON2ID/AES-256-GCM' }), false);
    assert.equal(isSealed(undefined), false);
  });

  it('locks a journal of many years', async () => {
    const long = TEXT.repeat(50_000);
    assert.equal(await unseal(lock, parse(await seal(lock, long))), long);
  });
});
