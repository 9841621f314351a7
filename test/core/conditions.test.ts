import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Condition, Item } from '../../src/core/instrument/instrument.ts';
import type { Session } from '../../src/core/answering/session.ts';
import { intake } from './fixtures/intake.ts';
import { keys } from './fixtures/session-view.ts';
import { sessionOf } from './fixtures/sessions.ts';

const number = (id: string, more: object = {}): Item => ({ id, type: 'integer', text: id, ...more });

/** A session with a repeating group of numbers `n`, and an item `x` with a condition. */
function asking(when: Condition, more: object = {}): Session {
  const group: Item = { id: 'g', type: 'group', text: 'G', repeats: { min: 0, add: 'Add', ...more }, items: [number('n', { when: { item: 'open', op: '!=', value: false } })] };
  return sessionOf({ ...intake, items: [{ id: 'open', type: 'boolean', text: 'Open?', initial: [true] }, group, number('x', { when })] });
}

const isAsked = (session: Session): boolean => keys(session).includes('x');

describe('a condition on an item in another repetition', () => {
  it('holds with `any` if it holds for one of the answers', () => {
    const session = asking({ item: 'n', op: '>', value: 3, over: 'any' });
    assert.ok(!isAsked(session));
    session.add('g');
    session.answer('n', [2], [0]);
    assert.ok(!isAsked(session));
    session.answer('n', [4], [1]);
    assert.ok(isAsked(session));
    session.remove('g', [1]);
    assert.ok(!isAsked(session));
  });

  it('holds with `all` if it holds for each answer', () => {
    const session = asking({ item: 'n', op: '>', value: 3, over: 'all' });
    assert.ok(isAsked(session), 'there are none');
    session.answer('n', [4], [0]);
    session.add('g');
    assert.ok(isAsked(session), 'a blank one does not count');
    session.answer('n', [2], [1]);
    assert.ok(!isAsked(session));
    session.answer('n', [5], [1]);
    assert.ok(isAsked(session));
    session.leaveOut('n', 'declined', [1]);
    assert.ok(!isAsked(session));
  });

  it('sees an item that is not asked as unanswered', () => {
    const session = asking({ item: 'n', is: 'answered', over: 'any' });
    session.answer('n', [1], [0]);
    assert.ok(isAsked(session));
    session.answer('open', [false]);
    assert.ok(!isAsked(session));
  });

  it('sees only the repetitions that both have around them', () => {
    const drug: Item = { id: 'drug', type: 'group', text: 'Drug', repeats: { add: 'Add' }, items: [number('dose')] };
    const visit: Item = { id: 'visit', type: 'group', text: 'Visit', repeats: { min: 2 }, items: [drug, number('why', { when: { item: 'dose', op: '>', value: 3, over: 'any' } })] };
    const session = sessionOf({ ...intake, items: [visit] });
    session.add('drug', [1]);
    session.answer('dose', [4], [1, 1]);
    assert.deepEqual(keys(session).filter((key) => key.startsWith('why')), ['why.1']);
  });

  it('is tested again in each repetition of another group', () => {
    const group = (id: string, items: Item[]): Item => ({ id, type: 'group', text: id, repeats: { min: 2, add: 'Add' }, items });
    const session = sessionOf({ ...intake, items: [group('g', [number('n')]), group('h', [number('why', { when: { item: 'n', op: '>', value: 3, over: 'any' } })])] });
    session.answer('n', [4], [1]);
    assert.deepEqual(keys(session).filter((key) => key.startsWith('why')), ['why.0', 'why.1']);
  });

  it('is tested at once in a new repetition', () => {
    const session = sessionOf({ ...intake, items: [{ id: 'g', type: 'group', text: 'G', repeats: { add: 'Add' }, items: [number('n'), number('why', { when: { item: 'n', is: 'unanswered' } })] }] });
    session.add('g');
    assert.deepEqual(keys(session), ['g.0', 'n.0', 'why.0', 'g.1', 'n.1', 'why.1']);
  });

  it('without `any` or `all` finds no answer', () => {
    const session = asking({ item: 'n', is: 'unanswered' });
    session.answer('n', [1], [0]);
    assert.ok(isAsked(session));
  });

  it('can be about a question that repeats', () => {
    const pets: Item = { id: 'pet', type: 'text', text: 'Pet', repeats: { add: 'Add' } };
    const session = sessionOf({ ...intake, items: [pets, number('walks', { when: { item: 'pet', op: '=', value: 'dog', over: 'any' } })] });
    session.answer('pet', ['cat'], [0]);
    session.add('pet');
    session.answer('pet', ['dog'], [1]);
    assert.deepEqual(keys(session), ['pet.0', 'pet.1', 'walks']);
  });
});

describe('exists', () => {
  for (const value of [true, false]) {
    it(`${value} distinguishes only whether the item is answered`, () => {
      const session = asking({ item: 'open', op: 'exists', value });
      assert.equal(isAsked(session), value, 'a value at the start is an answer');
      session.leaveOut('open', 'declined');
      assert.equal(isAsked(session), !value);
      session.answer('open', [false]);
      assert.equal(isAsked(session), value);
    });
  }
});
