import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as unknown;
interface Named {
  name: string;
  description?: unknown;
}
interface Declaration {
  tagName?: string;
  attributes?: Named[];
  events?: Named[];
  cssProperties?: Named[];
}
const manifest = read('custom-elements.json') as { modules: { declarations: Declaration[] }[] };
const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
const names = (list: Named[] = []) => list.map(({ name }) => name).sort();
const pkg = read('package.json') as { 'web-types': string; version: string };

test('VS Code gets every element with its attributes, and the words that an attribute can have', () => {
  const { version, tags } = read('dist/vscode.html-custom-data.json') as {
    version: number;
    tags: (Named & { attributes: (Named & { values?: Named[]; valueSet?: string })[] })[];
  };
  assert.equal(version, 1.1);
  assert.deepEqual(names(tags), elements.map(({ tagName }) => tagName).sort());
  for (const { tagName, attributes } of elements) assert.deepEqual(names(tags.find(({ name }) => name === tagName)!.attributes), names(attributes), tagName);
  const trust = tags.find(({ name }) => name === 'attune-trust-questionnaire')!;
  assert.deepEqual(names(trust.attributes.find(({ name }) => name === 'length')!.values), ['full', 'pulse']);
  assert.equal(trust.attributes.find(({ name }) => name === 'required')!.valueSet, 'v');
  assert.match(JSON.stringify(trust.description), /attune-submit/);
});

test('JetBrains editors find every element, attribute, event and token through package.json', () => {
  const { version, contributions } = read(pkg['web-types']) as {
    version: string;
    contributions: { html: { elements: (Named & { attributes: Named[]; js: { events: Named[] }; css: { properties: Named[] } })[] } };
  };
  assert.equal(version, pkg.version);
  for (const { tagName, attributes, events, cssProperties } of elements) {
    const found = contributions.html.elements.find(({ name }) => name === tagName);
    assert.ok(found, tagName);
    assert.deepEqual([names(found.attributes), names(found.js.events), names(found.css.properties)], [names(attributes), names(events), names(cssProperties)], tagName);
  }
});
