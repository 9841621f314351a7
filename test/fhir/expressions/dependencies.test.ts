import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Item } from '../../../src/core/instrument/instrument.ts';
import type { Answer } from '../../../src/core/record/response.ts';
import { fhirPathEvaluator } from '../../../src/fhir/expressions/index.ts';
import { form, type Json, read } from '../in/read.ts';
import { variable } from './asked.ts';

const question = (linkId: string): Json => ({ linkId, type: 'integer', text: linkId });

/** A group with a, b and the item x with the expression; then c, with d in it. */
const questionnaire = form(
  [
    { linkId: 'g', type: 'group', text: 'g', item: [question('a'), question('b'), question('x')] },
    { ...question('c'), item: [question('d')] },
  ],
  { extension: [variable('first', "%resource.repeat(item).where(linkId = 'a').answer.value"), variable('twice', '%first + %first')] },
);

const { instrument } = read(questionnaire);
const evaluator = fhirPathEvaluator({ questionnaire });

const item = { id: 'x', type: 'integer', text: 'x' } as Item;

function prepare(expression: string) {
  const prepared = evaluator.prepare({ expression, language: 'text/fhirpath' }, { instrument, item });
  assert.ok(prepared.ok, JSON.stringify(prepared));
  return prepared;
}

/** What an expression of the item x depends on. */
function dependsOn(expression: string): unknown {
  const prepared = prepare(expression);
  return prepared.dependsOn === 'all' ? 'all' : [...prepared.dependsOn].sort();
}

const cases: [expression: string, ids: string[] | 'all'][] = [
  ["%resource.item.where(linkId = 'c').answer.value", ['c']],
  ["item.where(linkId = 'c').answer.value", []],
  ["%resource.descendants().where('c' = linkId).answer.value", ['c']],
  ["%resource.item.where(linkId = 'c').answer.exists()", ['c', 'd']],
  ["%resource.item.where(linkId = 'g').item.answer.value.sum()", ['a', 'b']],
  ["%resource.item.where(linkId = 'g').item.where(linkId != 'x').answer.value.sum()", ['a', 'b']],
  ["%resource.item.where(linkId = 'g').item.where(linkId = 'a').answer.value", ['a']],
  ["%resource.item.where(linkId = 'g').item.first().answer.value", ['a', 'b']],
  ["%resource.item.where(linkId = 'g').item[0].answer.value", ['a', 'b']],
  ["%resource.item.where(linkId = 'g').repeat(item).where(linkId in ('a' | 'c')).answer.value", ['a']],
  ["%resource.repeat(item).where(linkId = 'a' or linkId = 'c').answer.value", ['a', 'c']],
  ["%resource.repeat(item).where(linkId.startsWith('c')).answer.value", ['c']],
  ["%resource.repeat(item).where(linkId = 'a' and answer.value > 3).exists()", ['a']],
  ["%resource.repeat(item).where(linkId = 'a' and %resource.item.where(linkId = 'c').answer.exists()).answer.value", ['a', 'c', 'd']],
  ["%resource.repeat(item).where(linkId = 'a' and $index = 0).answer.value", 'all'],
  ["%resource.repeat(item).where(linkId = 'a' xor linkId = 'b').answer.value", 'all'],
  ["%resource.repeat(item).where(answer.value > 3).exists()", 'all'],
  ["%resource.repeat(item).where(text = 'a').answer.value", 'all'],
  ['%resource.item.answer.value.count()', 'all'],
  ['%resource.item[0].answer.value', 'all'],
  ['%resource.item.count()', 'all'],
  ['today() > @2020-01-01', []],
  ["iif(%resource.repeat(item).where(linkId = 'a').answer.value > 1, 1, 2)", ['a']],
  ['%twice', ['a']],
  ["%twice + %resource.repeat(item).where(linkId = 'b').answer.value", ['a', 'b']],
  ['%questionnaire.item.count()', []],
  ['%context.linkId', []],
  ['$this.answer.value', ['x']],
  ["defineVariable('a', 1).select(%a)", 'all'],
  ["%resource.repeat(item).where(linkId = '\\u0061').answer.value", ['a']],
  ["%resource.repeat(item).where(`linkId` = 'b').answer.value", ['b']],
  ["(%resource.repeat(item).where(linkId = 'a') | %resource.item.where(linkId = 'c')).answer.value.sum()", ['a', 'c', 'd']],
];

describe('the items that an expression depends on', () => {
  for (const [expression, ids] of cases) it(`of ${expression}: ${ids.toString() || 'none'}`, () => assert.deepEqual(dependsOn(expression), ids));
});

describe('an expression', () => {
  it('has the same result with the answers that it depends on alone', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const number = fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined });
    const prepared = cases.map(([expression]) => ({ expression, ...prepare(expression) }));
    fc.assert(
      fc.property(fc.tuple(number, number, number, number), (numbers) => {
        const answers: Answer[] = ids.flatMap((id, i) => (numbers[i] === undefined ? [] : { item: id, state: 'answered', values: [numbers[i]] }));
        for (const { expression, dependsOn, evaluate } of prepared) {
          const own = answers.filter((answer) => dependsOn === 'all' || dependsOn.includes(answer.item));
          const [all, some] = [evaluate({ at: [], answers }), evaluate({ at: [], answers: own })];
          assert.deepEqual(some, all, expression);
        }
      }),
    );
  });
});
