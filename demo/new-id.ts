import { randomBytes } from 'node:crypto';

/** A short id that cannot be guessed, of letters, digits, `-` and `_`. */
export function newId(): string {
  return randomBytes(12).toString('base64url');
}
