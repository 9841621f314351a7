import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Evaluator } from '../../src/core/answering/evaluator.ts';
import { areInOrder, brokenLimit, isLimit } from '../../src/core/answering/limits-from-answers.ts';
import type { Session } from '../../src/core/answering/session.ts';
import type { Expression, Item, Value } from '../../src/core/instrument/instrument.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import { intake } from './fixtures/intake.ts';
import { answers, instance, problemOf } from './fixtures/session-view.ts';
import { sessionOf } from './fixtures/sessions.ts';

/** A language of this test: an id gives the answer to that item in the same repetition, `= 5` a value, `broken` and `fails` nothing. */
const as = (expression: string): Expression => ({ expression, language: 'as' });

const evaluator: Evaluator = {
  prepare: ({ expression }) => {
    if (expression === 'broken') return { ok: false, reason: 'without mistakes' };
    const isValue = expression.startsWith('= ');
    return {
      ok: true,
      dependsOn: isValue ? [] : [expression],
      evaluate: ({ at, answers }) => {
        if (expression === 'fails') return { ok: false, reason: 'possible' };
        if (isValue) return { ok: true, values: [JSON.parse(expression.slice(2))] };
        const here = answers.filter((answer) => (answer.at ?? []).join() === at.join());
        return { ok: true, values: here.flatMap((answer) => (answer.state === 'answered' ? answer.values : [])) };
      },
    };
  },
};

const item = (id: string, type: Item['type'], more: object = {}): Item => ({ id, type, text: id, ...more }) as Item;
const open = (...items: Item[]): Session => sessionOf({ ...intake, items }, { evaluator });
const limitsAt = (session: Session, key: string): unknown[] => {
  const { min, max } = instance(session, key)!.item as { min?: Value; max?: Value };
  return [min, max];
};
const brokenAt = (session: Session, key: string): string[] => (instance(session, key)!.broken ?? []).map(({ id }) => id);
const problems = (session: Session): string[] => (session.current.problems ?? []).map(({ path, message }) => `${path}: ${message}`);

const until = item('until', 'integer', { dynamic: { min: as('from') } });

