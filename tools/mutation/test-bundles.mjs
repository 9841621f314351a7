// Test files as scripts. A script has everything of ours that the test imports, so each evaluation begins with fresh modules:
// one process runs thousands of mutants, and none sees what another left in a cache or a constant.
import { readFileSync } from 'node:fs';
import { createRequire, SourceMap } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { build } from 'esbuild';
import { recordTests } from './recorded-tests.mjs';

export const requirePackage = createRequire(import.meta.url);

/** Their place in the source is what Stryker compares to find the tests that changed. */
const placeIn = (map, folder, site) => {
  const frames = [...site.matchAll(/evaluated:(\d+):(\d+)/g)];
  if (!frames.length) return undefined;
  const [, line, column] = frames[0].map(Number);
  // The wrapper of the script takes no line of its own.
  const entry = map.findEntry(line - 1, column - 1);
  return entry.originalLine === undefined
    ? undefined
    : { file: join(folder, entry.originalSource), line: entry.originalLine, column: entry.originalColumn };
};

const asScript = (file, code, mapText, folder) => {
  const map = new SourceMap(JSON.parse(mapText));
  const script = new vm.Script(`(function (require, module, exports) {${code}\n})`, { filename: 'evaluated' });
  return {
    file,
    /** Evaluates all modules anew. Throws what they throw. */
    load: ({ withPlaces = false } = {}) => {
      const { module: nodeTest, tests } = recordTests(withPlaces);
      const require = name => (name === 'node:test' ? nodeTest : requirePackage(name));
      const module = { exports: {} };
      script.runInThisContext()(require, module, module.exports);
      return tests.map(test => ({ ...test, ...(withPlaces && { place: placeIn(map, folder, test.site) }) }));
    },
  };
};

/** @param {string[]} files paths from the working folder */
export const bundleTests = async files => {
  const folder = process.cwd();
  const here = { name: 'import-meta-url', setup: build => build.onLoad({ filter: /\.test\.ts$/ }, withOwnUrl) };
  const { outputFiles } = await build({
    // Its default is the folder at the time when esbuild was imported.
    absWorkingDir: folder,
    entryPoints: files,
    plugins: [here],
    outdir: folder,
    outbase: folder,
    write: false,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    sourcemap: 'external',
    logLevel: 'error',
    logOverride: { 'empty-import-meta': 'error' },
  });
  const text = new Map(outputFiles.map(({ path, text }) => [relative(folder, path), text]));
  return files.map(file => {
    const name = file.replace(/\.ts$/, '.js');
    return asScript(file, text.get(name), text.get(`${name}.map`), join(folder, dirname(file)));
  });
};

// A script has no `import.meta`; the tests use its `url` to read a file beside them.
const withOwnUrl = ({ path }) => ({
  contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
  loader: 'ts',
});
