import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { Linter } from 'eslint';

/**
 * What the files for pages use of the platform. Browsers have more names, such as `name` and `status`. A list with these would hide that
 * the build has left out a declaration of the same name.
 */
const PLATFORM = [
  ...['AbortController', 'AbortSignal', 'Blob', 'BroadcastChannel', 'CSS', 'CSSStyleSheet', 'CustomEvent', 'DOMException', 'Element'],
  ...['Event', 'File', 'FileReader', 'FormData', 'HTMLDetailsElement', 'HTMLElement', 'HTMLFormElement', 'HTMLImageElement'],
  ...['HTMLSelectElement', 'HTMLTextAreaElement', 'IDBKeyRange', 'InputEvent', 'KeyboardEvent', 'MouseEvent', 'MutationObserver', 'Node'],
  ...['ResizeObserver', 'ShadowRoot', 'Text', 'TextDecoder', 'TextEncoder', 'URL', 'URLSearchParams', 'addEventListener', 'atob', 'btoa'],
  ...['cancelAnimationFrame', 'clearTimeout', 'console', 'crypto', 'customElements', 'dispatchEvent', 'document', 'fetch'],
  ...['getComputedStyle', 'indexedDB', 'innerHeight', 'localStorage', 'location', 'matchMedia', 'navigator', 'performance'],
  ...['queueMicrotask', 'removeEventListener', 'requestAnimationFrame', 'sessionStorage', 'setTimeout', 'window'],
];

const dist = new URL('../../dist/', import.meta.url);

const undeclaredIn = (code: string): string[] =>
  new Linter()
    .verify(
      code,
      { languageOptions: { globals: Object.fromEntries(PLATFORM.map((name) => [name, 'readonly'])) }, rules: { 'no-undef': 'error' } },
      { allowInlineConfig: false },
    )
    .map(({ message }) => message);

/** Files of packages. Their names are not ours. */
const OF_PACKAGES = ['cdn/fhir-expressions.js', 'cdn/fhir-markup.js', 'frame/expressions.js', 'frame/markup.js'];

// The build removes code from some modules by its text (tools/own-instrument.mjs), which the compiler does not see.
for (const folder of ['cdn/', 'split/', 'frame/']) {
  test(`each file in dist/${folder} declares the names that it uses`, () => {
    const files = readdirSync(new URL(folder, dist)).map((name) => `${folder}${name}`);
    const own = files.filter((file) => file.endsWith('.js') && !OF_PACKAGES.includes(file));
    assert.notDeepEqual(own, []);
    const undeclared = own.map((file) => [file, undeclaredIn(readFileSync(new URL(file, dist), 'utf8'))] as const);
    assert.deepEqual(undeclared.filter(([, names]) => names.length), []);
  });
}

test('a name without a declaration is found', () => {
  assert.deepEqual(undeclaredIn('let known = 1; window.x = known + lost;'), ["'lost' is not defined."]);
});
