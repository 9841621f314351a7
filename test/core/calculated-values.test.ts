import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instrument, Item } from '../../src/core/instrument/instrument.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import { intake } from './fixtures/intake.ts';
import { answers, instance, keys, problemOf } from './fixtures/session-view.ts';
import { completed, sessionOf } from './fixtures/sessions.ts';

const number = (id: string, more: Partial<Item> = {}): Item => ({ id, type: 'decimal', text: id, ...more }) as Item;
const total = (more: Partial<Item>): Item => number('total', { readOnly: true, ...more });
const form = (items: Item[], more: Partial<Instrument> = {}): Instrument => ({ ...intake, items, ...more });

describe('a calculated value', () => {
  it('is the sum of what is answered: numbers, and the weights of choices', () => {
    const session = sessionOf(form([number('a'), { id: 'b', type: 'choice', text: 'b', scale: 'agree' }, total({ calculate: { sum: ['a', 'b'] } })]));
    assert.deepEqual(answers(session), {});
    session.answer('a', [0.1]);
    assert.deepEqual(answers(session), { a: [0.1], total: [0.1] });
    session.answer('b', ['high']);
    assert.deepEqual(answers(session).total, [2.1]);
    session.leaveOut('a', 'declined');
    assert.deepEqual(answers(session).total, [2]);
  });

  it('has no rounding errors', () => {
    const session = sessionOf(form([number('a'), number('b'), total({ calculate: { sum: ['a', 'b'] } })]));
    session.answer('a', [0.1]);
    session.answer('b', [0.2]);
    assert.deepEqual(answers(session).total, [0.3]);
  });

  it('is a difference only if both are answered', () => {
    const session = sessionOf(form([number('before'), number('after'), total({ calculate: { difference: ['before', 'after'] } })]));
    session.answer('before', [9]);
    assert.equal(answers(session).total, undefined);
    session.answer('after', [4]);
    assert.deepEqual(answers(session).total, [5]);
  });

  it('counts what is answered, not what was left out', () => {
    const items: Item[] = [{ id: 'a', type: 'text', text: 'a' }, { id: 'b', type: 'boolean', text: 'b' }, { id: 'n', type: 'integer', text: 'n', readOnly: true, calculate: { count: ['a', 'b'] } }];
    const session = sessionOf(form(items));
    assert.deepEqual(answers(session).n, [0]);
    session.answer('a', ['x']);
    session.leaveOut('b', 'unknown');
    assert.deepEqual(answers(session).n, [1]);
  });

  it('is the raw score of a scale, as score() computes it', () => {
    const items: Item[] = [number('a', { min: 0, max: 3 }), number('b', { min: 0, max: 3 }), total({ calculate: { scale: 'total' } })];
    const scoring = { total: { method: 'sum' as const, items: ['a', 'b'], least: 1 } };
    const session = sessionOf(form(items, { scoring }));
    assert.equal(answers(session).total, undefined);
    session.answer('a', [2]);
    assert.deepEqual(answers(session).total, [4], 'a missing item counts as the others');
    session.answer('b', [0]);
    assert.deepEqual(answers(session).total, [2]);
    const draft = { language: 'de', revision: 1, standing: 'draft' as const };
    const translated = sessionOf(form(items, { scoring, translation: draft }));
    translated.answer('a', [2]);
    assert.equal(answers(translated).total, undefined, 'a draft translation is not scored');
  });

  it('is the raw score of the total only if every scale has a score, where the total asks for that', () => {
    const items: Item[] = [number('a', { min: 0, max: 3 }), number('b', { min: 0, max: 3 }), total({ calculate: { scale: 'total' } })];
    const scale = (id: string) => ({ method: 'sum' as const, items: [id], least: 1 });
    const scoring = { scales: { a: scale('a'), b: scale('b') }, total: { method: 'sum' as const, items: ['a', 'b'], least: 1, everyScale: true as const } };
    const session = sessionOf(form(items, { scoring }));
    session.answer('a', [2]);
    assert.equal(answers(session).total, undefined);
    session.answer('b', [1]);
    assert.deepEqual(answers(session).total, [3]);
    const withoutScales = sessionOf(form(items, { scoring: { total: scoring.total } }));
    withoutScales.answer('a', [2]);
    assert.deepEqual(answers(withoutScales).total, [4]);
  });

  it('is none without a score, also as a text, and leaves items without weights out of the score', () => {
    const items: Item[] = [
      number('a', { min: 0, max: 3 }),
      { id: 'words', type: 'text', text: 'Words' },
      { id: 'told', type: 'text', text: 'Told', readOnly: true, calculate: { scale: 'total' } },
    ];
    const session = sessionOf(form(items, { scoring: { total: { method: 'sum', items: ['a', 'words', 'nowhere'], least: 1 } } }));
    assert.deepEqual(answers(session), {});
    session.answer('a', [2]);
    session.answer('words', ['7']);
    assert.deepEqual(answers(session), { a: [2], words: ['7'], told: ['2'] });
  });

  it('is none for an item that cannot have one', () => {
    const none: Item[] = [
      { id: 'day', type: 'date', text: 'Day', calculate: { sum: ['a'] } },
      { id: 'pick', type: 'choice', text: 'Pick', scale: 'agree', calculate: { sum: ['a'] } },
    ];
    const session = sessionOf(form([number('a'), ...none]));
    session.answer('a', [2]);
    assert.deepEqual(answers(session), { a: [2] });
  });

  it('leaves out what has no number: a text, a choice without a weight, an item that does not exist', () => {
    const choices = [{ code: 'some', text: 'Some', value: 5 }, { code: 'other', text: 'Other' }];
    const items: Item[] = [
      number('a'),
      { id: 'b', type: 'choice', text: 'b', choices },
      { id: 'c', type: 'text', text: 'c' },
      total({ calculate: { sum: ['a', 'b', 'c', 'nowhere'] } }),
    ];
    const session = sessionOf(form(items));
    session.answer('c', ['7']);
    assert.equal(answers(session).total, undefined);
    session.answer('a', [1]);
    session.answer('b', ['other']);
    assert.deepEqual(answers(session).total, [1]);
    session.answer('b', ['some']);
    assert.deepEqual(answers(session).total, [6]);
  });

  it('adds quantities in one unit, and none in different units', () => {
    const mass = (id: string, more: object = {}): Item => ({ id, type: 'quantity', text: id, units: [{ text: 'kg', code: 'kg' }, { text: 'g', code: 'g' }], ...more });
    const session = sessionOf(form([mass('a'), mass('b'), mass('all', { readOnly: true, decimals: 1, calculate: { sum: ['a', 'b'] } })]));
    session.answer('a', [{ value: 1.26, unit: 'kg', code: 'kg' }]);
    session.answer('b', [{ value: 2, unit: 'kg', code: 'kg' }]);
    assert.deepEqual(answers(session).all, [{ code: 'kg', unit: 'kg', value: 3.3 }]);
    session.answer('b', [{ value: 2, unit: 'g', code: 'g' }]);
    assert.equal(answers(session).all, undefined);
  });

  it('adds an item of another repetition over all of them, and one of the same repetition alone', () => {
    const items: Item[] = [
      { id: 'day', type: 'group', text: 'Day', repeats: { add: 'Add' }, items: [number('walked'), number('ran'), number('moved', { readOnly: true, calculate: { sum: ['walked', 'ran'] } })] },
      total({ calculate: { sum: ['moved'] } }),
    ];
    const session = sessionOf(form(items));
    session.answer('walked', [3], [0]);
    session.add('day');
    session.answer('ran', [5], [1]);
    assert.deepEqual(answers(session), { 'walked.0': [3], 'moved.0': [3], 'ran.1': [5], 'moved.1': [5], total: [8] });
    session.remove('day', [0]);
    assert.deepEqual(answers(session), { 'ran.0': [5], 'moved.0': [5], total: [5] });
  });

  it('can decide what is asked, and an item that is not asked does not count', () => {
    const items: Item[] = [
      number('a'),
      total({ calculate: { sum: ['a', 'b'] } }),
      number('b', { when: { item: 'a', op: '>', value: 1 } }),
      { id: 'why', type: 'text', text: 'Why?', when: { item: 'total', op: '>', value: 5 } },
      { id: 'n', type: 'integer', text: 'n', readOnly: true, hidden: true, calculate: { count: ['why'] } },
    ];
    const session = sessionOf(form(items));
    session.answer('a', [2]);
    session.answer('b', [4]);
    session.answer('why', ['x']);
    assert.deepEqual(answers(session), { a: [2], total: [6], b: [4], why: ['x'], n: [1] });
    session.answer('a', [1]);
    assert.deepEqual(answers(session), { a: [1], total: [1], n: [0] });
  });

  it('is the person’s own from the moment they change it, until they clear it', () => {
    const session = sessionOf(form([number('a'), number('guess', { calculate: { sum: ['a'] } })]));
    session.answer('a', [1]);
    assert.equal(instance(session, 'guess')?.source, 'calculated');
    session.answer('guess', [7]);
    session.answer('a', [2]);
    assert.deepEqual(answers(session).guess, [7]);
    session.clear('guess');
    assert.deepEqual(answers(session).guess, [2]);
    session.leaveOut('guess', 'declined');
    session.answer('a', [3]);
    assert.equal(answers(session).guess, 'declined');
  });

  it('replaces the value that the item has at the start', () => {
    const session = sessionOf(form([number('a'), number('guess', { initial: [7], calculate: { sum: ['a'] } })]));
    session.answer('a', [1]);
    assert.deepEqual(answers(session).guess, [1]);
  });

  it('is an instance like any other, and the same object while the value is the same', () => {
    const count = number('n', { readOnly: true, calculate: { count: ['a'] } });
    const sum = number('s', { readOnly: true, calculate: { sum: ['a'] } });
    const session = sessionOf(form([{ id: 'g', type: 'group', text: 'G', repeats: {}, items: [number('a'), count, sum] }]));
    const before = { n: instance(session, 'n.0'), s: instance(session, 's.0') };
    const answer = { item: 'n', at: [0], state: 'answered', values: [0] };
    assert.deepEqual(before, { n: { key: 'n.0', item: count, at: [0], children: [], answer, source: 'calculated' }, s: { key: 's.0', item: sum, at: [0], children: [] } });
    assert.ok(Object.isFrozen(before.n!.at) && Object.isFrozen(before.n!.answer));
    session.leaveOut('a', 'declined', [0]);
    assert.deepEqual([instance(session, 'n.0') === before.n, instance(session, 's.0') === before.s], [true, true]);
    session.answer('a', [1], [0]);
    const once = instance(session, 'n.0');
    session.answer('a', [2], [0]);
    assert.equal(instance(session, 'n.0'), once);
  });

  it('cannot be changed by the person if it is read-only', () => {
    const session = sessionOf(form([number('a'), total({ calculate: { sum: ['a'] } })]));
    assert.equal(problemOf(session.answer('total', [1])), 'free-to-change');
    assert.equal(problemOf(session.leaveOut('total', 'declined')), 'free-to-change');
  });

  it('that the item cannot have is none, and is reported once', () => {
    const session = sessionOf(form([number('a'), total({ min: 0, max: 5, calculate: { sum: ['a'] } } as Partial<Item>)]));
    session.answer('a', [4]);
    assert.deepEqual([answers(session).total, session.current.problems], [[4], undefined]);
    session.answer('a', [6]);
    assert.equal(answers(session).total, undefined);
    session.answer('a', [-7]);
    assert.equal(answers(session).total, undefined);
    assert.deepEqual(session.current.problems?.map(({ path, code }) => `${path} ${code}`), ['total.calculate max-or-less']);
  });

  it('is never infinite', () => {
    const session = sessionOf(form([number('a'), number('b'), total({ calculate: { sum: ['a', 'b'] } })]));
    session.answer('a', [1e308]);
    session.answer('b', [1e308]);
    assert.equal(answers(session).total, undefined);
  });

  it('alone leaves the form blank and counts in no progress', () => {
    const session = sessionOf(form([number('a'), { id: 'n', type: 'integer', text: 'n', readOnly: true, calculate: { count: ['a'] } }]));
    const { pristine, total, answered, blank } = session.current;
    assert.deepEqual({ pristine, total, answered, blank }, { pristine: true, total: 1, answered: 0, blank: ['a'] });
  });

  it('is an answer of the record, which a restored session calculates again', () => {
    const instrument = form([number('a'), number('guess', { calculate: { sum: ['a'] } }), total({ calculate: { sum: ['a', 'guess'] } })]);
    const session = sessionOf(instrument);
    session.answer('a', [1]);
    session.answer('guess', [5]);
    const record = JSON.parse(JSON.stringify(completed(session)));
    assert.deepEqual(record.answers, [
      { item: 'a', state: 'answered', values: [1] },
      { item: 'guess', state: 'answered', values: [5] },
      { item: 'total', state: 'answered', values: [6] },
    ]);
    const read = readResponse(instrument, record);
    assert.ok(read.ok);
    const restored = sessionOf(instrument, { restore: read.response });
    assert.deepEqual(restored.current.instances.map(({ answer }) => answer), session.current.instances.map(({ answer }) => answer));
    restored.answer('a', [2]);
    assert.deepEqual(answers(restored), { a: [2], guess: [5], total: [7] });
  });

  it('that a record has is calculated again from then on, and not what differs from it', () => {
    const instrument = form([number('a'), number('same', { calculate: { sum: ['a'] } }), number('other', { calculate: { sum: ['a'] } }), number('wrong', { calculate: { sum: ['a'] } })]);
    const given = [
      { item: 'a', state: 'answered', values: [1] },
      { item: 'same', state: 'answered', values: [1] },
      { item: 'other', state: 'declined' },
      { item: 'wrong', state: 'answered', values: ['one'] },
    ] as const;
    const session = sessionOf(instrument, { given });
    assert.deepEqual([answers(session), session.current.rejected], [{ a: [1], same: [1], other: 'declined' }, ['wrong']]);
    session.answer('a', [2]);
    assert.deepEqual([answers(session), session.current.rejected], [{ a: [2], same: [2], other: 'declined' }, ['wrong']]);
  });

  it('of a record that is not what follows from its answers is refused', () => {
    const instrument = form([number('a'), total({ calculate: { sum: ['a'] } })]);
    const session = sessionOf(instrument);
    session.answer('a', [1]);
    const record = JSON.parse(JSON.stringify(completed(session)));
    record.answers[1].values = [99];
    const read = readResponse(instrument, record);
    assert.deepEqual(read.ok || read.problems.map(({ path, code }) => `${path} ${code}`), ['answers[1] as-calculated-or-asked']);
  });

  it('stays calculated when the wording changes', () => {
    const instrument = form([number('a'), number('guess', { calculate: { sum: ['a'] } })]);
    const session = sessionOf(instrument);
    session.answer('a', [1]);
    session.translate({ ...instrument, language: 'de' });
    session.answer('a', [2]);
    assert.deepEqual(answers(session).guess, [2]);
    assert.deepEqual(keys(session), ['a', 'guess']);
  });
});
