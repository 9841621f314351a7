import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createRepeats } from '../../src/core/flat/repeats.ts';
import type { InstrumentDefinition } from '../../src/core/definition.ts';
import { indexItems } from '../../src/core/item-index.ts';
import { FLAT } from '../../vite.config.ts';
import { everyForm } from '../core/answers.ts';

const src = new URL('../../src/', import.meta.url);
const parts = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => /\/flat\/[\w-]+\.ts$/.test(path));

/** The instruments that an element presents. The file of the trend is built with its own forms. */
async function instrumentsOf(entry: string): Promise<InstrumentDefinition[]> {
  const folder = new URL(`elements/${entry}/`, src);
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const named = sources.join('\n').matchAll(/from '\.\.\/\.\.\/(instruments\/[\w-]+\.ts)'/g);
  const files = new Set([...named].map(([, file]) => file!).filter((file) => file !== 'instruments/registry.ts'));
  if (entry === 'trust-trend') files.add('instruments/trust-forms.ts');
  const exported = await Promise.all([...files].map((file) => import(new URL(file, src).href) as Promise<object>));
  return exported.flatMap((module) => Object.values(module) as unknown[]).flat().filter((one): one is InstrumentDefinition => !!Object(one).items);
}

for (const entry of FLAT) {
  test(`the instruments of ${entry}.js are flat under all their options`, async () => {
    const definitions = await instrumentsOf(entry);
    assert.ok(definitions.length, 'it presents something');
    for (const definition of definitions) {
      for (const instrument of everyForm(definition)) createRepeats(indexItems(instrument), new Map(), () => true);
    }
  });
}

test('every module in a folder flat replaces a module of the same name', () => {
  assert.ok(parts.length > 4, parts.join(' '));
  for (const path of parts) assert.ok(existsSync(new URL(path.replace('flat/', ''), src)), path);
});

test('the npm package contains no flat modules', () => {
  const dist = readdirSync(new URL('../../dist/', import.meta.url), { recursive: true, encoding: 'utf8' });
  assert.deepEqual(dist.filter((path) => /(^|\/)flat(\/|$)/.test(path)), []);
});
