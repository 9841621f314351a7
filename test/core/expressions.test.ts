import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instrument, Item } from '../../src/core/instrument/instrument.ts';
import type { createSession } from '../../src/core/answering/session.ts';
import type { Evaluator } from '../../src/core/answering/evaluator.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import { intake } from './fixtures/intake.ts';
import { answers, keys } from './fixtures/session-view.ts';
import { completed, sessionOf } from './fixtures/sessions.ts';
import { sumLanguage, sumOf } from './fixtures/sum-language.ts';

type Session = ReturnType<typeof createSession>;

const form = (items: Item[]): Instrument => ({ ...intake, items });
const number = (id: string, more: object = {}): Item => ({ id, type: 'integer', text: id, ...more });
const problems = ({ current }: Session): unknown => current.problems?.map(({ path, code, message }) => `${path} ${code}: ${message}`);

describe('an expression', () => {
  it('decides with the host’s evaluator what is asked', () => {
    const { evaluator } = sumLanguage();
    const session = sessionOf(form([number('a'), number('b', { when: sumOf('a > 3') })]), { evaluator });
    assert.deepEqual(keys(session), ['a']);
    session.answer('a', [4]);
    assert.deepEqual(keys(session), ['a', 'b']);
    assert.equal(session.current.problems, undefined);
  });

  it('calculates a value, or none', () => {
    const { evaluator } = sumLanguage();
    const session = sessionOf(form([number('a'), number('b'), number('c', { readOnly: true, calculate: sumOf('a b') })]), { evaluator });
    assert.deepEqual(answers(session), {});
    session.answer('a', [1]);
    session.answer('b', [2]);
    assert.deepEqual(answers(session).c, [3]);
    session.clear('a');
    session.clear('b');
    assert.deepEqual(answers(session), {});
  });

  it('can be part of a condition', () => {
    const { evaluator } = sumLanguage();
    const session = sessionOf(form([number('a'), number('b', { when: { all: [{ item: 'a', is: 'answered' }, sumOf('a > 3')] } })]), { evaluator });
    session.answer('a', [4]);
    assert.deepEqual(keys(session), ['a', 'b']);
  });

  it('sees only the answers of items that it depends on and that are asked', () => {
    const { evaluator, seen } = sumLanguage();
    const items = [number('a'), number('b', { when: { item: 'a', op: '>', value: 1 } }), number('x'), number('c', { calculate: sumOf('a b') })];
    const session = sessionOf(form(items), { evaluator });
    session.answer('a', [2]);
    session.answer('b', [5]);
    session.answer('x', [9]);
    assert.deepEqual(seen.at(-1), ['a', 'b']);
    session.answer('a', [1]);
    assert.deepEqual(seen.at(-1), ['a']);
    assert.deepEqual(answers(session).c, [1]);
  });

  it('in a repetition gets its place, and the answers of every repetition', () => {
    const { evaluator, counts, seen } = sumLanguage();
    const items: Item[] = [{ id: 'g', type: 'group', text: 'G', repeats: { add: 'Add' }, items: [number('a'), number('s', { calculate: sumOf('a') })] }];
    const session = sessionOf(form(items), { evaluator });
    session.add('g');
    session.answer('a', [1], [0]);
    session.answer('a', [2], [1]);
    assert.deepEqual(seen.at(-1), ['a.0', 'a.1']);
    assert.deepEqual(Object.keys(counts), ['a.0', 'a.1']);
  });

  it('without an evaluator is reported once. Its item is asked, and its calculated value is left as it is', () => {
    const instrument = form([number('a', { when: sumOf('b > 3') }), number('b'), number('c', { calculate: sumOf('b') })]);
    const session = sessionOf(instrument);
    assert.deepEqual(keys(session), ['a', 'b', 'c']);
    const told = ['a.when evaluable: Must be evaluable with an evaluator for sum', 'c.calculate evaluable: Must be evaluable with an evaluator for sum'];
    assert.deepEqual(problems(session), told);
    const before = session.current.problems;
    session.answer('c', [5]);
    assert.deepEqual(answers(session), { c: [5] });
    assert.equal(session.current.problems, before);
  });

  it('that fails is reported once, its item is asked, and it has no value', () => {
    const { evaluator } = sumLanguage();
    const session = sessionOf(form([number('a', { when: sumOf('b fail') }), number('b'), number('c', { calculate: sumOf('b fail') })]), { evaluator });
    session.answer('b', [1]);
    session.answer('b', [2]);
    assert.deepEqual(keys(session), ['a', 'b', 'c']);
    assert.deepEqual(answers(session), { b: [2] });
    assert.deepEqual(problems(session), ['a.when evaluable: Must be evaluable it fails', 'c.calculate evaluable: Must be evaluable it fails']);
  });

  it('cannot break a session, whatever the evaluator does', () => {
    const bad = [undefined, null, 3, {}, { ok: true }, { ok: true, values: 'x' }, { ok: true, values: [{}] }, { ok: true, values: [NaN] }];
    for (const result of bad) {
      const evaluator = { prepare: () => ({ ok: true, dependsOn: ['b'], evaluate: () => result }) } as unknown as Evaluator;
      const session = sessionOf(form([number('b'), number('c', { calculate: sumOf('b') })]), { evaluator });
      session.answer('b', [1]);
      assert.deepEqual([answers(session), session.current.problems?.length], [{ b: [1] }, 1], JSON.stringify(result));
    }
    for (const prepared of bad) {
      const session = sessionOf(form([number('c', { calculate: sumOf('b') })]), { evaluator: { prepare: () => prepared } as unknown as Evaluator });
      assert.equal(session.current.problems?.length, 1, JSON.stringify(prepared));
    }
  });

  it('that may use every answer is evaluated last', () => {
    const { evaluator } = sumLanguage();
    const items = [number('all', { calculate: sumOf('*') }), number('a'), number('b', { calculate: { sum: ['a'] } }), number('c', { when: { item: 'all', op: '>', value: 3 } })];
    const session = sessionOf(form(items), { evaluator });
    session.answer('a', [2]);
    assert.deepEqual(answers(session), { all: [4], a: [2], b: [2] });
    assert.deepEqual(keys(session), ['all', 'a', 'b', 'c']);
    session.answer('c', [1]);
    assert.deepEqual(answers(session).all, [4], 'it does not see what depends on it');
  });

  it('that depends on itself through another one is reported, and both end', () => {
    const { evaluator } = sumLanguage();
    const items = [number('a', { calculate: sumOf('b x') }), number('b', { calculate: sumOf('a x') }), number('x')];
    const session = sessionOf(form(items), { evaluator });
    session.answer('x', [1]);
    session.answer('x', [2]);
    assert.deepEqual(answers(session), { a: [2], b: [4], x: [2] });
    assert.deepEqual(problems(session), ['a.calculate evaluable: Must be evaluable free of itself']);
  });

  it('of a record is checked with an evaluator, and accepted without one', () => {
    const { evaluator } = sumLanguage();
    const instrument = form([number('a'), number('b', { when: sumOf('a > 3') }), number('c', { readOnly: true, calculate: sumOf('a') })]);
    const session = sessionOf(instrument, { evaluator });
    session.answer('a', [4]);
    session.answer('b', [1]);
    const record = JSON.parse(JSON.stringify(completed(session)));
    assert.ok(readResponse(instrument, record, { evaluator }).ok);
    const read = readResponse(instrument, record);
    assert.deepEqual(read.ok && read.response.answers, record.answers);
    record.answers[0].values = [1];
    assert.ok(readResponse(instrument, record).ok);
    const refused = readResponse(instrument, record, { evaluator });
    assert.deepEqual(refused.ok || refused.problems.map(({ path }) => path), ['answers[1]']);
  });
});

