import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a seal is for. A seal made for one purpose does not open for another. */
export type Purpose = 'session' | 'me' | 'form' | 'device';

export type Opened = { ok: true; ids: string[] } | { ok: false; reason: 'unsigned' | 'expired' };

/**
 * Writes ids (letters, digits, `-`, `_`) into a short string for a URL or a form, signed and with an end. Its holder
 * can read it, and not change it.
 */
export function seal(purpose: Purpose, ids: readonly string[], until: Date, secret: string): string {
  const body = [...ids, until.getTime().toString(36)].join('.');
  return `${body}.${signature(purpose, body, secret).toString('base64url')}`;
}

/** What `seal` wrote, if it was signed here for this purpose and has not ended. */
export function open(purpose: Purpose, sealed: string, secret: string, now = new Date()): Opened {
  const parts = sealed.split('.');
  const given = Buffer.from(parts.pop() ?? '', 'base64url');
  const right = signature(purpose, parts.join('.'), secret);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return { ok: false, reason: 'unsigned' };
  const until = Number.parseInt(parts.pop() ?? '', 36);
  return until > now.getTime() ? { ok: true, ids: parts } : { ok: false, reason: 'expired' };
}

function signature(purpose: Purpose, body: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\n${body}`).digest();
}
