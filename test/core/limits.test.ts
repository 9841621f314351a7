import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { strongComponents } from '../../src/core/plain-data/strong-components.ts';
import type { Instrument } from '../../src/core/instrument/instrument.ts';
import { limits } from '../../src/core/plain-data/limits.ts';
import { lookUp } from '../../src/core/record/look-up.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { readRecord } from '../../src/core/record/read-record.ts';
import { readAnswers, readResponse } from '../../src/core/record/read-response.ts';
import { resolveInstrument } from '../../src/core/instrument/resolve-instrument.ts';
import { ownLicence } from './fixtures/own-licence.ts';
import { sessionOf } from './fixtures/sessions.ts';

type Json = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** A test that runs longer than this hangs. Each test needs far less time. */
const guard = { timeout: 60_000 };

const definition = (more: Json = {}): Json => ({
  schema: 1,
  id: 'large',
  version: '1.0.0',
  language: 'en',
  title: 'Large',
  audience: 'client',
  licence: ownLicence,
  normed: false,
  scales: {},
  absent: {},
  items: [question('q1')],
  ...more,
});

const question = (id: string, more: Json = {}): Json => ({ id, type: 'boolean', text: 'Yes?', ...more });
const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const choices = (count: number): Json[] => many(count, (i) => ({ code: `c${i}`, text: 'Choice' }));

/** The problems of a definition, as `path: message`. Empty if it is valid. */
const problemsOf = (data: unknown): string[] => {
  const read = readDefinition(data);
  return read.ok ? [] : read.problems.map(({ path, message }) => `${path}: ${message}`);
};

const tooLarge = (path: string, limit: number, unit: string): string[] => [`${path}: Must be within the limit of ${limit} ${unit}`];

/** Wraps an item or a condition so that it is at this depth, counted from 1. */
const nest = (depth: number, inner: Json, wrap: (inner: Json, depth: number) => Json): Json => {
  let outer = inner;
  for (let i = depth; i > 1; i--) outer = wrap(outer, i);
  return outer;
};
const groups = (depth: number): Json => nest(depth, question('inner'), (item, i) => ({ id: `g${i}`, type: 'group', text: '', items: [item] }));
const nestedCondition = (depth: number): Json => nest(depth + 1, { item: 'q1', is: 'answered' }, (part) => ({ all: [part] }));
const rating = (max: number): Json => ({ id: 'r', type: 'rating', text: 'How much?', min: 0, max, minText: 'Low', maxText: 'High' });
const repeating = (repeats: Json, items: Json[] = [question('again')], id = 'group'): Json => ({ id, type: 'group', text: '', repeats, items });
const asked = (items: Json[]): Instrument => {
  const read = readDefinition(definition({ items }));
  assert.ok(read.ok, JSON.stringify(read));
  const resolved = resolveInstrument(read.definition);
  assert.ok(resolved.ok);
  return resolved.instrument;
};

