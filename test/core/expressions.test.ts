import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instrument, Item } from '../../src/core/instrument/instrument.ts';
import type { createSession } from '../../src/core/answering/session.ts';
import type { Evaluator } from '../../src/core/answering/evaluator.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import { intake } from './fixtures/intake.ts';
import { answers, keys } from './fixtures/session-view.ts';
import { completed, sessionOf } from './fixtures/sessions.ts';
import { resultsOf, sumLanguage, sumOf } from './fixtures/sum-language.ts';

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
    session.answer('a', [3]);
    assert.deepEqual(keys(session), ['a']);
    session.answer('a', [4]);
    assert.deepEqual(keys(session), ['a', 'b']);
    const either = sessionOf(form([number('a'), number('b', { when: { any: [{ item: 'a', is: 'declined' }, sumOf('a > 3')] } })]), { evaluator });
    either.answer('a', [3]);
    assert.deepEqual([keys(either), either.current.problems], [['a'], undefined]);
  });

  it('is not what a score or a condition on an item is: these need no evaluator', () => {
    const scoring = { total: { method: 'sum' as const, items: ['a'], least: 1 } };
    const items = [number('a', { min: 0, max: 3 }), number('b', { calculate: { scale: 'total' }, when: { item: 'a', is: 'answered' } })];
    for (const options of [{}, { evaluator: sumLanguage().evaluator }]) {
      const session = sessionOf({ ...form(items), scoring }, options);
      session.answer('a', [2]);
      assert.deepEqual([answers(session), session.current.problems], [{ a: [2], b: [2] }, undefined]);
    }
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
    assert.deepEqual(answers(session), { 'a.0': [1], 's.0': [3], 'a.1': [2], 's.1': [3] });
  });

  it('of an item that repeats gives each repetition one of its values', () => {
    const { evaluator } = resultsOf({ list: { ok: true, values: [4, 5] } });
    const session = sessionOf(form([number('n', { readOnly: true, repeats: { min: 3 }, calculate: sumOf('list') })]), { evaluator });
    assert.deepEqual(answers(session), { 'n.0': [4], 'n.1': [5] });
  });

  it('is prepared with the instrument and its item. One of the form has no item', () => {
    const owners: unknown[] = [];
    const evaluator: Evaluator = {
      prepare: (_, owner) => {
        owners.push(owner);
        return { ok: false, reason: 'today' };
      },
    };
    const item = number('a', { when: sumOf('x') });
    const instrument: Instrument = { ...form([item]), constraints: [{ id: 'r', severity: 'error', message: 'm', ...sumOf('x') }] };
    const session = sessionOf(instrument, { evaluator });
    assert.deepEqual(owners, [{ instrument, item }, { instrument }]);
    assert.deepEqual(problems(session), ['a.when evaluable: Must be evaluable today', '.constraints evaluable: Must be evaluable today']);
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
      const { evaluator } = resultsOf({ b: result });
      const session = sessionOf(form([number('b'), number('c', { calculate: sumOf('b') })]), { evaluator });
      session.answer('b', [1]);
      assert.deepEqual([answers(session), session.current.problems?.length], [{ b: [1] }, 1], JSON.stringify(result));
    }
    for (const prepared of bad) {
      const session = sessionOf(form([number('c', { calculate: sumOf('b') })]), { evaluator: { prepare: () => prepared } as unknown as Evaluator });
      assert.equal(session.current.problems?.length, 1, JSON.stringify(prepared));
    }
  });

  it('says why it cannot be evaluated, also if the evaluator does not', () => {
    const reasonOf = (evaluator: object): unknown => problems(sessionOf(form([number('c', { calculate: sumOf('b') })]), { evaluator: evaluator as Evaluator }));
    const told = (reason: string): string[] => [`c.calculate evaluable: Must be evaluable ${reason}`];
    const bare = told('by an evaluator that returns what its type says');
    const evaluate = () => ({ ok: true, values: [] });
    for (const prepared of [{}, { ok: false }, { ok: false, reason: 3 }, { ok: true, evaluate }, { ok: true, dependsOn: 'b', evaluate }, { ok: true, dependsOn: ['b'] }]) {
      assert.deepEqual(reasonOf({ prepare: () => prepared }), bare, JSON.stringify(prepared));
    }
    assert.deepEqual(reasonOf({ prepare: () => ({ ok: false, reason: 'with a b' }) }), told('with a b'));
    assert.deepEqual(reasonOf(resultsOf({ b: { ok: false } }).evaluator), bare);
    assert.deepEqual(reasonOf(resultsOf({ b: { ok: false, reason: 'on Mondays' } }).evaluator), told('on Mondays'));
    const throwing = (thrown: unknown) => ({
      prepare: () => {
        throw thrown;
      },
    });
    assert.deepEqual(reasonOf(throwing(new Error('it broke'))), told('it broke'));
    assert.deepEqual(reasonOf(throwing('words')), told('it threw no error object'));
  });

  it('that fails gives a text no value either', () => {
    const { evaluator } = resultsOf({ b: { ok: false, reason: 'on Mondays' } });
    assert.deepEqual(answers(sessionOf(form([{ id: 'c', type: 'text', text: 'C', calculate: sumOf('b') }]), { evaluator })), {});
  });

  it('that may use every answer is evaluated last', () => {
    const { evaluator } = sumLanguage();
    const items = [number('all', { calculate: sumOf('*') }), number('a'), number('b', { calculate: { sum: ['a'] } }), number('c', { when: { item: 'all', op: '>', value: 3 } })];
    const session = sessionOf(form(items), { evaluator });
    session.answer('a', [2]);
    assert.deepEqual(answers(session), { all: [4], a: [2], b: [2] });
    assert.deepEqual([keys(session), session.current.problems], [['all', 'a', 'b', 'c'], undefined]);
    session.answer('c', [1]);
    assert.deepEqual(answers(session).all, [4], 'it does not see what depends on it');
  });

  it('that may use every answer is evaluated in each repetition, also if there are several', () => {
    const { evaluator } = sumLanguage();
    const inside = [number('a'), number('t', { readOnly: true, calculate: sumOf('*') })];
    const items: Item[] = [{ id: 'g', type: 'group', text: 'G', repeats: { min: 2 }, items: inside }, number('last', { readOnly: true, calculate: sumOf('* *') })];
    const session = sessionOf(form(items), { evaluator });
    session.answer('a', [2], [0]);
    session.answer('a', [3], [1]);
    assert.deepEqual(answers(session), { 'a.0': [2], 't.0': [5], 'a.1': [3], 't.1': [5], last: [15] });
    assert.equal(session.current.problems, undefined);
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

  it('in a circle does not see what is decided later, and is evaluated once for each answer', () => {
    const { evaluator, counts } = sumLanguage();
    const items = [
      number('other', { readOnly: true, calculate: sumOf('y') }),
      number('a', { calculate: sumOf('b x') }),
      number('b', { when: { item: 'x', is: 'answered' }, calculate: sumOf('a x') }),
      number('self', { calculate: sumOf('self x') }),
      number('x'),
      number('y'),
    ];
    const session = sessionOf(form(items), { evaluator });
    session.answer('x', [1]);
    session.answer('x', [2]);
    assert.deepEqual(answers(session), { a: [2], b: [4], self: [2], x: [2] });
    assert.deepEqual(session.current.problems?.map(({ path }) => path), ['a.calculate', 'self.calculate']);
    for (const name of Object.keys(counts)) delete counts[name];
    session.answer('y', [1]);
    assert.deepEqual(counts, { y: 1 });
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
    assert.deepEqual(since(() => session.answer('asked', [1])), {}, 'nothing uses it');
  });

  it('evaluates nothing that uses a condition or a value that has not changed, or that is not asked', () => {
    const { evaluator, counts } = sumLanguage();
    const inside: Item[] = [number('in'), number('count', { calculate: { count: ['in'] } })];
    const items: Item[] = [
      number('a'),
      number('b', { when: sumOf('a > 3') }),
      number('uses-b', { calculate: sumOf('b') }),
      number('sum', { calculate: { sum: ['a'] } }),
      number('uses-sum', { calculate: sumOf('sum') }),
      number('closed', { when: { item: 'a', op: '>', value: 8 }, calculate: sumOf('x') }),
      number('uses-closed', { calculate: sumOf('closed') }),
      number('x'),
      { id: 'g', type: 'group', text: 'G', repeats: { add: 'Add' }, items: inside },
      number('out', { when: { all: [{ item: 'in', is: 'unanswered' }, sumOf('y')] } }),
      number('y'),
    ];
    const session = sessionOf(form(items), { evaluator });
    session.answer('a', [4]);
    const since = (act: () => void): string[] => {
      for (const name of Object.keys(counts)) delete counts[name];
      act();
      return Object.keys(counts);
    };
    assert.deepEqual(since(() => session.answer('a', [5])), ['a > 3', 'sum']);
    assert.deepEqual(since(() => session.leaveOut('a', 'declined')), ['a > 3', 'b', 'sum']);
    assert.deepEqual(since(() => session.leaveOut('a', 'unknown')), ['a > 3']);
    assert.deepEqual(since(() => session.answer('x', [1])), []);
    assert.deepEqual(since(() => session.add('g')), []);
    assert.deepEqual(since(() => session.answer('in', [1], [1])), [], 'the condition cannot see it');
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
