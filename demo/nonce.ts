import { createHmac } from 'node:crypto';
import { newId } from './new-id.ts';
import { Refusal } from './refusal.ts';
import { open, seal } from './seal.ts';

const hours = 60 * 60 * 1000;

/** A hidden field that shows that the form came from here and is not old. Each page shown gets its own. */
export function writeNonce(secret: string, until = new Date(Date.now() + 24 * hours)): string {
  return seal('form', [newId()], until, secret);
}

/**
 * The id of the client that this form makes. The same form always makes the same one, so sending it twice makes no
 * second. Throws a `Refusal` for a nonce that was not made here or has ended.
 */
export function clientOfForm(nonce: string, secret: string): string {
  const opened = open('form', nonce, secret);
  if (opened.ok)
    return createHmac('sha256', secret).update(`client\n${opened.ids[0]}`).digest('base64url').slice(0, 16);
  throw opened.reason === 'expired'
    ? new Refusal(410, 'This form was open for more than a day. Open it again, and send it within the day.')
    : new Refusal(403, 'This form did not come from the clinic’s own page.');
}