describe('limits that follow from answers', () => {
  it('are there as soon as the answers are, and go with them', () => {
    const session = open(item('from', 'integer'), until);
    assert.deepEqual(limitsAt(session, 'until'), [undefined, undefined]);
    session.answer('from', [3]);
    assert.deepEqual(limitsAt(session, 'until'), [3, undefined]);
    session.clear('from');
    assert.deepEqual(limitsAt(session, 'until'), [undefined, undefined]);
  });

  it('make an answer outside them a broken rule, which stays in the record', () => {
    const session = open(item('from', 'integer'), until);
    session.answer('from', [3]);
    assert.equal(problemOf(session.answer('until', [2])), '');
    assert.deepEqual([answers(session).until, brokenAt(session, 'until'), session.current.broken, session.current.rejected], [[2], ['min-or-more'], ['until'], []]);
    session.answer('until', [3]);
    assert.deepEqual([brokenAt(session, 'until'), session.current.broken], [[], undefined]);
  });

  it('say what is wrong with an answer that was given before, and take it away again', () => {
    const session = open(item('from', 'integer'), until);
    session.answer('until', [2]);
    assert.deepEqual(session.current.broken, undefined);
    session.answer('from', [3]);
    assert.deepEqual([answers(session).until, session.current.broken], [[2], ['until']]);
    session.answer('from', [1]);
    assert.deepEqual(session.current.broken, undefined);
    const read = readResponse(session.instrument, session.complete(), { evaluator });
    assert.ok(read.ok, 'a server accepts it');
  });

  it('can be both, beside a text that follows from answers', () => {
    const session = open(item('low', 'decimal'), item('high', 'decimal'), item('between', 'decimal', { dynamic: { min: as('low'), max: as('high'), text: as('= "Between"') } }));
    session.answer('low', [1.5]);
    session.answer('high', [2.5]);
    session.answer('between', [3]);
    assert.deepEqual([limitsAt(session, 'between'), brokenAt(session, 'between'), instance(session, 'between')!.item.text], [[1.5, 2.5], ['max-or-less'], 'Between']);
  });

  it('are those of the same repetition', () => {
    const stay = item('stay', 'group', { items: [item('from', 'date'), item('until', 'date', { dynamic: { min: as('from') } })], repeats: { add: 'Another' } });
    const session = open(stay);
    session.add('stay');
    session.answer('from', ['2026-05-01'], [0]);
    session.answer('from', ['2026-07-01'], [1]);
    for (const at of [0, 1]) session.answer('until', ['2026-06-01'], [at]);
    assert.deepEqual([brokenAt(session, 'until.0'), brokenAt(session, 'until.1')], [[], ['min-or-more']]);
  });

  const kinds: [type: Item['type'], more: object, limit: Value, low: Value][] = [
    ['date', {}, '2026-05-02', '2026-05-01'],
    ['dateTime', {}, '2026-05-02T10:00:00+02:00', '2026-05-02T09:59:00+02:00'],
    ['time', {}, '10:00', '09:59'],
    ['decimal', {}, 0.5, 0.4],
    ['quantity', { units: [{ text: 'kg', system: 'urn:u', code: 'kg' }] }, 50, { value: 49, unit: 'kg', system: 'urn:u', code: 'kg' }],
    ['quantity', { freeUnit: true }, 50, { value: 49, unit: 'stone' }],
  ];
  for (const [type, more, limit, low] of kinds) {
    it(`are possible for ${type}: ${JSON.stringify(low)} is below ${String(limit)}`, () => {
      const session = open(item('a', type, { ...more, dynamic: { min: as(`= ${JSON.stringify(limit)}`) } }));
      session.answer('a', [low]);
      assert.deepEqual([answers(session).a, brokenAt(session, 'a'), problems(session)], [[low], ['min-or-more'], []]);
    });
  }

  it('are not compared with a quantity in another unit', () => {
    const units = ['kg', 'g'].map((code) => ({ text: code, system: 'urn:u', code }));
    const session = open(item('a', 'quantity', { units, dynamic: { min: as('= 50') } }));
    session.answer('a', [{ value: 2, unit: 'g', system: 'urn:u', code: 'g' }]);
    assert.deepEqual(brokenAt(session, 'a'), []);
  });

  it('can be one of the two, and break nothing before there is an answer', () => {
    const session = open(item('low', 'integer', { dynamic: { min: as('= 3') } }), item('until', 'date', { dynamic: { max: as('= "2026-11-30"') } }));
    assert.deepEqual([limitsAt(session, 'low'), limitsAt(session, 'until')], [[3, undefined], [undefined, '2026-11-30']]);
    assert.deepEqual([brokenAt(session, 'until'), session.current.broken], [[], undefined]);
  });

  it('that do not work are reported once, and the item has none', () => {
    for (const expression of ['broken', 'fails', '= "soon"', '= true']) {
      const session = open(item('from', 'integer'), item('a', 'integer', { dynamic: { max: as(expression) } }));
      session.answer('a', [5]);
      assert.deepEqual([limitsAt(session, 'a'), session.current.broken, problems(session).length], [[undefined, undefined], undefined, 1], expression);
      const reason = { broken: /^a\.dynamic: Must be .*without mistakes/, fails: /^a\.dynamic: Must be evaluable .*possible/ }[expression] ?? /^a\.dynamic: Must be evaluable with a limit of its item as its result$/;
      assert.match(problems(session)[0]!, reason);
    }
  });

  it('between which no answer is possible are reported and left out, so that nobody is stuck', () => {
    const session = open(item('from', 'integer'), item('a', 'integer', { dynamic: { min: as('from'), max: as('= 5') } }));
    session.answer('from', [6]);
    session.answer('a', [7]);
    assert.deepEqual([limitsAt(session, 'a'), session.current.broken, problems(session)], [[undefined, undefined], undefined, ['a.dynamic: Must be evaluable with limits in order as its results']]);
  });

  it('do not stop a person for what they cannot change', () => {
    const session = open(item('a', 'integer', { readOnly: true, initial: [2], dynamic: { min: as('= 5') } }));
    assert.equal(session.current.broken, undefined);
  });

  it('stay the same objects while nothing changes', () => {
    const session = open(item('from', 'integer'), until, item('other', 'integer'));
    session.answer('from', [3]);
    session.answer('until', [2]);
    const before = instance(session, 'until');
    session.answer('other', [1]);
    assert.equal(instance(session, 'until'), before);
  });
});

