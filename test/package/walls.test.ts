import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { wallProblems } from '../../tools/walls.mjs';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

const specifiers = (file: string): string[] => {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const from =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
            ? node.argument.literal
            : undefined;
    if (from && ts.isStringLiteral(from)) found.push(from.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));

test('no folder of src breaks an import rule', () => {
  const problems = sources.flatMap(name =>
    wallProblems(join(src, name), specifiers(join(src, name))).map(({ problem, specifier }) => `${name}: ${problem} (${specifier})`),
  );
  assert.deepEqual(problems, []);
});

test('the import rules refuse what they must refuse', () => {
  const refused = (file: string, specifier: string) => wallProblems(join(src, file), [specifier]).length === 1;
  assert.ok(refused('core/session.ts', 'lit'));
  assert.ok(refused('core/session.ts', '../events/submit-event.ts'));
  for (const widget of ['core/score.ts', 'internal/report.ts', 'elements/why-trust/why-trust.ts', 'define/why-trust.ts']) {
    const up = '../'.repeat(widget.split('/').length - 1);
    assert.ok(refused(widget, `${up}statistics/index.ts`), widget);
    assert.ok(refused(widget, 'ml-matrix'), widget);
  }
  assert.ok(refused('statistics/omega.ts', 'lit'));
  assert.ok(refused('statistics/omega.ts', '../instruments/trust-12.ts'));
  assert.ok(!refused('statistics/one-factor.ts', 'ml-matrix'));
  assert.ok(refused('events/submit-event.ts', '../internal/report.ts'));
  assert.ok(refused('internal/report.ts', '../elements/why-trust/why-trust.ts'));
  assert.ok(refused('elements/why-trust/why-trust.ts', '../milestone-badge/milestone-badge.ts'));
  assert.ok(refused('elements/why-trust/why-trust.ts', '../../define/all.ts'));
  assert.ok(refused('define/why-trust.ts', '../instruments/trust-12.ts'));
  assert.ok(refused('define/questionnaire.ts', '../instruments/index.ts'));
  assert.ok(!refused('define/questionnaire.ts', '../instruments/registry.ts'));
  assert.ok(refused('helpers/x.ts', '../core/session.ts'));
  assert.ok(!refused('elements/why-trust/why-trust.ts', '../../instruments/why-trust.ts'));
  const two = ['../../instruments/why-trust.ts', '../../instruments/trust-12.ts'];
  assert.equal(wallProblems(join(src, 'elements/why-trust/why-trust.ts'), two).length, 1);
});
