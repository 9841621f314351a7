import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDefinition, takeDefinition } from '../../src/core/instrument/read-definition.ts';
import { broken, good, type Json } from './fixtures/every-rule.ts';

const problemsOf = (definition: unknown): string[] => {
  const read = takeDefinition(definition);
  return read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`);
};

/** The definition with one more item at the end, `items[13]`. */
const withItem = (item: Json) => {
  const definition = good();
  definition.items.push({ id: 'more', type: 'integer', text: 'More', ...item });
  return definition;
};

describe('a widget without forms', () => {
  it('reads a definition of this package the same as everybody', () => {
    assert.deepEqual(takeDefinition(good()), readDefinition(good()));
  });

  it('takes any text as the id of an item', () => {
    for (const id of ['1.2', '/54126-8', 'a b', 'שאלה']) assert.deepEqual(problemsOf(withItem({ id })), [], id);
  });

  const refused: Record<string, [Json, string]> = {
    'a moment': [{ type: 'dateTime' }, 'items[13].type one-of'],
    'an address': [{ type: 'url' }, 'items[13].type one-of'],
    'a quantity': [{ type: 'quantity' }, 'items[13].type one-of'],
    'a file': [{ type: 'file' }, 'items[13].type one-of'],
    'a prefix': [{ prefix: '1.' }, 'items[13].prefix known-key'],
    'a short text': [{ short: 'More' }, 'items[13].short known-key'],
    'a question that repeats': [{ repeats: {} }, 'items[13].repeats known-key'],
    'a read-only question': [{ readOnly: true }, 'items[13].readOnly known-key'],
    'a value at the start': [{ initial: [1] }, 'items[13].initial known-key'],
    'a calculated value': [{ calculate: { sum: ['n'] } }, 'items[13].calculate known-key'],
    'an open list': [{ type: 'choice', choices: [{ code: 'a', text: 'A' }], open: true }, 'items[13].open known-key'],
    'a drop-down list': [{ type: 'choice', choices: [{ code: 'a', text: 'A' }], control: 'drop-down' }, 'items[13].control known-key'],
    'an exclusive choice': [{ type: 'choice', choices: [{ code: 'a', text: 'A', exclusive: true }] }, 'items[13].choices[0].exclusive known-key'],
    'a coded choice': [{ type: 'choice', choices: [{ code: 'a', text: 'A', coding: { code: 'a' } }] }, 'items[13].choices[0].coding known-key'],
    'a pattern': [{ type: 'text', pattern: { regex: 'a' } }, 'items[13].pattern known-key'],
    'a layout': [{ layout: 'page' }, 'items[13].layout known-key'],
    'a number of choices': [{ type: 'choice', choices: [{ code: 'a', text: 'A' }], multiple: true, maxChoices: 1 }, 'items[13].maxChoices known-key'],
    'an entry format': [{ type: 'text', entryFormat: 'AA' }, 'items[13].entryFormat known-key'],
    'decimal places': [{ type: 'decimal', decimals: 2 }, 'items[13].decimals known-key'],
    'a condition with over': [{ when: { item: 'n', op: '=', value: 1, over: 'any' } }, 'items[13].when.over known-key'],
    'a condition with exists': [{ when: { item: 'n', op: 'exists', value: true } }, 'items[13].when.op one-of'],
    'a condition with an expression': [{ when: { all: [{ expression: 'a', language: 'text/fhirpath' }] } }, 'items[13].when.all[0].expression known-key'],
    'a condition with a quantity': [{ when: { item: 'n', op: '=', value: { value: 1 } } }, 'items[13].when.value plain-value'],
  };
  for (const [what, [item, problem]] of Object.entries(refused)) {
    it(`refuses ${what}, with the place`, () => {
      const problems = problemsOf(withItem(item));
      assert.ok(problems.includes(problem), problems.join('; '));
    });
  }

  it('refuses what is made from a Questionnaire', () => {
    const source = { resourceType: 'Questionnaire', fhirVersion: 'R4' };
    assert.deepEqual(problemsOf({ ...good(), source }), ['source known-key']);
    assert.deepEqual(broken((definition) => Object.assign(definition, { source })), []);
  });

  it('finds a circle of conditions', () => {
    const definition = withItem({ when: { item: 'last', is: 'answered' } });
    definition.items.push({ id: 'last', type: 'integer', text: 'Last', when: { item: 'more', is: 'answered' } });
    assert.deepEqual(problemsOf(definition), ['items[13].when.item free-of-itself', 'items[14].when.item free-of-itself']);
  });
});
