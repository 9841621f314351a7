// Every entry and every CDN file is imported in a worker of a real browser, where there is no document.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'puppeteer-core';
import { engines } from './engines.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { exports: Record<string, string | { default: string }> };
const modules = Object.values(exports)
  .map((target) => (typeof target === 'string' ? target : target.default))
  .flatMap((path) => globSync(path.replace('*', '**/*'), { cwd: root }))
  .filter((path) => path.endsWith('.js'));
const isOwn = (path: string): boolean => /^dist\/cdn\//.test(path);
// Angular's compiler must see its directives. The frame is a page of its own. A language has data and no code, and there are many.
const entries = [...new Set(modules)].filter((path) => !isOwn(path) && !/^dist\/(frame|frameworks\/angular|locales\/.|translations\/)/.test(path)).sort();
const cdn = modules.filter((path) => isOwn(path) && !/\/(dev|locales|translations)\//.test(path)).sort();

const [{ skip, launch }] = engines;
describe('in a worker', { skip }, () => {
  let browser: Browser;
  let server: Server;
  let files: Map<string, string>;

  before(async () => {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: entries,
      outdir: '/',
      outbase: root,
      bundle: true,
      write: false,
      format: 'esm',
      conditions: ['worker', 'browser'],
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'error',
    });
    files = new Map(outputFiles.map(({ path, text }) => [path, text]));
    for (const path of cdn) files.set(`/${path}`, readFileSync(root + path, 'utf8'));
    // What a module leaves on the global object would take the worker for a page in the code of others.
    files.set(
      '/worker.js',
      `const names = () => Object.getOwnPropertyNames(self);
      const before = names();
      onmessage = async ({ data }) => {
        try {
          const { length } = Object.keys(await import(data));
          postMessage({ length, added: names().filter((name) => !before.includes(name) && !/^(lit[A-Z]|reactiveElementVersions$|__VUE_)/.test(name)) });
        } catch (error) {
          postMessage({ error: String(error) });
        }
      };`,
    );
    server = createServer(({ url }, response) => {
      const text = files.get(new URL(url!, 'http://any').pathname);
      response.setHeader('content-type', text === undefined ? 'text/html' : 'text/javascript');
      response.end(text ?? '<!doctype html><link rel="icon" href="data:,"><title>Page</title>');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  /** What each of the files does to a worker of its own. */
  const imported = async (paths: string[]): Promise<Record<string, { error?: string; added?: string[] }>> => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const found = await page.evaluate(async (paths) => {
      const results: Record<string, { error?: string; added?: string[] }> = {};
      for (const path of paths) {
        const worker = new Worker('/worker.js', { type: 'module' });
        results[path] = await new Promise((resolve) => {
          worker.onmessage = ({ data }) => resolve(data as { added: string[] });
          worker.onerror = ({ message }) => resolve({ error: message });
          worker.postMessage(`/${path}`);
        });
        worker.terminate();
      }
      return results;
    }, paths);
    await page.close();
    return found;
  };
  const nothingWrong = (found: Awaited<ReturnType<typeof imported>>): void => {
    assert.deepEqual(Object.entries(found).filter(([, { error, added }]) => error || added?.length), []);
  };

  test('every entry of the package can be imported, and leaves nothing behind', async () => {
    assert.ok(entries.length > 30, `${entries.length}`);
    nothingWrong(await imported(entries));
  });

  test('every CDN file can be imported, and leaves nothing behind', async () => {
    assert.ok(cdn.length > 20, `${cdn.length}`);
    nothingWrong(await imported(cdn));
  });
});
