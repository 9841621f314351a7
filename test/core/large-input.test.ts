import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limits } from '../../src/core/plain-data/limits.ts';
import { lookUp } from '../../src/core/record/look-up.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import { resolveInstrument } from '../../src/core/instrument/resolve-instrument.ts';
import { asked, choices, codes, definition, guard, type Json, many, problemsOf, question, repeating, tooLarge } from './fixtures/large.ts';
import { sessionOf } from './fixtures/sessions.ts';

// What takes a second. `npm run test:mutation -- --quick` leaves it out.
describe('a large definition', () => {
  const all = (count: number): Json => ({ all: many(count - 1, () => ({ item: 'q1', is: 'answered' })) });
  const ofItems = (n: number): Json => definition({ items: many(n, (i) => question(`q${i}`)) });
  const ofConditions = (n: number): Json => definition({ items: [question('q1'), question('q2', { when: all(n - 10) }), question('q3', { when: all(10) })] });
  for (const [unit, limit, make] of [['items', limits.items, ofItems], ['conditions', limits.conditions, ofConditions]] as const) {
    it(`has at most ${limit} ${unit}`, guard, () => {
      assert.deepEqual(problemsOf(make(limit)), []);
      assert.deepEqual(problemsOf(make(limit + 1)), tooLarge('items', limit, unit));
    });
  }

  it('with 10,000 items, each with choices and a condition, can be read and filled in, and its record can be read', guard, () => {
    const scale = { choices: choices(5) };
    const items = many(10_000, (i) => ({
      id: `q${i}`, type: 'choice', scale: 'list', text: `Question ${i}`,
      ...(i > 0 && { when: { item: `q${i - 1}`, op: '=', value: 'c1' } }),
    }));
    const read = readDefinition(definition({ scales: { list: scale }, items }));
    assert.ok(read.ok);
    const resolved = resolveInstrument(read.definition);
    assert.ok(resolved.ok);
    const answers = items.map(({ id }) => ({ item: id, state: 'answered', values: ['c1'] }));
    const session = sessionOf(resolved.instrument);
    const record = { ...session.complete(), answers };
    const back = readResponse(resolved.instrument, record);
    assert.ok(back.ok, JSON.stringify(back));
    assert.equal(back.response.answers.length, 10_000);
  });

  it('with a long chain of conditions is accepted in either order', guard, () => {
    const chain = many(10_000, (i) => question(`q${i}`, i > 0 ? { when: { item: `q${i - 1}`, is: 'answered' } } : {}));
    for (const items of [chain, [...chain].reverse()]) {
      const instrument = asked(items);
      const session = sessionOf(instrument);
      assert.deepEqual(session.current.instances.map(({ key }) => key), ['q0']);
      session.answer('q0', [true]);
      assert.equal(session.current.instances.length, 2);
      const all = { answers: many(10_000, (i) => ({ item: `q${i}`, state: 'answered' as const, values: [true] })) };
      assert.equal(lookUp(instrument, all)('q9999').state, 'answered');
    }
  });

  it('with 20,000 conditions in one cycle, or in 10,000, is refused without a hang', guard, () => {
    const count = limits.items;
    for (const length of [count, 2]) {
      const items = many(count, (i) => question(`q${i}`, { when: { item: `q${(i + 1) % length ? i + 1 : i + 1 - length}`, is: 'answered' } }));
      assert.equal(problemsOf(definition({ items })).length, limits.problems);
    }
  });
});

describe('a large record', () => {
  const written = asked([{ id: 'q1', type: 'text', text: 'Write' }]);

  it(`has at most ${limits.answers} answers`, guard, () => {
    const one = { item: 'q1', state: 'declined' };
    assert.ok(!codes(written, many(limits.answers, () => one)).includes('answers within-the-limit'));
    assert.deepEqual(codes(written, many(limits.answers + 1, () => one)), ['answers within-the-limit']);
    assert.deepEqual(codes(written, new Array(4_000_000_000) as Json[]), [' within-the-limit']);
  });

  it(`adds repetitions with at most ${limits.repeatedItems} items`, guard, () => {
    const inner = many(100, (i) => ({ id: `q${i}`, type: 'text', text: '?' }));
    const instrument = asked([repeating({ max: 1_000, add: 'Add' }, [repeating({ max: 1_000, add: 'Add' }, inner, 'inside')])]);
    const answer = (...at: number[]): Json => ({ item: 'q0', at, state: 'answered', values: ['x'] });
    assert.deepEqual(codes(instrument, [answer(0, 979)]), []);
    assert.deepEqual(codes(instrument, [answer(0, 979), answer(1, 979)]), ['answers[1].at index-in-each-repeating-group']);
    assert.deepEqual(codes(instrument, [answer(999, 999)]), ['answers[0].at index-in-each-repeating-group']);
  });

  it('with many repetitions is read without a hang', guard, () => {
    const instrument = asked([repeating({ max: 1_000, add: 'Add' }, [{ id: 'q1', type: 'text', text: '?' }, { id: 'q2', type: 'text', text: '?' }])]);
    const answers = many(1_000, (i) => ({ item: 'q1', at: [i], state: 'answered', values: ['x'] }));
    assert.deepEqual(codes(instrument, answers), []);
    assert.deepEqual(codes(instrument, [...answers].reverse()), []);
  });

  it('with a long list of choices that are each repeated many times is read without a hang', guard, () => {
    const instrument = asked([{ id: 'q1', type: 'choice', multiple: true, text: '?', choices: choices(limits.choices) }]);
    const values = many(500_000, (i) => `c${i % limits.choices}`);
    assert.deepEqual(codes(instrument, [{ item: 'q1', state: 'answered', values }]), ['answers[0].values there-once-when-answered']);
  });
});
