import type { FileDescription } from '../../core/instrument/instrument.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import { sha256 } from './sha-256.ts';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes of a text in Base64, or undefined if it is none. White space does not count. */
function bytesOf(data: string): Uint8Array | undefined {
  const digits = data.replace(/\s/g, '');
  if (digits.length % 4 || !/^[A-Za-z\d+/]*={0,2}$/.test(digits)) return undefined;
  const plain = digits.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4));
  let bits = 0;
  let at = 0;
  for (let i = 0; i < plain.length; i++) {
    bits = (bits << 6) | DIGITS.indexOf(plain[i]!);
    const left = ((i + 1) * 6) % 8;
    if (i % 4) bytes[at++] = (bits >> left) & 0xff;
  }
  return bytes;
}

/** The hash that `toQuestionnaireResponse` has written beside a file. */
function hashIn({ extension }: Readonly<Record<string, unknown>>): unknown {
  const own = (Array.isArray(extension) ? extension : []).filter(isObject).find(({ url }) => String(url).endsWith('/StructureDefinition/file-hash'));
  const parts = (Array.isArray(own?.extension) ? own.extension : []) as unknown[];
  return parts.filter(isObject).find(({ url }) => url === 'sha256')?.valueString;
}

/**
 * What a record says about a file. A record names a file by its SHA-256 hash: that of the content, else the one that we have written. A file
 * at an address alone has none, so it is undefined.
 */
export function fileOf(attachment: unknown): FileDescription | undefined {
  if (!isObject(attachment)) return undefined;
  const { title, url, contentType, size, data } = attachment;
  const bytes = typeof data === 'string' ? bytesOf(data) : undefined;
  const hash = bytes ? sha256(bytes) : hashIn(attachment);
  const name = [title, typeof url === 'string' ? url.split('/').at(-1) : undefined, 'file'].find((one): one is string => typeof one === 'string' && one !== '');
  // In R5, the size is a text.
  const count = bytes ? bytes.length : Number(size ?? NaN);
  if (typeof hash !== 'string' || !name || !Number.isSafeInteger(count)) return undefined;
  return { name, type: typeof contentType === 'string' ? contentType : '', size: count, sha256: hash };
}
