import { newId } from './new-id.ts';
import { open, seal } from './seal.ts';

export const deviceCookie = 'device';

const kept = 180 * 24 * 60 * 60 * 1000;

/** For a browser in which a clinician has signed in. It gives no access: it only counts this browser's guesses separately. */
export function writeDevice(secret: string): { value: string; expires: Date } {
  const expires = new Date(Date.now() + kept);
  return { value: seal([newId()], expires, { purpose: 'device', secret }), expires };
}

/** The browser's id, if this server made the cookie and it has not expired. */
export function readDevice(cookie: string | undefined, secret: string): string | undefined {
  const opened = open(cookie ?? '', { purpose: 'device', secret });
  return opened.ok ? opened.ids[0] : undefined;
}
