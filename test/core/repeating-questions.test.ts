import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instrument, Item } from '../../src/core/instrument/instrument.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import { intake } from './fixtures/intake.ts';
import { answers, instance, keys, problemOf } from './fixtures/session-view.ts';
import { completed, sessionOf } from './fixtures/sessions.ts';

const form = (items: Item[]): Instrument => ({ ...intake, items });
const drug: Item = {
  id: 'drug',
  type: 'text',
  text: 'What do you take?',
  repeats: { max: 3, add: 'Add another' },
  items: [{ id: 'since', type: 'date', text: 'Since when?', optional: true, when: { item: 'drug', is: 'answered' } }],
};

describe('a question that repeats', () => {
  it('has an answer for each repetition, and its follow-ups repeat with it', () => {
    const session = sessionOf(form([drug]));
    assert.deepEqual(keys(session), ['drug.0']);
    session.answer('drug', ['Aspirin'], [0]);
    assert.deepEqual(keys(session), ['drug.0', 'since.0']);
    assert.ok(session.add('drug').ok);
    session.answer('drug', ['Iron'], [1]);
    session.answer('since', ['2026-01-01'], [1]);
    assert.deepEqual(answers(session), { 'drug.0': ['Aspirin'], 'drug.1': ['Iron'], 'since.1': ['2026-01-01'] });
    assert.equal(problemOf(session.answer('drug', ['No place'])), 'asked');
    assert.equal(problemOf(session.answer('drug', ['Not there yet'], [2])), 'asked');
  });

  it('can be added up to its limit, and removed. The later ones move up', () => {
    const session = sessionOf(form([drug]));
    assert.deepEqual([instance(session, 'drug.0')?.canAdd, instance(session, 'drug.0')?.canRemove], [true, false]);
    for (const n of [0, 1, 2]) {
      if (n) session.add('drug');
      session.answer('drug', [`drug ${n}`], [n]);
    }
    assert.equal(problemOf(session.add('drug')), 'allowed-to-repeat');
    session.answer('since', ['2026-01-01'], [2]);
    assert.ok(session.remove('drug', [1]).ok);
    assert.deepEqual(answers(session), { 'drug.0': ['drug 0'], 'drug.1': ['drug 2'], 'since.1': ['2026-01-01'] });
  });

  it('is blank only until enough repetitions are answered', () => {
    const session = sessionOf(form([{ ...drug, required: true, repeats: { min: 2, max: 3, add: 'Add' } } as Item]));
    assert.deepEqual([session.current.needed, session.current.total], [['drug.0', 'drug.1'], 2]);
    session.add('drug');
    assert.deepEqual(session.current.needed, ['drug.0', 'drug.1']);
    session.answer('drug', ['last'], [2]);
    assert.deepEqual([session.current.needed, session.current.blank, session.current.answered, session.current.total], [['drug.0'], ['drug.0'], 1, 2]);
    session.leaveOut('drug', 'declined', [0]);
    assert.deepEqual([session.current.needed, session.current.answered, session.current.total], [[], 2, 2]);
    session.answer('drug', ['middle'], [1]);
    assert.deepEqual([session.current.answered, session.current.total], [3, 3]);
  });

  it('is restored from a record with all its repetitions', () => {
    const session = sessionOf(form([drug]));
    session.add('drug');
    session.answer('drug', ['Iron'], [1]);
    const read = readResponse(session.instrument, JSON.parse(JSON.stringify(completed(session))));
    assert.ok(read.ok);
    const again = sessionOf(session.instrument, { restore: read.response });
    assert.deepEqual(keys(again), ['drug.0', 'drug.1', 'since.1']);
    assert.deepEqual(again.current.response.answers, session.current.response.answers);
  });

  it('is refused in a record beyond its limit, or without its index', () => {
    const { instrument, current } = sessionOf(form([drug]));
    const codesFor = (at?: number[]): unknown => {
      const read = readResponse(instrument, { ...current.response, answers: [{ item: 'drug', ...(at && { at }), state: 'answered', values: ['x'] }] });
      return read.ok || read.problems.map(({ code }) => code);
    };
    assert.deepEqual([codesFor([3]), codesFor(), codesFor([2])], [['index-in-each-repeating-group'], ['index-in-each-repeating-group'], true]);
  });

  it('in a group has its own index last', () => {
    const session = sessionOf(form([{ id: 'visit', type: 'group', text: 'Visit', repeats: { add: 'Add' }, items: [drug] }]));
    session.add('visit');
    session.add('drug', [1]);
    session.answer('drug', ['Iron'], [1, 1]);
    assert.deepEqual(answers(session), { 'drug.1.1': ['Iron'] });
    session.remove('visit', [0]);
    assert.deepEqual(answers(session), { 'drug.0.1': ['Iron'] });
    session.remove('drug', [0, 0]);
    assert.deepEqual(answers(session), { 'drug.0.0': ['Iron'] });
  });

  it('is on one page with all its repetitions', () => {
    const items: Item[] = [{ id: 'name', type: 'text', text: 'Name' }, { ...drug, repeats: { min: 3 } } as Item, { id: 'end', type: 'text', text: 'End' }];
    const session = sessionOf(form(items), { pageSize: 2 });
    assert.deepEqual(session.current.pages.map((page) => page.map(({ key }) => key)), [['name', 'drug.0', 'drug.1', 'drug.2'], ['end']]);
  });
});

describe('a read-only item', () => {
  const items: Item[] = [{ id: 'id', type: 'text', text: 'Your number', readOnly: true, required: true }, { id: 'name', type: 'text', text: 'Name' }];

  it('is shown and in the record, cannot be changed, and is never blank', () => {
    const session = sessionOf(form(items), { given: [{ item: 'id', state: 'answered', values: ['A1'] }] });
    assert.equal(problemOf(session.answer('id', ['B2'])), 'free-to-change');
    assert.equal(problemOf(session.clear('id')), 'free-to-change');
    assert.deepEqual(answers(session), { id: ['A1'] });
    assert.deepEqual([session.current.total, sessionOf(form(items)).current.needed], [1, []]);
  });
});
