// Bundles the element tests once and serves the result under the addresses of the sources. A page that loads each module of the library
// by itself makes some 400 requests for each test file.
import { build } from 'esbuild';
import { relative } from 'node:path';

const CHUNKS = 'test-chunks/';

/** A plugin of the test server for these test files. */
export const testBundle = async (rootDir, files) => {
  const { outputFiles } = await build({
    absWorkingDir: rootDir,
    entryPoints: files,
    outdir: rootDir,
    outbase: rootDir,
    chunkNames: `${CHUNKS}[name]-[hash]`,
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    sourcemap: 'linked',
    // Lit, because some tests load a module of ours a second time; and addresses of the test server.
    external: ['lit', 'lit/*', '@lit/*', '/__web-*', '/src/*', '/custom-elements.json'],
    alias: { '#developer-messages': './src/ui/host/developer-messages.ts' },
    logLevel: 'warning',
  });
  const served = new Map(outputFiles.map(({ path, text }) => [`/${relative(rootDir, path)}`, text]));
  return {
    name: 'test-bundle',
    serve({ path }) {
      const body = served.get(path.replace(/\.test\.ts$/, '.test.js'));
      return body === undefined ? undefined : { body, type: path.endsWith('.map') ? 'json' : 'js' };
    },
  };
};
