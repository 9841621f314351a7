import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';
import { withoutLeftOut } from '../../tools/lit-left-out.mjs';

const root = new URL('../../', import.meta.url);
const src = new URL('src/', root);
const VALUE = '\uE000';

/** Places in the text of a template where Lit as the CDN files have it takes no value. */
const noPlaces: Record<string, RegExp> = {
  'a value inside a comment': new RegExp(`<!--(?:(?!-->)[^])*${VALUE}`),
  'a value in the text of a script, style, textarea or title': new RegExp(`<(script|style|textarea|title)\\b[^>]*>[^<]*${VALUE}`, 'i'),
  'a value in place of an attribute': new RegExp(`<[a-z][\\w-]*(\\s+[^\\s=<>${VALUE}]+(=("[^"]*"|'[^']*'|[^\\s>"']+))?)*\\s+${VALUE}`, 'i'),
};

/** What the CDN files can use of Lit. */
const LIT = ['css', 'html', 'isServer', 'LitElement', 'nothing', 'render', 'repeat'];
const UNUSED = [
  'addInitializer',
  'converter',
  'createProperty',
  'creationScope',
  'firstUpdated',
  'getPropertyDescriptor',
  'getPropertyOptions',
  'getUpdateComplete',
  'handleEvent',
  'reflect',
  'removeController',
  'renderBefore',
  'scheduleUpdate',
  'shouldUpdate',
  'useDefault',
];

/** The reactive properties of a class for which it also has an accessor. */
function ownAccessors({ members }: ts.ClassLikeDeclaration): string[] {
  const accessors = new Set(members.filter(ts.isAccessor).map(({ name }) => name.getText()));
  const declared = members.filter(ts.isPropertyDeclaration).find(({ name }) => name.getText() === 'properties')?.initializer;
  if (!declared || !ts.isObjectLiteralExpression(declared)) return [];
  return declared.properties
    .filter((property) => accessors.has(property.name?.getText() ?? '') && !property.getText().includes('noAccessor'))
    .map((property) => `an accessor for ${property.name!.getText()}`);
}

/** What a source uses of Lit that the CDN files leave out. */
function leftOutUses(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html' && ts.isTemplateExpression(node.template)) {
      const { head, templateSpans } = node.template;
      const template = [head.text, ...templateSpans.map(({ literal }) => literal.text)].join(VALUE);
      found.push(...Object.keys(noPlaces).filter((place) => noPlaces[place]!.test(template)));
    }
    if (ts.isImportDeclaration(node) && /["'](lit\b|\.\S*\/lit\/(lit|repeat)\.ts)/.test(node.moduleSpecifier.getText())) {
      const { namedBindings, isTypeOnly } = node.importClause ?? {};
      const names = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : [];
      const used = isTypeOnly ? [] : names.filter((name) => !name.isTypeOnly).map((name) => (name.propertyName ?? name.name).text);
      found.push(...used.filter((name) => !LIT.includes(name)));
      if (namedBindings && !ts.isNamedImports(namedBindings)) found.push('all of Lit');
    }
    if (ts.isIdentifier(node) && UNUSED.includes(node.text)) found.push(node.text);
    if (ts.isClassLike(node)) found.push(...ownAccessors(node));
    const isKind = ts.isPropertyAssignment(node) && node.name.getText() === 'type';
    if (isKind && ['Object', 'Array'].includes(node.initializer.getText())) found.push(`type: ${node.initializer.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

test('no source uses what the CDN files leave out of Lit', () => {
  assert.ok(files.length > 200, String(files.length));
  const uses = files.flatMap((name) => leftOutUses(readFileSync(new URL(name, src), 'utf8')).map((use) => `${name}: ${use}`));
  assert.deepEqual(uses, []);
});

for (const [use, text] of Object.entries({
  'a value inside a comment': 'html`<p><!-- ${a} --></p>`',
  'a value in the text of a script, style, textarea or title': 'html`<textarea rows="3">${a}</textarea>`',
  'a value in place of an attribute': 'html`<p class="a" lang=${b} ${a}>text</p>`',
  svg: "import { html, svg } from 'lit';",
  customElement: "import { customElement } from 'lit/decorators.js';",
  customElements: "import { customElements } from '../ui/lit/lit.ts';",
  'all of Lit': "import * as lit from 'lit';",
  reflect: 'const properties = { open: { reflect: true } };',
  'an accessor for open': 'class A { static properties = { open: {}, shut: { noAccessor: true } }; get open() { return 1; } get shut() { return 1; } }',
  'type: Object': 'const properties = { value: { type: Object } };',
})) {
  test(`the search finds ${use}`, () => assert.deepEqual(leftOutUses(text), [use]));
}

test('the build stops if Lit is another one than expected', () => {
  assert.throws(() => withoutLeftOut('export const html = 1;', '/x/node_modules/lit-html/lit-html.js'), /expected once in lit-html/);
  assert.equal(withoutLeftOut('export {};', '/x/node_modules/lit-html/is-server.js'), undefined);
  assert.equal(withoutLeftOut('export {};', '/x/src/define/all.ts'), undefined);
});

/** The texts of every template in a file that the bundler made. */
function templatesOf(code: string): string[][] {
  const found: string[][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() !== 'css' && ts.isTemplateExpression(node.template)) {
      found.push([node.template.head.text, ...node.template.templateSpans.map(({ literal }) => literal.text)]);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.js', code, ts.ScriptTarget.Latest, true));
  return found;
}

/** The function of Lit that turns the texts of a template into HTML and the names of its attributes. It marks each value. */
async function templateReader(lit: string): Promise<(texts: readonly string[]) => [html: string, names: string[]]> {
  const { _$LH } = (await import(`data:text/javascript,${encodeURIComponent(lit)}`)) as {
    _$LH: { L(texts: readonly string[], type: number): [string, string[]]; P: string };
  };
  return (texts) => {
    const [html, names] = _$LH.L(Object.assign([...texts], { raw: texts }), 1);
    return [html.replaceAll(_$LH.P, VALUE), names];
  };
}

test('the CDN files read every template as Lit does', async () => {
  const path = 'node_modules/lit-html/lit-html.js';
  const lit = readFileSync(new URL(path, root), 'utf8');
  Object.assign(globalThis, { document: { createTreeWalker: () => undefined } });
  const expected = await templateReader(lit);
  const readers = [true, false].map((hasDirectives) => templateReader(withoutLeftOut(lit, `/${path}`, { hasDirectives })!));
  const templates = templatesOf(readFileSync(new URL('dist/cdn/dev/attune.js', root), 'utf8'));
  assert.ok(templates.length > 100, String(templates.length));
  for (const reader of await Promise.all(readers)) {
    for (const texts of templates) assert.deepEqual(reader(texts), expected(texts), texts.join('${}'));
  }
});
