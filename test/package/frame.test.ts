import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { LANGUAGES } from '../../src/frame/words/index.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const scripts = ['frame.js', 'expressions.js', 'markup.js', ...LANGUAGES.map((tag) => `locales/${tag}.js`)];

test('dist/frame has the page, its script, its style, and a file for each language', () => {
  const files = readdirSync(new URL('dist/frame/', root), { recursive: true }).map(String);
  assert.deepEqual(files.sort(), ['LICENSE-lit.txt', 'LICENSES-expressions.txt', 'LICENSES-markup.txt', 'frame.css', 'index.html', 'locales', ...scripts].sort());
  const translated = readdirSync(new URL('src/ui/text/locales/', root)).filter((tag) => tag !== 'en');
  assert.deepEqual([...LANGUAGES], translated);
});

test('the page has no inline script and no inline style, and names only files beside it', () => {
  const page = read('dist/frame/index.html');
  assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=/);
  const addresses = [...page.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
  assert.deepEqual(addresses, ['data:,', 'frame.css', 'frame.js']);
  assert.match(page, /Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self';[^"]*require-trusted-types-for 'script'/);
});

test('the guide says how much its scripts weigh, to about two KiB', () => {
  const weight = (name: string): number => brotliCompressSync(read(`dist/frame/${name}`)).length / 1024;
  const [, script, language, expressions, markup] = /The script has (\d+) KiB with brotli, and a language (\d+)\. `expressions\.js` has (\d+) more, and `markup\.js` (\d+)\./.exec(read('docs/frame.md'))!.map(Number);
  for (const [said, name] of [[script, 'frame.js'], [expressions, 'expressions.js'], [markup, 'markup.js'], ...LANGUAGES.map((tag) => [language, `locales/${tag}.js`])] as [number, string][]) {
    assert.ok(Math.abs(weight(name) - said) < 2, `${name}: ${weight(name).toFixed(1)} KiB, and the guide says ${said}`);
  }
});

for (const name of scripts) {
  test(`dist/frame/${name} is one plain script, and works on strict hosts`, () => {
    const text = read(`dist/frame/${name}`);
    assert.doesNotMatch(text, /(^|[;}])\s*(import|export)\b(?!\.)|\bimport\s*\(|\bimport\.meta/m, 'it is no module');
    assert.doesNotMatch(text, /\beval\(|new Function\b/);
    // Of fhirpath, functions that ask a terminology server are there. None of them is called, and the policy of the page allows no request.
    if (name !== 'expressions.js') assert.doesNotMatch(text, /\bfetch\(|XMLHttpRequest|sendBeacon|localStorage|sessionStorage|indexedDB|document\.cookie/);
    assert.doesNotMatch(text, /sourceMappingURL/);
    // Two scripts on one page share the names that they declare outside of functions.
    const [statement] = text.replace(/^(\/\*![^]*?\*\/|\/\/.*)\s*/gm, '').trimStart().split(/[{;]/);
    assert.match(statement!, /^\(?(\(\)=>|function\s*\(\)\s*)/, name);
  });
}
