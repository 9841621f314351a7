import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('a form without script is rendered and read where there is only the language: no DOM, no Node, no timers', async () => {
  const contents = `
    import { readForm, renderFallback } from './dist/html/index.js';
    import { getInstrument } from './dist/instruments/index.js';
    const { instrument } = getInstrument('trust-pulse', {});
    globalThis.html = renderFallback(instrument, { id: 'r1', action: '/send' });
    globalThis.read = readForm([['trust-pulse.instrument', 'trust-pulse'], ['trust-pulse.version', '1.0.0'], ['trust-pulse.id', 'r1'], ['trust-pulse.t-now', '7']],
      { name: 'trust-pulse', find: getInstrument, now: '2026-03-01T10:00:00Z' });`;
  const { outputFiles, warnings } = await build({ stdin: { contents, resolveDir: root }, bundle: true, format: 'iife', platform: 'neutral', write: false, logLevel: 'silent' });
  assert.deepEqual(warnings, []);
  const context = vm.createContext({}) as { html?: string; read?: { state: string } };
  vm.runInContext(outputFiles[0]!.text, context);
  assert.match(context.html!, /<form action="\/send" method="post"/);
  assert.equal(context.read!.state, 'completed');
});

test('each instrument has a form for servers that do not run JavaScript, in every language that it is translated into', () => {
  const folder = `${root}dist/html/forms/`;
  const { places, words, forms } = JSON.parse(readFileSync(`${folder}index.json`, 'utf8')) as {
    places: string[];
    words: Record<string, Record<string, string>>;
    forms: { file: string; instrument: string; version: string; options: Record<string, string>; language: string; standing: string }[];
  };
  assert.deepEqual(readdirSync(folder).sort(), [...forms.map(({ file }) => file), 'index.json'].sort());
  const languages = Object.keys(words).sort();
  assert.deepEqual(languages, ['ar', 'de', 'en', 'es', 'fr', 'he', 'pt', 'tr']);
  for (const texts of Object.values(words)) assert.deepEqual(Object.keys(texts).sort(), ['crisisDefault', 'whereKept', 'whoSees', 'whoSeesMissing', 'whoSeesWhen']);
  assert.deepEqual(forms.filter(({ instrument }) => instrument === 'trust-12').length, 4 * languages.length);
  for (const { file, instrument, version, language, standing, options } of forms) {
    const html = readFileSync(folder + file, 'utf8');
    assert.ok(html.includes(`lang="${language}"`), file);
    const isPosted = html.includes('type="radio"') || html.includes('<textarea');
    if (!isPosted) continue;
    for (const place of places) if (place !== '{{crisis}}') assert.ok(html.includes(place), `${file} ${place}`);
    assert.deepEqual([...new Set(html.match(/\{\{.*?\}\}/g))].filter((place) => !places.includes(place)), [], file);
    const has = (name: string, value: string) => assert.ok(html.includes(`name="{{name}}.${name}" value="${value}"`), `${file} ${name}`);
    has('instrument', instrument);
    has('version', version);
    for (const [name, value] of Object.entries(options)) has(`option.${name}`, value);
    assert.equal(html.includes('.translation"'), standing !== 'source', file);
  }
});