describe('a definition at a limit is accepted, and one beyond it is refused', () => {
  const cases: [name: string, limit: number, make: (count: number) => Json, problem: (limit: number) => string[]][] = [
    ['items', limits.items, (n) => ({ items: many(n, (i) => question(`q${i}`)) }), (n) => tooLarge('items', n, 'items')],
    ['levels of items', limits.itemDepth, (n) => ({ items: [groups(n)] }), (n) => tooLarge(`items[0]${'.items[0]'.repeat(n)}`, n, 'levels')],
    ['conditions', limits.conditions, (n) => {
      const all = (count: number): Json => ({ all: many(count - 1, () => ({ item: 'q1', is: 'answered' })) });
      return { items: [question('q1'), question('q2', { when: all(n - 10) }), question('q3', { when: all(10) })] };
    }, (n) => tooLarge('items', n, 'conditions')],
    ['levels of a condition', limits.conditionDepth, (n) => ({ items: [question('q1'), question('q2', { when: nestedCondition(n) })] }),
      (n) => tooLarge(`items[1].when`, n, 'levels')],
    ['choices of a list of its own', limits.choices, (n) => ({ items: [{ id: 'c', type: 'choice', text: '?', choices: choices(n) }] }),
      (n) => tooLarge('items[0].choices', n, 'entries')],
    ['choices of a shared list', limits.choices, (n) => ({ scales: { list: { choices: choices(n) } } }),
      (n) => tooLarge('scales.list.choices', n, 'entries')],
    ['choices of all items', limits.allChoices, (n) => ({
      scales: { list: { choices: choices(1_000) } },
      items: [...many(n / 1_000 - 1, (i) => ({ id: `c${i}`, type: 'choice', text: '?', scale: 'list' })), rating(998), ...many(n % 1_000 ? 1 : 0, () => rating(1))],
    }), (n) => tooLarge('items', n, 'choices')],
    ['values of a rating', limits.ratingValues, (n) => ({ items: [rating(n - 1)] }), (n) => tooLarge('items[0]', n, 'values')],
    ['repetitions at most', limits.repetitions, (n) => ({ items: [repeating({ max: n })] }), (n) => tooLarge('items[0].repeats', n, 'repetitions')],
    ['repetitions at least', limits.repetitions, (n) => ({ items: [repeating({ min: n, max: n })] }), (n) => tooLarge('items[0].repeats', n, 'repetitions')],
    ['characters of one text', limits.wordingText, (n) => ({ intro: 'x'.repeat(n) }), (n) => tooLarge('intro', n, 'characters')],
    ['options', limits.options, (n) => ({ options: Object.fromEntries(many(n, (i) => [`o${i}`, { default: '' }])) }), (n) => tooLarge('options', n, 'entries')],
    ['values of an option', limits.optionValues, (n) => ({ options: { o: { values: many(n, (i) => `v${i}`), default: 'v0' } } }),
      (n) => tooLarge('options.o.values', n, 'entries')],
    ['scales of a scoring', limits.scoringScales, (n) => ({
      items: [rating(10)],
      scoring: { scales: Object.fromEntries(many(n, (i) => [`s${i}`, { method: 'sum', items: ['r'], least: 1 }])) },
    }), (n) => tooLarge('scoring.scales', n, 'entries')],
  ];
  for (const [name, limit, make, problem] of cases) {
    it(`${name}: ${limit}`, guard, () => {
      assert.deepEqual(problemsOf(definition(make(limit))).slice(0, 2), []);
      assert.deepEqual(problemsOf(definition(make(limit + 1))).slice(0, 1), problem(limit));
    });
  }

  it(`characters in all: ${limits.definitionText}`, guard, () => {
    const texts = many(limits.definitionText / limits.wordingText, () => 'x'.repeat(limits.wordingText));
    const long = (from: number): Json => definition({ words: Object.fromEntries(texts.slice(from).map((text, i) => [`w${i}`, text])) });
    assert.deepEqual(problemsOf(long(1)), []);
    assert.deepEqual(problemsOf(long(0)), tooLarge('', limits.definitionText, 'characters'));
  });
});

describe('a definition', () => {
  it('counts the items and choices of a repeating group once for each initial repetition', guard, () => {
    const nested = (depth: number): Json =>
      nest(depth, question('inner'), (item, i) => repeating({ min: 20 }, [item], `g${i}`));
    assert.deepEqual(problemsOf(definition({ items: [nested(4)] })), []);
    assert.deepEqual(problemsOf(definition({ items: [nested(5)] })), tooLarge('items', limits.items, 'items'));
    const listed = { id: 'c', type: 'choice', text: '?', choices: choices(1_000) };
    assert.deepEqual(problemsOf(definition({ items: [repeating({ min: 200 }, [listed])] })), []);
    assert.deepEqual(problemsOf(definition({ items: [repeating({ min: 201 }, [listed])] })), tooLarge('items', limits.allChoices, 'choices'));
  });

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

  it('reports every condition of a cycle, and none that only leads to one', () => {
    const when = (item: string): Json => ({ when: { item, is: 'answered' } });
    const items = [question('q1'), question('a', when('b')), question('b', when('c')), question('c', when('a')), question('d', when('a')), question('e', when('q1')), question('f', when('f'))];
    assert.deepEqual(
      problemsOf(definition({ items })).map((problem) => problem.split(':')[0]),
      ['items[1].when.item', 'items[2].when.item', 'items[3].when.item', 'items[6].when.item'],
    );
  });

  it('with 20,000 conditions in one cycle is refused without a hang', guard, () => {
    const count = limits.items;
    const items = many(count, (i) => question(`q${i}`, { when: { item: `q${(i + 1) % count}`, is: 'answered' } }));
    assert.equal(problemsOf(definition({ items })).length, limits.problems);
  });

  it('with many items that each depend on many others is searched in linear time', () => {
    const names = many(400, (i) => `q${i}`);
    let steps = 0;
    const counted = (list: string[]): string[] =>
      new Proxy(list, { get: (target, key, self) => (typeof key === 'string' && /^\d+$/.test(key) && steps++, Reflect.get(target, key, self)) });
    const dependencies = new Map(names.map((name, i) => [name, counted(names.slice(i + 1))]));
    assert.equal(new Set(strongComponents(dependencies).values()).size, names.length);
    assert.equal(steps, (names.length * (names.length - 1)) / 2);
  });

  it('never causes an error, whatever is in place of a text or a name', () => {
    const odd: unknown[] = [{ toString: 1 }, { toString: null, valueOf: null }, [], Symbol('s'), () => 1, 1n, { by: { toString: 1 }, is: {} }];
    for (const value of odd) {
      for (const name of ['id', 'title', 'items', 'options', 'scales', 'audience', 'licence', 'scoring']) {
        assert.notDeepEqual(problemsOf(definition({ [name]: value })), [], name);
      }
      assert.notDeepEqual(problemsOf(definition({ items: [question('q1', { type: value })] })), []);
      assert.notDeepEqual(problemsOf(definition({ options: { o: { values: [value], default: 'x' } }, title: { by: 'o', is: { x: 'X' } } })), []);
    }
    assert.notDeepEqual(problemsOf(JSON.parse('{"__proto__": {"schema": 1}, "items": [{"__proto__": 1}]}')), []);
  });

  it('gives a problem if the value of an option is not a text', () => {
    const read = readDefinition(definition({ options: { o: { default: '' }, p: { values: ['a', 'b'], default: 'a', many: true } } }));
    assert.ok(read.ok);
    for (const value of [{ toString: 1 }, Symbol('s'), () => 1, 'x'.repeat(limits.wordingText + 1)]) {
      for (const name of ['o', 'p']) {
        const resolved = resolveInstrument(read.definition, { [name]: value as string });
        assert.deepEqual(!resolved.ok && resolved.problems.map(({ path }) => path), [`options.${name}`]);
      }
    }
    assert.ok(resolveInstrument(read.definition, { o: 'x'.repeat(limits.wordingText) }).ok);
  });
});

