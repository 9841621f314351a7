// Writes custom-elements.json from the sources.
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export const manifestText = async () => {
  const manifest = await cli({
    argv: ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'],
    cwd: root,
    noWrite: true,
  });
  return `${JSON.stringify(manifest, null, 2)}\n`;
};

export const writeManifest = async () => writeFileSync(join(root, 'custom-elements.json'), await manifestText());

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeManifest();
