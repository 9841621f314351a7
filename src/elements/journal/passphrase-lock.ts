/** OWASP's figure for PBKDF2 with SHA-256, of 2023. It stands beside what was locked with it, so it can be raised. */
const ITERATIONS = 600_000;
const LOCK = 'PBKDF2-SHA-256/AES-256-GCM';

/** How the key is made: in the open beside what is locked, and authenticated with it. */
interface LockHeader {
  'attune-journal': 1;
  lock: typeof LOCK;
  iterations: number;
  /** 16 random bytes in base64, new whenever the words are. */
  salt: string;
}

/** What is stored. `iv`: 12 random bytes, new at each write; `data`: ciphertext and tag. Both in base64. */
export type Sealed = LockHeader & { iv: string; data: string };

/** A lock that is open: its key lives in memory only and cannot be exported. */
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

/** Whether locks can be made here: pages that are not served over HTTPS have no Web Crypto. */
export const canLock = (): boolean => !!(crypto as Partial<Crypto>).subtle;

/** Words as any keyboard types them: composed letters, single spaces. */
export const plainWords = (words: string): string => words.normalize('NFKC').trim().replace(/\s+/g, ' ');

/** Whether a journal is locked in a way that this version knows. Whether it opens, only its words can tell. */
export const isSealed = (journal: object | undefined): journal is Sealed => (journal as Sealed | undefined)?.lock === LOCK;

/** The lock that `sealed` was locked with; without it, a new one. Takes about a second, on purpose. */
export async function makeLock(words: string, sealed?: Sealed): Promise<OpenLock> {
  const { subtle } = crypto;
  const { lock = LOCK, iterations = ITERATIONS, salt = toBase64(random(16)) } = sealed ?? {};
  const material = await subtle.importKey('raw', encode(plainWords(words)), 'PBKDF2', false, ['deriveKey']);
  const kdf = { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations };
  const key = await subtle.deriveKey(kdf, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  return { header: { 'attune-journal': 1, lock, iterations, salt }, key };
}

/** Locks a text up; what is returned can be stored. */
export async function seal({ header, key }: OpenLock, text: string): Promise<string> {
  const iv = random(12);
  const data = await crypto.subtle.encrypt(cipher(header, iv), key, encode(text));
  return JSON.stringify({ ...header, iv: toBase64(iv), data: toBase64(new Uint8Array(data)) } satisfies Sealed);
}

/** The text again. Rejects when it was locked with other words, or was changed by anyone since, its header too. */
export async function unseal({ key }: OpenLock, { iv, data, ...header }: Sealed): Promise<string> {
  const text = await crypto.subtle.decrypt(cipher(header, fromBase64(iv)), key, fromBase64(data));
  return new TextDecoder().decode(text);
}
