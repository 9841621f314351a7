import { fileURLToPath } from 'node:url';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Clinic } from '../clinic.ts';

/** The clinic's own style sheets, pictures and scripts, and the package's builds. Browsers check for changes each time. */
export async function fileRoutes(server: FastifyInstance, { widgets }: Clinic): Promise<void> {
  const own = fileURLToPath(new URL('../public', import.meta.url));
  for (const [prefix, root] of [
    ['/assets/', own],
    ['/attune/', widgets.folder],
    ['/attune-languages/locales/', `${widgets.languages}/locales`],
    ['/attune-languages/translations/', `${widgets.languages}/translations`],
  ] as const) {
    await server.register(files, {
      root,
      prefix,
      index: false,
      decorateReply: false,
      cacheControl: false,
      setHeaders: (reply) => void reply.header('cache-control', 'no-cache'),
    });
  }
}
