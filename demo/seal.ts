import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a seal is for. A seal that was made for one purpose does not open for another. */
export type Purpose = 'session' | 'me' | 'form' | 'draft' | 'device';

/** What signs a seal: one secret, separately for each purpose. */
export interface SealKey {
  purpose: Purpose;
  secret: string;
}

export type Opened = { ok: true; ids: string[] } | { ok: false; reason: 'unsigned' | 'expired' };

/**
 * Writes ids (letters, digits, `-`, `_`) into a short string for a URL, a form or a cookie. The string is signed and
 * expires. Its holder can read it but not change it. Throws a `RangeError` for an id with other characters.
 */
export function seal(ids: readonly string[], until: Date, key: SealKey): string {
  if (!ids.every((id) => /^[\w-]+$/.test(id))) throw new RangeError('An id has characters that cannot be sealed.');
  const body = [...ids, until.getTime().toString(36)].join('.');
  return `${body}.${signature(body, key)}`;
}

/** Reads exactly what `seal` wrote, if it was signed with this key and has not expired. */
export function open(sealed: string, key: SealKey): Opened {
  const parts = sealed.split('.');
  // Compared as text, because several spellings in base64url decode to the same bytes.
  const given = Buffer.from(parts.pop() ?? '');
  const right = Buffer.from(signature(parts.join('.'), key));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return { ok: false, reason: 'unsigned' };
  const until = Number.parseInt(parts.pop() ?? '', 36);
  return until > Date.now() ? { ok: true, ids: parts } : { ok: false, reason: 'expired' };
}

function signature(body: string, { purpose, secret }: SealKey): string {
  return createHmac('sha256', secret).update(`${purpose}\n${body}`).digest('base64url');
}
