// Bundles adapters into bench/.work/<folder>/<adapter>, minified and compressed. For the widget it uses the CDN file.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { bundle, COMPILE_HINT } from '../tools/build.mjs';

const here = import.meta.dirname;

const compress = file => {
  const body = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(body, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
};

/**
 * Returns the folder that has one subfolder per adapter. `readable` preserves names and lines, for profiles. `before` is the
 * file of another build of the widget, for the adapter of that name.
 */
export const buildAdapters = async (names, { readable = false, before } = {}) => {
  const work = join(here, '.work', readable ? 'readable' : 'small');
  const widget = join(work, 'attune.js');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  if (names.includes('attune') && !readable) writeFileSync(widget, await bundle('questionnaire', 'questionnaire.js', ''));
  for (const name of names) {
    const out = join(work, name);
    const entry = join(work, `${name}.entry.js`);
    writeFileSync(entry, `import adapter from '../../adapters/${name === 'before' ? 'attune' : name}.js';\n__adapter(adapter);\n`);
    await build({
      root: here,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      resolve: { alias: { attune: name === 'before' ? before : readable ? join(here, '../src/define/questionnaire.ts') : widget } },
      build: {
        outDir: out,
        minify: !readable,
        target: 'es2022',
        modulePreload: false,
        rolldownOptions: { input: entry, output: { entryFileNames: 'adapter.js', assetFileNames: '[name][extname]' } },
      },
    });
    // The CDN file begins with this hint, but bundling the adapter removed it.
    const script = join(out, 'adapter.js');
    if (['attune', 'before'].includes(name) && !readable) writeFileSync(script, `${COMPILE_HINT}\n${readFileSync(script, 'utf8')}`);
    for (const file of readdirSync(out)) if (['.js', '.css'].includes(extname(file))) compress(join(out, file));
  }
  return work;
};
