import type { FastifyRequest } from 'fastify';

/**
 * The token at the end of an address, or an empty string if the address spells it with percent signs. A page under such an
 * address would open, but its script reads the undecoded address and could store nothing.
 */
export function tokenInAddress({ url, params }: FastifyRequest<{ Params: { token: string } }>): string {
  const [path = ''] = url.split('?');
  return path.endsWith(`/${params.token}`) ? params.token : '';
}
