import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Item } from '../../src/core/instrument/instrument.ts';
import type { Session } from '../../src/core/answering/session.ts';
import { intake } from './fixtures/intake.ts';
import { answers, instance, keys, problemOf } from './fixtures/session-view.ts';
import { sessionOf } from './fixtures/sessions.ts';

describe('a repeating group', () => {
  const people = (): Session => {
    const session = sessionOf(intake);
    session.answer('trust', [9]);
    session.answer('name', ['Ann'], [0]);
    session.add('person');
    session.answer('name', ['Bo'], [1]);
    session.answer('close', ['high'], [1]);
    session.add('event', [1]);
    session.answer('what', ['Walked'], [1, 1]);
    return session;
  };

  it('has at least its min and at most its max repetitions', () => {
    const session = sessionOf(intake);
    session.answer('trust', [9]);
    assert.deepEqual([instance(session, 'person.0')?.canAdd, instance(session, 'person.0')?.canRemove], [true, false]);
    assert.equal(problemOf(session.remove('person', [0])), 'allowed-to-repeat');
    assert.ok(session.add('person').ok && session.add('person').ok);
    assert.deepEqual([instance(session, 'person.2')?.canAdd, instance(session, 'person.2')?.canRemove], [false, true]);
    assert.equal(problemOf(session.add('person')), 'allowed-to-repeat');
    assert.equal(problemOf(session.remove('person', [3])), 'allowed-to-repeat');
    assert.equal(problemOf(session.remove('person', [-1])), 'allowed-to-repeat');
    assert.equal(problemOf(session.remove('person', [0.5])), 'allowed-to-repeat');
    assert.equal(problemOf(session.remove('trust', [0])), 'allowed-to-repeat');
    assert.equal(problemOf(session.add('event', [7])), 'asked');
    assert.equal(problemOf(session.remove('event', [7, 0])), 'asked');
  });

  it('has no other places than its repetitions', () => {
    const session = people();
    for (const at of [[2], [-1], [0.5], ['0'], [NaN], [0, 0]] as number[][]) {
      assert.equal(problemOf(session.answer('name', ['x'], at)), 'asked', JSON.stringify(at));
    }
    const given = [[-1], [0.5], [NaN], [3], []].map((at) => ({ item: 'name', at, state: 'declined' }) as const);
    assert.ok(sessionOf(intake, { given }).current.pristine);
  });

  it('that the person may add to has at least one repetition, and at most 100 by default', () => {
    const items: Item[] = [
      { id: 'g', type: 'group', text: 'G', repeats: { min: 0, add: 'Add' }, items: [{ id: 'a', type: 'text', text: 'A' }] },
    ];
    const session = sessionOf({ ...intake, items });
    assert.deepEqual([instance(session, 'g.0')?.canAdd, instance(session, 'g.0')?.canRemove], [true, false]);
    for (let n = 1; n < 100; n++) assert.ok(session.add('g').ok);
    assert.equal(problemOf(session.add('g')), 'allowed-to-repeat');
  });

  it('in another group moves only its own repetitions', () => {
    const session = people();
    session.answer('close', ['high'], [0]);
    session.add('event', [0]);
    session.answer('what', ['Swam'], [0, 1]);
    session.remove('event', [0, 0]);
    assert.deepEqual([answers(session)['what.0.0'], answers(session)['what.1.1']], [['Swam'], ['Walked']]);
  });

  it('evaluates a condition in the same repetition', () => {
    const session = people();
    assert.ok(keys(session).includes('how-close.1.0'));
    session.answer('close', ['middle'], [0]);
    assert.ok(keys(session).includes('what.0.0') && !keys(session).includes('how-close.0.0'));
  });

  it('moves the later repetitions up when one is removed', () => {
    const session = people();
    session.remove('person', [0]);
    assert.deepEqual(answers(session), { trust: [9], 'name.0': ['Bo'], 'close.0': ['high'], 'what.0.1': ['Walked'] });
    assert.deepEqual(session.current.response.answers.at(-1)?.at, [0, 1]);
    assert.equal(problemOf(session.remove('event', [0, 0])), '');
    assert.deepEqual(answers(session)['what.0.0'], ['Walked']);
  });

  it('keeps reasons and rejected values when a repetition moves', () => {
    const session = people();
    session.leaveOut('close', 'declined', [1]);
    session.answer('name', ['x'.repeat(30)], [1]);
    session.remove('person', [0]);
    assert.deepEqual(answers(session), { trust: [9], 'close.0': 'declined' });
    assert.deepEqual(instance(session, 'name.0')?.rejected?.given, ['x'.repeat(30)]);
    assert.equal(instance(session, 'name.0')?.rejected?.problem.path, 'name.0');
  });

  it('has a blank repetition when one is added after the last one was removed', () => {
    const session = people();
    session.remove('person', [1]);
    session.add('person');
    assert.deepEqual(answers(session), { trust: [9], 'name.0': ['Ann'] });
    assert.deepEqual(keys(session).filter((key) => key.startsWith('person')), ['person.0', 'person.1']);
  });

  it('keeps its repetitions and answers while it is not asked', () => {
    const session = people();
    const before = answers(session);
    session.answer('trust', [1]);
    assert.deepEqual(answers(session), { trust: [1] });
    session.answer('trust', [9]);
    assert.deepEqual(answers(session), before);
  });
});
