// Builds if a source file has changed, then serves the demo clinic.
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { build, buildIsFresh } from './build.mjs';

if (!buildIsFresh()) {
  console.log('[setup] building');
  await build({ quiet: true });
}
const server = resolve(import.meta.dirname, '../demo/server.ts');
process.argv = [process.argv[0], server, ...process.argv.slice(2)];
await import(pathToFileURL(server).href);
