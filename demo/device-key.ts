import { createHmac } from 'node:crypto';

/**
 * Under which name a browser keeps answers that were not sent. Others who use the device can read the name, so it does not say whose
 * answers they are. The same ids always have the same key.
 */
export const deviceKey = (page: 'session' | 'intake', ids: readonly string[], secret: string): string =>
  createHmac('sha256', secret).update(['device', page, ...ids].join('\n')).digest('base64url').slice(0, 22);

export const isDeviceKey = (text: unknown): text is string => typeof text === 'string' && /^[\w-]{22}$/.test(text);