describe('a record', () => {
  const written = asked([{ id: 'q1', type: 'text', text: 'Write' }]);
  const recordOf = (instrument: Instrument, answers: Json[]): Json => ({ ...sessionOf(instrument).complete(), answers });
  const codes = (instrument: Instrument, answers: Json[]): string[] => {
    const read = readResponse(instrument, recordOf(instrument, answers));
    return read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`);
  };

  it(`has at most ${limits.answers} answers`, guard, () => {
    const one = { item: 'q1', state: 'declined' };
    assert.ok(!codes(written, many(limits.answers, () => one)).includes('answers within-the-limit'));
    assert.deepEqual(codes(written, many(limits.answers + 1, () => one)), ['answers within-the-limit']);
    assert.deepEqual(codes(written, new Array(4_000_000_000) as Json[]), [' within-the-limit']);
  });

  it(`has answers of at most ${limits.answerText} characters, also if the item allows more`, guard, () => {
    const wide = asked([{ id: 'q1', type: 'text', text: 'Write', maxLength: 1e9 }]);
    for (const instrument of [written, wide]) {
      const answer = (length: number): Json => ({ item: 'q1', state: 'answered', values: ['x'.repeat(length)] });
      assert.deepEqual(codes(instrument, [answer(limits.answerText)]), []);
      assert.deepEqual(codes(instrument, [answer(limits.answerText + 1)]), ['answers[0].values max-length-or-less']);
      const session = sessionOf(instrument);
      assert.ok(!session.answer('q1', ['x'.repeat(limits.answerText + 1)]).ok, 'the widget shows the mistake before it sends');
    }
  });

  it('can have a disclosure that is longer than the limit of one text', () => {
    const disclosure = 'x'.repeat(3 * limits.wordingText);
    assert.ok(readResponse(written, { ...recordOf(written, []), disclosure }).ok);
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

  it('never causes an error, whatever is in place of a value', () => {
    const throws = (): never => {
      throw new Error('no');
    };
    const odd: unknown[] = [{ toString: 1 }, new Proxy({}, { get: throws, ownKeys: throws }), { get x() { return throws(); } }, Symbol('s'), throws, new Date(NaN)];
    for (const value of odd) {
      for (const name of ['id', 'instrument', 'answers', 'locale', 'startedAt', 'software', 'disclosure']) {
        assert.ok(!readResponse(written, { ...recordOf(written, []), [name]: value }).ok, name);
      }
      for (const name of ['item', 'at', 'state', 'values']) {
        const answers = [{ item: 'q1', state: 'answered', values: ['x'], [name]: value }];
        assert.notDeepEqual(codes(written, answers), []);
        assert.ok(!readAnswers(written, answers).ok, name);
      }
      const find = () => ({ ok: true as const, instrument: written });
      assert.ok(!readRecord(find, { ...recordOf(written, []), instrument: { id: value, options: value } }).ok);
    }
  });
});

it('docs/instruments.md lists the limits with their values', () => {
  const guide = readFileSync(new URL('../../docs/instruments.md', import.meta.url), 'utf8');
  const table = guide.slice(guide.indexOf('## Limits'));
  const rows = [...table.matchAll(/^\| `(\w+)` \| ([\d,]+) \| \S/gm)].map(([, name, value]) => [name, Number(value!.replaceAll(',', ''))]);
  assert.deepEqual(Object.fromEntries(rows), limits);
});
