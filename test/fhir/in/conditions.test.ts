import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Condition } from '../../../src/core/instrument/instrument.ts';
import { form, type Json, read } from './read.ts';

const question = (linkId: string, more: Json = {}): Json => ({ linkId, text: linkId, type: 'string', ...more });
const coding = (code: string, display: string): Json => ({ system: 'urn:s', code, display });
const choice = (linkId: string, more: Json = {}): Json =>
  question(linkId, { type: 'choice', answerOption: [{ valueCoding: coding('y', 'Yes') }, { valueCoding: coding('n n', 'No') }], ...more });

/** The condition of the last item, and the issues. */
function conditionOf(enableWhen: readonly Json[], others: readonly Json[], more: Json = {}): { when: Condition | undefined; issues: string[] } {
  const { instrument, issues } = read(form([...others, question('asked', { enableWhen, ...more })]));
  return { when: instrument.items.at(-1)!.when, issues };
}

describe('enableWhen', () => {
  it('compares a value of each type with the answer that the record has', () => {
    const cases: [target: Json, answer: Json, value: unknown][] = [
      [question('q', { type: 'boolean' }), { answerBoolean: true }, true],
      [question('q', { type: 'integer' }), { answerInteger: 3 }, 3],
      [question('q', { type: 'decimal' }), { answerDecimal: 3.5 }, 3.5],
      [question('q', { type: 'date' }), { answerDate: '2026-01-02' }, '2026-01-02'],
      [question('q', { type: 'dateTime' }), { answerDateTime: '2026-01-02T10:00:00Z' }, '2026-01-02T10:00:00Z'],
      [question('q', { type: 'time' }), { answerTime: '10:00:00' }, '10:00'],
      [question('q'), { answerString: 'x' }, 'x'],
      [choice('q'), { answerCoding: { system: 'urn:s', code: 'n n' } }, 'n-n'],
      [choice('q'), { answerCoding: { code: 'y' } }, 'y'],
      [question('q', { type: 'quantity' }), { answerQuantity: { value: 5 } }, { value: 5 }],
      [question('q', { type: 'string', answerOption: [{ valueString: 'a b' }] }), { answerString: 'a b' }, 'a-b'],
    ];
    for (const [target, answer, value] of cases) {
      const { when, issues } = conditionOf([{ question: 'q', operator: '=', ...answer }], [target]);
      assert.deepEqual(when, { item: 'q', op: '=', value });
      assert.deepEqual(issues, []);
    }
  });

  it('has an order', () => {
    for (const operator of ['>', '<', '>=', '<=']) {
      const { when } = conditionOf([{ question: 'q', operator, answerInteger: 3 }], [question('q', { type: 'integer' })]);
      assert.deepEqual(when, { item: 'q', op: operator, value: 3 });
    }
  });

  it('asks whether there is an answer', () => {
    for (const value of [true, false]) {
      const { when } = conditionOf([{ question: 'q', operator: 'exists', answerBoolean: value }], [question('q')]);
      assert.deepEqual(when, { item: 'q', op: 'exists', value });
    }
  });

  it('"not equal" also holds if there is no answer', () => {
    const { when } = conditionOf([{ question: 'q', operator: '!=', answerString: 'x' }], [question('q')]);
    assert.deepEqual(when, { any: [{ item: 'q', op: 'exists', value: false }, { item: 'q', op: '!=', value: 'x' }] });
  });

  it('holds if all or any of several conditions hold', () => {
    const both = ['a', 'b'].map((id) => ({ question: id, operator: 'exists', answerBoolean: true }));
    const parts = ['a', 'b'].map((item) => ({ item, op: 'exists', value: true }));
    const others = [question('a'), question('b')];
    assert.deepEqual(conditionOf(both, others, { enableBehavior: 'any' }).when, { any: parts });
    assert.deepEqual(conditionOf(both, others, { enableBehavior: 'all' }).when, { all: parts });
  });

  it('means any answer of an item that repeats somewhere else', () => {
    const group = { linkId: 'g', text: 'G', type: 'group', repeats: true, item: [question('q')] };
    const equal = { question: 'q', operator: '=', answerString: 'x' };
    assert.deepEqual(conditionOf([equal], [group]).when, { item: 'q', op: '=', value: 'x', over: 'any' });
    assert.deepEqual(conditionOf([equal], [question('q', { repeats: true })]).when, { item: 'q', op: '=', value: 'x', over: 'any' });
    const { instrument } = read(form([{ ...group, item: [question('q'), question('asked', { enableWhen: [equal] })] }]));
    assert.deepEqual(instrument.items[0]!.items![1]!.when, { item: 'q', op: '=', value: 'x' }, 'in the same repetition');
  });

  it('of a choice that is not offered never holds', () => {
    const { when, issues } = conditionOf([{ question: 'q', operator: '=', answerCoding: { code: 'other' } }], [choice('q')]);
    assert.deepEqual(when, { item: 'q', op: '=', value: 'other' });
    assert.deepEqual(issues, []);
  });

  it('of an unknown item, a group or an unknown operator is left out and reported', () => {
    const group = { linkId: 'g', text: 'G', type: 'group', item: [question('q')] };
    const exists = (id: string): Json => ({ question: id, operator: 'exists', answerBoolean: true });
    assert.deepEqual(conditionOf([exists('nobody')], [group]), { when: undefined, issues: ['asked condition-without-item'] });
    assert.deepEqual(conditionOf([exists('g')], [group]).issues, ['asked condition-without-item']);
    assert.deepEqual(conditionOf([{ question: 'q', operator: '~', answerString: 'x' }], [group]).issues, ['asked condition-part-left-out']);
    assert.deepEqual(conditionOf([{ question: 'q', operator: '=' }], [group]).issues, ['asked condition-part-left-out']);
  });

  it('in a circle is reported, and the items are shown', () => {
    const asks = (id: string, other: string): Json => question(id, { enableWhen: [{ question: other, operator: 'exists', answerBoolean: true }] });
    const { instrument, issues } = read(form([asks('a', 'b'), asks('b', 'a'), asks('c', 'a'), asks('d', 'd')]));
    assert.deepEqual(instrument.items.map(({ when }) => when), [undefined, undefined, { item: 'a', op: 'exists', value: true }, undefined]);
    assert.deepEqual(issues, ['a circular-condition', 'b circular-condition', 'd circular-condition']);
  });

  it('of a group that asks about an item in itself is a circle', () => {
    const group = { linkId: 'g', text: 'G', type: 'group', enableWhen: [{ question: 'q', operator: 'exists', answerBoolean: true }], item: [question('q')] };
    assert.deepEqual(read(form([group])).issues, ['g circular-condition']);
  });
});