describe('an answer', () => {
  it('evaluates what depends on it, and nothing else', () => {
    const { evaluator, counts } = sumLanguage();
    const items: Item[] = [
      number('a'),
      number('b'),
      number('ab', { calculate: sumOf('a b') }),
      number('deep', { calculate: sumOf('ab') }),
      number('asked', { when: sumOf('deep > 3') }),
      number('other', { calculate: sumOf('x') }),
      number('x'),
    ];
    const session = sessionOf(form(items), { evaluator });
    const since = (act: () => void): Record<string, number> => {
      for (const name of Object.keys(counts)) delete counts[name];
      act();
      return { ...counts };
    };
    assert.deepEqual({ ...counts }, { 'a b': 1, ab: 1, 'deep > 3': 1, x: 1 });
    assert.deepEqual(since(() => session.answer('x', [1])), { x: 1 });
    assert.deepEqual(since(() => session.answer('a', [1])), { 'a b': 1, ab: 1, 'deep > 3': 1 });
    assert.deepEqual(since(() => session.answer('a', [1])), {}, 'nothing has changed');
    assert.deepEqual(since(() => session.answer('b', [0])), { 'a b': 1 }, 'the sum is the same');
    assert.deepEqual(since(() => session.goTo(1)), {});
    assert.deepEqual(since(() => session.setDetails({ subject: 'p1' })), {});
    assert.deepEqual(since(() => session.complete()), {});
    assert.deepEqual(since(() => session.answer('deep', [9])), { 'deep > 3': 1 });
    assert.deepEqual(since(() => session.answer('a', [5])), { 'a b': 1 }, 'the person’s own value stays');
  });

  it('in a repetition evaluates nothing in another one', () => {
    const { evaluator, counts } = sumLanguage();
    const items: Item[] = [
      { id: 'g', type: 'group', text: 'G', repeats: { min: 50 }, items: [number('a'), number('s', { calculate: { sum: ['a'] } }), number('t', { when: { item: 's', op: '>', value: 1 } })] },
      number('sum', { calculate: sumOf('t') }),
    ];
    const session = sessionOf(form(items), { evaluator });
    session.answer('a', [2], [7]);
    session.answer('t', [3], [7]);
    assert.deepEqual(answers(session), { 'a.7': [2], 's.7': [2], 't.7': [3], sum: [3] });
    assert.equal(counts.sum, undefined);
  });
});
