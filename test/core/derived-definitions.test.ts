import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { resolveInstrument } from '../../src/core/instrument/resolve-instrument.ts';
import { broken, good, type Json } from './fixtures/every-rule.ts';
import { sessionOf } from './fixtures/sessions.ts';

/** The problems of a definition with one more item. */
const withItem = (item: Json): string[] => broken(({ items }) => items.push({ id: 'more', type: 'integer', text: 'More', ...item }));

describe('a definition may say of any question', () => {
  const accepted: Record<string, Json> = {
    'that it repeats': { repeats: { min: 0, max: 5, add: 'Add' } },
    'what it has at the start': { initial: [3] },
    'what each repetition has at the start': { repeats: { max: 2 }, initial: [3, 4] },
    'that it is read-only': { readOnly: true },
    'that it is a sum': { calculate: { sum: ['n', 'c1', 'gc'] } },
    'that it is a difference': { calculate: { difference: ['n', 'r'] } },
    'that it is a count': { calculate: { count: ['gt', 'd'] } },
    'that it is the score of a scale': { calculate: { scale: 'first' } },
    'that it is the total': { calculate: { scale: 'total' } },
    'that an expression gives its value': { calculate: { expression: 'a + b', language: 'text/fhirpath' } },
    'that it is asked if an expression holds': { when: { expression: 'a', language: 'text/fhirpath' } },
    'that it is asked if one of several answers fits': { when: { item: 'gt', op: '=', value: 'x', over: 'any' } },
    'that it is asked if something is answered': { when: { item: 'n', op: 'exists', value: true } },
  };
  for (const [what, item] of Object.entries(accepted)) it(what, () => assert.deepEqual(withItem(item), []));
});

describe('a definition is refused for', () => {
  const refused: Record<string, [Json, string]> = {
    'repetitions of a text to read': [{ type: 'display', repeats: {} }, 'items[13].repeats for-groups-and-questions'],
    'more values at the start than repetitions': [{ repeats: { max: 1 }, initial: [1, 2] }, 'more.initial within-the-repetitions'],
    'an impossible value at the start': [{ initial: [0.5] }, 'more.initial of-its-type'],
    'two values at the start of one answer': [{ initial: [1, 2] }, 'more.initial single'],
    'a value at the start of a group': [{ type: 'group', items: [], initial: [1] }, 'more.initial for-questions'],
    'a calculated group': [{ type: 'group', items: [], calculate: { count: ['n'] } }, 'more.calculate for-questions'],
    'a calculated date': [{ type: 'date', calculate: { count: ['n'] } }, 'more.calculate for-an-item-that-can-be-a-number'],
    'a sum of texts': [{ calculate: { sum: ['n', 'gt'] } }, 'more.calculate.sum[1] number-or-weighted-item'],
    'a count of a group': [{ calculate: { count: ['g'] } }, 'more.calculate.count[0] question'],
    'an unknown item': [{ calculate: { sum: ['nowhere'] } }, 'items[13].calculate.sum[0] item'],
    'an unknown scale': [{ calculate: { scale: 'nowhere' } }, 'more.calculate.scale scoring-scale'],
    'a value that follows from itself': [{ calculate: { sum: ['more'] } }, 'items[13].calculate.sum[0] free-of-itself'],
    'an unknown `over`': [{ when: { item: 'n', is: 'answered', over: 'most' } }, 'items[13].when.over one-of'],
    'an `exists` that is not yes or no': [{ when: { item: 'n', op: 'exists', value: 1 } }, 'items[13].when.value one-of'],
    'a difference of three': [{ calculate: { difference: ['n', 'r', 'c1'] } }, 'items[13].calculate.difference within-the-limit'],
    'two calculations in one': [{ calculate: { sum: ['n'], count: ['n'] } }, 'items[13].calculate.count known-key'],
  };
  for (const [what, [item, problem]] of Object.entries(refused)) it(what, () => assert.equal(withItem(item)[0], problem));

  it('a circle through calculations and conditions, and says through which items', () => {
    const definition = good();
    definition.items.push(
      { id: 'p', type: 'integer', text: 'P', calculate: { sum: ['q'] } },
      { id: 'q', type: 'integer', text: 'Q', when: { item: 'part', is: 'answered' } },
      { id: 'whole', type: 'group', text: 'Whole', when: { item: 'p', op: '>', value: 1 }, items: [{ id: 'part', type: 'text', text: 'Part' }] },
    );
    const read = readDefinition(definition);
    const found = read.ok ? [] : read.problems.map(({ path, message }) => `${path}: ${message}`);
    const through = 'Must be free of itself (through p, q, whole, part)';
    assert.deepEqual(found, [`items[13].calculate.sum[0]: ${through}`, `items[14].when.item: ${through}`, `items[15].when.item: ${through}`]);
  });
});

describe('a hostile definition', () => {
  it('with thousands of totals over thousands of items is refused at once', () => {
    const definition = good();
    const ids = Array.from({ length: 5_000 }, (_, i) => `i${i}`);
    definition.items = ids.map((id) => ({ id, type: 'integer', text: id, min: 0, max: 1, calculate: { scale: 'total' } }));
    definition.scoring = { total: { method: 'sum', items: ids, least: 1 } };
    const read = readDefinition(definition);
    assert.deepEqual(read.ok || read.problems.map(({ path, code }) => `${path} ${code}`), ['items within-the-limit']);
  });

  it('with a long chain of calculations is read, and calculated in one go', () => {
    const { options: _, scoring: __, result: ___, ...definition } = good();
    const ids = Array.from({ length: 10_000 }, (_, i) => `i${i}`);
    const items = ids.map((id, i) => ({ id, type: 'integer', text: id, ...(i && { readOnly: true, calculate: { sum: [ids[i - 1]] } }) }));
    const plain = { ...definition, title: 'Long', normed: false, items: items.reverse() };
    const read = readDefinition(plain);
    assert.ok(read.ok, JSON.stringify(read));
    const resolved = resolveInstrument(read.definition);
    assert.ok(resolved.ok);
    const session = sessionOf(resolved.instrument);
    session.answer('i0', [7]);
    assert.deepEqual(session.current.response.answers[0], { item: 'i9999', state: 'answered', values: [7] });
  });
});

describe('the options of an instrument', () => {
  it('remove items from calculations, and no value at the start', () => {
    const definition = good();
    definition.items.push({ id: 'sum', type: 'integer', text: 'Sum', calculate: { sum: ['c1', 'c2'] } }, { id: 'w', type: 'text', text: 'W', initial: ['c2'] });
    const read = readDefinition(definition);
    assert.ok(read.ok, JSON.stringify(read));
    const resolved = resolveInstrument(read.definition, { mode: 'phone' });
    assert.ok(resolved.ok);
    const [sum, words] = resolved.instrument.items.slice(-2);
    assert.deepEqual([sum?.calculate, words?.initial], [{ sum: ['c1'] }, ['c2']]);
  });
});