describe('a definition with limits that follow from answers', () => {
  const read = (one: Item) => readDefinition({ ...intake, options: {}, items: [one], scoring: undefined, result: undefined });
  const codes = (one: Item): string[] => {
    const result = read(one);
    return result.ok ? [] : result.problems.map(({ path, code }) => `${path} ${code}`);
  };
  it('has them for items with limits', () => {
    assert.deepEqual(codes(item('a', 'date', { dynamic: { min: as('= 1'), max: as('= 2') } })), []);
    assert.deepEqual(codes(item('a', 'boolean', { dynamic: { max: as('= 1') } })), ['a.dynamic.max for-an-item-with-limits']);
  });

  it('has them for numbers, quantities, dates and times', () => {
    for (const type of ['integer', 'decimal', 'quantity', 'date', 'dateTime', 'time'] as const) {
      assert.deepEqual(codes(item('a', type, { dynamic: { min: as('= 1') }, ...(type === 'quantity' && { freeUnit: true }) })), [], type);
    }
  });

  it('has no limit of the item beside it', () => {
    assert.deepEqual(codes(item('a', 'integer', { min: 1, dynamic: { min: as('= 1') } })), ['a.dynamic.min without-a-limit-of-its-own']);
  });
});

describe('a result as a limit', () => {
  it('is a number for numbers and quantities, and a value of the item for others', () => {
    assert.deepEqual([isLimit(item('a', 'integer'), 1.5), isLimit(item('a', 'quantity'), 2), isLimit(item('a', 'quantity'), { value: 2 })], [true, true, false]);
    assert.deepEqual([isLimit(item('a', 'date'), '2026-01-01'), isLimit(item('a', 'date'), 2026), isLimit(item('a', 'group'), 1)], [true, false, false]);
  });

  it('leaves an answer possible if the lowest is not above the highest', () => {
    assert.deepEqual([areInOrder({ min: 1, max: 1 }), areInOrder({ min: 2, max: 1 }), areInOrder({ min: 2 }), areInOrder({ max: 1 }), areInOrder({})], [true, false, true, true, true]);
  });

  it('is the last value that is right', () => {
    const n = item('n', 'integer');
    const broken = (limits: Parameters<typeof brokenLimit>[1], ...given: Value[]): string | undefined => brokenLimit(n, limits, given)?.id;
    assert.deepEqual([broken({ min: 3 }, 3), broken({ min: 3 }, 2), broken({ max: 3 }, 3), broken({ max: 3 }, 4)], [undefined, 'min-or-more', undefined, 'max-or-less']);
    assert.deepEqual([broken({}, 1), broken({ min: 3, max: 5 })], [undefined, undefined]);
    assert.deepEqual(brokenLimit(n, { min: 3 }, [2]), { id: 'min-or-more', severity: 'error', expression: '', language: '' });
  });

  it('is about a quantity in the first unit of its item only', () => {
    const coded = item('q', 'quantity', { units: [{ text: 'mg', system: 'urn:u', code: 'mg' }, { text: 'g', system: 'urn:u', code: 'g' }] });
    const written = item('q', 'quantity', { units: [{ text: 'cups' }] });
    const broken = (one: Item, value: Value): string | undefined => brokenLimit(one, { min: 3 }, [value])?.id;
    assert.deepEqual([broken(coded, { value: 2, unit: 'Milligramm', code: 'mg' }), broken(coded, { value: 2, unit: 'g', code: 'g' })], ['min-or-more', undefined]);
    assert.deepEqual([broken(written, { value: 2, unit: 'cups' }), broken(written, { value: 2, unit: 'spoons' })], ['min-or-more', undefined]);
    assert.equal(broken(item('q', 'quantity'), { value: 2, unit: 'cups' }), 'min-or-more');
  });
});
