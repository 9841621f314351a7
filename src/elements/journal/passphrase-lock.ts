// Owns encryption with a passphrase: how the key is derived, and the format of the encrypted text. It does not store
// anything. Who calls it decides how long an open lock lives.

/** What OWASP recommended in 2023 for PBKDF2 with SHA-256. It is stored with the encrypted text, so it can be raised later. */
const ITERATIONS = 600_000;
const LOCK = 'PBKDF2-SHA-256/AES-256-GCM';

/** How the key is derived. Stored unencrypted beside the encrypted text, and authenticated with it. */
interface LockHeader {
  'attune-journal': 1;
  lock: typeof LOCK;
  iterations: number;
  /** 16 random bytes in base64, new with each new passphrase. */
  salt: string;
}

/** What is stored. `iv`: 12 random bytes, new with each write. `data`: ciphertext and tag. Both in base64. */
export type Sealed = LockHeader & { iv: string; data: string };

/** An open lock. Its key is in memory only and cannot be exported. */
export interface OpenLock {
  header: LockHeader;
  key: CryptoKey;
}

type Bytes = Uint8Array<ArrayBuffer>;

const encode = (text: string): Bytes => new TextEncoder().encode(text);
const toBase64 = (bytes: Bytes): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

const cipher = (header: LockHeader, iv: Bytes): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: encode(JSON.stringify(header)),
});

/** Whether this page can encrypt. A page without HTTPS has no Web Crypto. */
export const canLock = (): boolean => !!(crypto as Partial<Crypto>).subtle;

/** A passphrase in the form that every keyboard produces: composed letters, single spaces. */
export const normalPassphrase = (passphrase: string): string => passphrase.normalize('NFKC').trim().replace(/\s+/g, ' ');

/** Whether a journal is encrypted in the way that this version knows. */
export const isSealed = (journal: object | undefined): journal is Sealed => (journal as Sealed | undefined)?.lock === LOCK;

/**
 * Derives the key of the lock of `sealed`, else of a new lock. Takes about a second, to slow down guessing. It does not check
 * the passphrase: with a wrong one, `unseal` fails.
 */
export async function makeLock(passphrase: string, sealed?: Sealed): Promise<OpenLock> {
  const { subtle } = crypto;
  const { lock = LOCK, iterations = ITERATIONS, salt = toBase64(random(16)) } = sealed ?? {};
  const material = await subtle.importKey('raw', encode(normalPassphrase(passphrase)), 'PBKDF2', false, ['deriveKey']);
  const kdf = { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations };
  const key = await subtle.deriveKey(kdf, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  return { header: { 'attune-journal': 1, lock, iterations, salt }, key };
}

/** Encrypts a text. The result can be stored. */
export async function seal({ header, key }: OpenLock, text: string): Promise<string> {
  const iv = random(12);
  const data = await crypto.subtle.encrypt(cipher(header, iv), key, encode(text));
  return JSON.stringify({ ...header, iv: toBase64(iv), data: toBase64(new Uint8Array(data)) } satisfies Sealed);
}

/** Decrypts a text. Rejects if the passphrase was another, or if the stored text or its header was changed. */
export async function unseal({ key }: OpenLock, { iv, data, ...header }: Sealed): Promise<string> {
  const text = await crypto.subtle.decrypt(cipher(header, fromBase64(iv)), key, fromBase64(data));
  return new TextDecoder().decode(text);
}
