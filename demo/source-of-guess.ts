import { isIPv4, isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { Clinic } from './clinic.ts';
import { deviceCookie, readDevice } from './known-device.ts';
import { visitCookie } from './signed-in.ts';

/** The source that a guess of the password counts for: a browser that was signed in here before, or else its network. */
export function sourceOf({ cookies, ip }: FastifyRequest, { desk, secret }: Pick<Clinic, 'desk' | 'secret'>): string {
  const device = readDevice(cookies[deviceCookie], secret);
  if (device) return `device ${device}`;
  const visit = cookies[visitCookie];
  return visit && desk.knows(visit) ? `visit ${visit}` : network(ip);
}

/** An IPv4 address, or the first half of an IPv6 address: whoever has one IPv6 address has all with the same first half. */
function network(address: string): string {
  const ipv4 = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(ipv4)) return ipv4;
  if (!isIPv6(address)) return 'no address';
  const [start = '', end] = address.split('::');
  const groups = start ? start.split(':') : [];
  const gap = end === undefined ? 0 : 8 - groups.length - end.split(':').length;
  const all = [...groups, ...Array<string>(gap).fill('0'), ...(end ?? '').split(':')];
  return all.slice(0, 4).map((group) => Number.parseInt(group || '0', 16).toString(16)).join(':');
}
