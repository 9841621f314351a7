import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { goalCourse } from '../../src/core/change/goal-course.ts';
import type { Answer, Response } from '../../src/core/record/response.ts';
import { answered } from './answers.ts';

const record = (id: string, at: string, answers: Answer[]): Response => ({
  schema: 1,
  id,
  instrument: { id: 'progress-check-in', version: '1.0.0', options: {} },
  status: 'completed',
  startedAt: at,
  completedAt: at,
  locale: 'en',
  answers,
  software: { name: 'attune-elements', version: '0.1.0' },
});

const day = (n: number): string => `2026-03-${String(n).padStart(2, '0')}T10:00:00+01:00`;

/** A check-in on a day of March. Without a goal, the record has no answer for the goal. */
const on = (n: number, goal?: string, close?: number): Response =>
  record(`r${n}`, day(n), [
    ...(goal === undefined ? [] : [answered('p1', goal)]),
    ...(close === undefined ? [] : [answered('p2', close)]),
  ]);

const course = (...records: Response[]) =>
  goalCourse(records, 'p1', 'p2').map(({ goal, points }) => [goal, ...points.map(({ value }) => value)]);

describe('the course of a rating about a goal', () => {
  it('is one stretch while the goal stays the same, in order of time', () => {
    assert.deepEqual(course(on(3, 'sleep', 4), on(1, 'sleep', 2), on(2, 'sleep', 0)), [['sleep', 2, 0, 4]]);
    assert.deepEqual(goalCourse([on(1, 'sleep', 2)], 'p1', 'p2'), [{ goal: 'sleep', points: [{ at: day(1), value: 2 }] }]);
  });

  it('compares points in time, not their texts, because offsets differ', () => {
    const evening = record('a', '2026-03-01T23:00:00-05:00', [answered('p1', 'sleep'), answered('p2', 2)]);
    const morning = record('b', '2026-03-02T04:30:00+01:00', [answered('p1', 'sleep'), answered('p2', 1)]);
    assert.deepEqual(course(evening, morning), [['sleep', 1, 2]]);
  });

  it('uses the start time of a record that is not completed', () => {
    const { completedAt: _, ...begun } = on(1, 'sleep', 1);
    assert.deepEqual(course(on(2, 'sleep', 2), { ...begun, status: 'in-progress' }), [['sleep', 1, 2]]);
  });

  it('begins a new stretch when the goal changes, also when an old goal returns', () => {
    assert.deepEqual(course(on(1, 'a', 1), on(2, 'b', 2), on(3, 'a', 3)), [['a', 1], ['b', 2], ['a', 3]]);
  });

  it('ignores white space and letter case in the goal, and uses the first wording', () => {
    assert.deepEqual(course(on(1, 'Sleep well', 1), on(2, ' sleep\n well ', 2), on(3, 'Sleep well!', 3)), [
      ['Sleep well', 1, 2],
      ['Sleep well!', 3],
    ]);
    assert.deepEqual(course(on(1, 'Every day', 1), on(2, 'everyday', 2)), [['Every day', 1], ['everyday', 2]]);
    assert.deepEqual(course(on(1, 'Maße', 1), on(2, 'Masse', 2)), [['Maße', 1], ['Masse', 2]], 'two words, of which capitals are equal');
  });

  it('has gaps, not zeros, for missing answers', () => {
    const declined = record('d', day(3), [answered('p1', 'a'), { item: 'p2', state: 'declined' }]);
    assert.deepEqual(course(on(1, 'a', 0), on(2), declined, on(4, 'a', 1)), [['a', 0, undefined, undefined, 1]]);
    assert.deepEqual(Object.keys(goalCourse([declined], 'p1', 'p2')[0]!.points[0]!), ['at']);
  });

  it('begins with the first goal', () => {
    assert.deepEqual(course(on(1), on(2, 'a', 5)), [['a', 5]]);
    assert.deepEqual(course(on(1)), []);
    assert.deepEqual(course(), []);
  });

  it('counts a record once, and a replaced record never', () => {
    assert.deepEqual(course(on(1, 'a', 1), on(2, 'a', 2), on(1, 'a', 1)), [['a', 1, 2]]);
    assert.deepEqual(course(on(1, 'a', 1), { ...on(2, 'a', 7), replaces: 'r1' }), [['a', 7]]);
  });

  it('reads only answers outside repeating groups', () => {
    const inside = record('x', day(1), [answered('p1', 'a'), answered('p2', 3, [0])]);
    assert.deepEqual(course(inside), [['a', undefined]]);
  });

  const records = fc.array(
    fc.record({ n: fc.integer({ min: 1, max: 28 }), goal: fc.option(fc.constantFrom('a', 'b', 'c')), close: fc.option(fc.nat(10)) }),
    { maxLength: 12 },
  );
  const made = (list: { n: number; goal: string | null; close: number | null }[]): Response[] =>
    list.map(({ n, goal, close }) => on(n, goal ?? undefined, goal === null ? undefined : (close ?? undefined)));

  it('does not depend on the order of the records, and changes none of them', () => {
    fc.assert(
      fc.property(records, (list) => {
        const days = made(list.filter(({ n }, i) => list.findIndex((other) => other.n === n) === i));
        const before = structuredClone(days);
        assert.deepEqual(course(...days), course(...[...days].reverse()));
        assert.deepEqual(days, before);
      }),
    );
  });

  it('has every point from the first goal on, and never joins two goals', () => {
    fc.assert(
      fc.property(records, (list) => {
        const days = made(list.filter(({ n }, i) => list.findIndex((other) => other.n === n) === i)).sort((a, b) =>
          a.startedAt < b.startedAt ? -1 : 1,
        );
        const first = days.findIndex(({ answers }) => answers.length);
        const stretches = goalCourse(days, 'p1', 'p2');
        assert.equal(stretches.flatMap(({ points }) => points).length, first < 0 ? 0 : days.length - first);
        stretches.slice(1).forEach(({ goal }, i) => assert.notEqual(goal, stretches[i]!.goal));
      }),
    );
  });
});
