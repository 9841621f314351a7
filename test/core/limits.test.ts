import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { strongComponents } from '../../src/core/plain-data/strong-components.ts';
import { limits } from '../../src/core/plain-data/limits.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { readRecord } from '../../src/core/record/read-record.ts';
import { readAnswers, readResponse } from '../../src/core/record/read-response.ts';
import { resolveInstrument } from '../../src/core/instrument/resolve-instrument.ts';
import { asked, choices, codes, definition, guard, type Json, many, problemsOf, question, rating, recordOf, repeating, tooLarge } from './fixtures/large.ts';
import { sessionOf } from './fixtures/sessions.ts';

/** Wraps an item or a condition so that it is at this depth, counted from 1. */
const nest = (depth: number, inner: Json, wrap: (inner: Json, depth: number) => Json): Json => {
  let outer = inner;
  for (let i = depth; i > 1; i--) outer = wrap(outer, i);
  return outer;
};
const groups = (depth: number): Json => nest(depth, question('inner'), (item, i) => ({ id: `g${i}`, type: 'group', text: '', items: [item] }));
const nestedCondition = (depth: number): Json => nest(depth + 1, { item: 'q1', is: 'answered' }, (part, i) => (i % 2 ? { all: [part] } : { any: [part] }));

describe('a definition at a limit is accepted, and one beyond it is refused', () => {
  const cases: [name: string, limit: number, make: (count: number) => Json, problem: (limit: number) => string[]][] = [
    ['levels of items', limits.itemDepth, (n) => ({ items: [groups(n)] }), (n) => tooLarge(`items[0]${'.items[0]'.repeat(n)}`, n, 'levels')],
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
    ['repetitions at least', limits.repetitions, (n) => ({ items: [repeating({ min: n })] }), (n) => tooLarge('items[0].repeats', n, 'repetitions')],
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

  it('reports every condition of a cycle, and none that only leads to one', () => {
    const when = (item: string): Json => ({ when: { item, is: 'answered' } });
    const items = [question('q1'), question('a', when('b')), question('b', when('c')), question('c', when('a')), question('d', when('a')), question('e', when('q1')), question('f', when('f'))];
    assert.deepEqual(
      problemsOf(definition({ items })).map((problem) => problem.split(':')[0]),
      ['items[1].when.item', 'items[2].when.item', 'items[3].when.item', 'items[6].when.item'],
    );
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

  it('gives a problem if the value of an option is no text, or too long', () => {
    const read = readDefinition(definition({ options: { o: { default: '' }, p: { values: ['a', 'b'], default: 'a', many: true } } }));
    assert.ok(read.ok);
    const isPlain = 'Must be plain value';
    const isShort = `Must be within the limit of ${limits.wordingText} characters`;
    for (const [value, message] of [[{ toString: 1 }, isPlain], [Symbol('s'), isPlain], [() => 1, isPlain], ['x'.repeat(limits.wordingText + 1), isShort]] as const) {
      for (const name of ['o', 'p']) {
        const resolved = resolveInstrument(read.definition, { [name]: value as string });
        assert.deepEqual(!resolved.ok && resolved.problems.map(({ path, message }) => [path, message]), [[`options.${name}`, message]]);
      }
    }
    assert.ok(resolveInstrument(read.definition, { o: 'x'.repeat(limits.wordingText) }).ok);
  });
});

describe('a record', () => {
  const written = asked([{ id: 'q1', type: 'text', text: 'Write' }]);
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

  it(`adds repetitions with at most ${limits.repeatedItems} items, which is known before they are made`, () => {
    // 812 x 123 items and the group around them; each further repetition inside has 123.
    const inner = many(123, (i) => question(`q${i}`));
    const instrument = asked([repeating({ min: 0, max: 3 }, [repeating({ min: 812 }, inner, 'inside')])]);
    const problems = (...at: number[]): string[] => {
      const read = readAnswers(instrument, [{ item: 'q0', at, state: 'declined' }]);
      return read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`);
    };
    const refused = ['answers[0].at index-in-each-repeating-group'];
    assert.deepEqual([problems(0, 0), problems(0, 1), problems(1, 0)], [[], refused, refused]);
  });

  it('can have a disclosure that is longer than the limit of one text', () => {
    const disclosure = 'x'.repeat(3 * limits.wordingText);
    assert.ok(readResponse(written, { ...recordOf(written, []), disclosure }).ok);
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
