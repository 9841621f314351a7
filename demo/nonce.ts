import { createHmac } from 'node:crypto';
import { newId } from './new-id.ts';
import { Refusal } from './refusal.ts';
import { open, seal } from './seal.ts';

const hours = 60 * 60 * 1000;

/** A hidden field that proves that this server made the form, and recently. Each page gets its own. */
export function writeNonce(secret: string, until = new Date(Date.now() + 24 * hours)): string {
  return seal([newId()], until, { purpose: 'form', secret });
}

/**
 * The id of the client that this form creates. The same form always gives the same id, so sending it twice creates one
 * client. Throws a `Refusal` for a nonce that this server did not make or that has expired.
 */
export function clientOfForm(nonce: string, secret: string): string {
  const opened = open(nonce, { purpose: 'form', secret });
  if (opened.ok)
    return createHmac('sha256', secret).update(`client\n${opened.ids[0]}`).digest('base64url').slice(0, 16);
  throw opened.reason === 'expired'
    ? new Refusal(410, 'This form was open for more than a day. Open it again, and send it within the day.')
    : new Refusal(403, 'This form did not come from the clinic’s own page.');
}
