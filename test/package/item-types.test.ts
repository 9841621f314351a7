import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';
import { formShapes } from '../../src/core/item-types/form-shapes.ts';

const src = new URL('../../src/', import.meta.url);
const names = Object.keys(formShapes);

/** The tables of item types, and the caches of what is made from a type. Only these look up a type by name. */
const TABLES = ['core/answering/condition-values.ts', 'core/answering/limits-from-answers.ts', 'core/record/changed-lists.ts', 'core/item-types/index.ts', 'core/item-types/calculable.ts', 'core/instrument/definition-fields.ts', 'core/instrument/definition-shape.ts', 'fhir/item-kind.ts', 'fhir/question-item.ts', 'html/item-types/index.ts', 'ui/questionnaire/items/item-support.ts'];

/** Other values with the name of an item type: the axis of a chart, a field of the badge or of a resource, a type of FHIR. */
const OTHERS = ['axis', 'name', 'field', 'fhirType'];

/** Finds code that behaves differently for different item types. */
function branchesOn(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  /** The type of a native input is not an item type either. */
  const isOther = (node: ts.Node): boolean => OTHERS.includes(node.getText()) || /\bas HTMLInputElement\b/.test(node.getText());
  const isName = (node: ts.Node): boolean => ts.isStringLiteralLike(node) && names.includes(node.text);
  /** `item.type`. The type of an event, or of a value of FHIR, is not an item type. */
  const isType = (node: ts.Node | undefined): boolean =>
    !!node && ((ts.isPropertyAccessExpression(node) && node.name.text === 'type' && !/event$|^typed$/i.test(node.expression.getText())) || (ts.isIdentifier(node) && node.text === 'type'));
  const visit = (node: ts.Node): void => {
    const branches =
      ts.isBinaryExpression(node) ? /^[!=]=/.test(node.operatorToken.getText()) && [node.left, node.right].some(isName) && ![node.left, node.right].some((side) => ts.isTypeOfExpression(side) || isOther(side))
      : ts.isCaseClause(node) ? isName(node.expression)
      : ts.isSwitchStatement(node) ? isType(node.expression) && /\bitem\b/.test(node.expression.getText())
      : ts.isElementAccessExpression(node) ? isType(node.argumentExpression) && !TABLES.includes(file)
      : ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && /^(test|match|includes|startsWith)$/.test(node.expression.name.text) ?
        node.arguments.some((one) => ts.isPropertyAccessExpression(one) && isType(one)) || (isType(node.expression.expression) && ts.isPropertyAccessExpression(node.expression.expression))
      : false;
    if (branches) found.push(`${file}: ${node.getText().slice(0, 80)}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('only the tables distinguish item types: no code branches on the name of a type', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  assert.deepEqual(files.flatMap((file) => branchesOn(file, readFileSync(new URL(file, src), 'utf8'))), []);
});

test('the search for such branches finds each of their forms', () => {
  const forms = [
    `item.type === 'text' ? 1 : 2`,
    `if (one.item.type !== 'group') go()`,
    `switch (item.type) { case 'date': go() }`,
    `const modes = {}; modes[item.type]`,
    `/^(text|date)$/.test(item.type)`,
    `['text', 'date'].includes(item.type)`,
    `const { type } = item; type === 'rating'`,
    `item.type.startsWith('dec')`,
  ];
  for (const form of forms) assert.notDeepEqual(branchesOn('x.ts', form), [], form);
  for (const form of [`typeof value === 'boolean'`, `event.type === 'input'`, `PLAIN.includes(event.type)`, `'repeats' in item`]) {
    assert.deepEqual(branchesOn('x.ts', form), [], form);
  }
});

test('each item type has a file in core and a file of its view', () => {
  const missingIn = (room: string): string[] => {
    const files = readdirSync(new URL(room, src));
    return names.filter((name) => !files.includes(`${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`));
  };
  for (const room of ['core/item-types/', 'ui/questionnaire/items/']) assert.deepEqual(missingIn(room), [], room);
});
