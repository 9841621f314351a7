import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';
import { INTERNAL_NAMES } from '../../tools/internal-names.mjs';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const filesIn = (folder: string, end: string) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(end)).map((name) => `${folder}/${name}`);

const words = (text: string): string[] => text.match(/[\w$]+/g) ?? [];
const wordsOf = (paths: string[]): Set<string> => new Set(paths.flatMap((path) => words(read(path))));
const sources = filesIn('src', '.ts');

/** The texts of a file, each of which may be the name of a property. */
function texts(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) found.push(...words(node.text));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true));
  return found;
}

const others: Record<string, Set<string>> = {
  'the browser': wordsOf(filesIn('node_modules/typescript/lib', '.d.ts').filter((path) => /\/lib\.(dom|es)[^/]*$/.test(path))),
  'a record or a definition': wordsOf(filesIn('src/schema', '.json')),
  'an element as hosts use it': wordsOf(['custom-elements.json']),
  'an event': wordsOf(sources.filter((path) => path.startsWith('src/events/'))),
  'another CDN file on the page': wordsOf(['src/ui/handoff/sitting.ts', 'src/ui/safety/crisis-notice.ts', 'src/ui/safety/draft-keeper.ts', 'src/ui/safety/own-copy.ts']),
  'a stored text': wordsOf(sources.filter((path) => /\/(form-state|entry-storage|journal-entries|journal-store|passphrase-lock)\.ts$/.test(path))),
  'words that a host can replace': wordsOf(sources.filter((path) => path.startsWith('src/ui/text/'))),
  'a text in the code': new Set(sources.flatMap(texts)),
};

for (const [user, names] of Object.entries(others)) {
  test(`no internal name is used by ${user}`, () => {
    assert.ok(names.size > 20, String(names.size));
    assert.deepEqual(INTERNAL_NAMES.filter((name) => names.has(name)), []);
  });
}

test('no internal name is left in a CDN file, and each is in one for developing', () => {
  // These have no widget, and keep their names.
  const isOther = (path: string): boolean => path.startsWith('dist/cdn/translations/') || /\/(drafts|fallback\/adopt|fhir-(expressions|markup))\.js$/.test(path);
  const built = filesIn('dist/cdn', '.js').filter((path) => !isOther(path));
  const [development, minified] = [true, false].map((isDevelopment) =>
    wordsOf(built.filter((path) => path.startsWith('dist/cdn/dev/') === isDevelopment)),
  );
  assert.deepEqual(INTERNAL_NAMES.filter((name) => minified!.has(name)), []);
  assert.deepEqual(INTERNAL_NAMES.filter((name) => !development!.has(name)), []);
});
