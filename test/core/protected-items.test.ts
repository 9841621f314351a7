import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instrument, Item } from '../../src/core/instrument/instrument.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { intake } from './fixtures/intake.ts';
import { answers, instance, keys, problemOf } from './fixtures/session-view.ts';
import { sessionOf } from './fixtures/sessions.ts';

const text = (id: string, more: Partial<Item> = {}): Item => ({ id, type: 'text', text: id, line: true, ...more }) as Item;
const whenYes = { when: { item: 'a', op: '=' as const, value: 'yes' }, disabledDisplay: 'protected' as const };
const form = (...items: Item[]): Instrument => ({ ...intake, items });

describe('an item that is shown while it is not asked', () => {
  it('cannot be answered, does not count, and its answer is not in the record until it is asked again', () => {
    const session = sessionOf(form(text('a'), text('b', { ...whenYes, required: true })));
    assert.deepEqual([keys(session), instance(session, 'b')!.isOff, session.current.total, session.current.needed], [['a', 'b'], true, 1, []]);
    assert.equal(problemOf(session.answer('b', ['x'])), 'asked');
    session.answer('a', ['yes']);
    assert.deepEqual([instance(session, 'b')!.isOff, session.current.total], [false, 2]);
    session.answer('b', ['x']);
    session.answer('a', ['no']);
    assert.deepEqual([instance(session, 'b')!.answer?.state, answers(session)], ['answered', { a: ['no'] }]);
    session.answer('a', ['yes']);
    assert.deepEqual(answers(session), { a: ['yes'], b: ['x'] });
  });

  it('takes what is in it along, but not what has a condition of its own', () => {
    const inner = [text('c'), text('d', { when: { item: 'c', is: 'answered' } })];
    const session = sessionOf(form(text('a'), { id: 'g', type: 'group', text: 'g', ...whenYes, items: inner } as Item));
    assert.deepEqual([keys(session), instance(session, 'c')!.isOff], [['a', 'g', 'c'], true]);
    session.answer('a', ['yes']);
    session.answer('c', ['x']);
    assert.deepEqual(keys(session), ['a', 'g', 'c', 'd']);
  });

  it('counts as unanswered in other conditions', () => {
    const session = sessionOf(form(text('a'), text('b', whenYes), text('c', { when: { item: 'b', is: 'answered' } })));
    session.answer('a', ['yes']);
    session.answer('b', ['x']);
    assert.deepEqual(keys(session), ['a', 'b', 'c']);
    session.answer('a', ['no']);
    assert.deepEqual(keys(session), ['a', 'b']);
  });

  it('is hidden if it does not say so, and a definition can say nothing else', () => {
    const session = sessionOf(form(text('a'), text('b', { when: whenYes.when })));
    assert.deepEqual(keys(session), ['a']);
    assert.equal(readDefinition({ ...intake, options: {}, items: [{ ...text('b'), disabledDisplay: 'hidden' }] }).ok, false);
  });
});
