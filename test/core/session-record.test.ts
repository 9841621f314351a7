import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Session } from '../../src/core/answering/session.ts';
import { intake } from './fixtures/intake.ts';
import { answers, keys } from './fixtures/session-view.ts';
import { completed, sessionOf } from './fixtures/sessions.ts';

describe('the record', () => {
  it('is the same object, once completed, until an answer or a detail changes', () => {
    const session = sessionOf(intake);
    session.answer('trust', [4]);
    const record = completed(session, { subject: 'p1' });
    assert.deepEqual(record, {
      schema: 1,
      id: 'r1',
      instrument: { id: 'intake', version: '1.2.0', options: { variant: 'long', topics: 'a b' }, language: 'en' },
      status: 'completed',
      startedAt: '2026-03-01T09:00:00.000+00:00',
      completedAt: '2026-03-01T09:01:00.000+00:00',
      locale: 'en-GB',
      answers: [{ item: 'trust', state: 'answered', values: [4] }],
      subject: 'p1',
      software: { name: 'attune-elements', version: '0.1.0' },
    });
    session.goTo(2);
    assert.equal(completed(session, { subject: 'p1' }), record);
    assert.notEqual(completed(session, { subject: 'p2' }), record);
    session.answer('trust', [5]);
    assert.equal(completed(session, { subject: 'p2' }).id, 'r1');
  });

  it('has a new id and names the record that it replaces if something changes after it was sent', () => {
    const session = sessionOf(intake);
    session.answer('trust', [4]);
    const first = session.complete();
    session.markSent(first);
    session.goTo(2);
    assert.equal(session.complete(), first);
    assert.equal(session.current.response, first);
    session.answer('trust', [5]);
    session.answer('trust', [4]);
    assert.equal(session.current.response.status, 'in-progress');
    const second = session.complete();
    assert.deepEqual([second.id, second.replaces, second.startedAt], ['r2', 'r1', first.startedAt]);
    session.markSent(second);
    session.setDetails({ author: 'client' });
    const third = session.complete();
    assert.deepEqual([third.id, third.replaces, third.author], ['r3', 'r2', 'client']);
  });

  it('has a new id if an answer changed between completing it and sending it', () => {
    const session = sessionOf(intake);
    const first = session.complete();
    session.answer('trust', [5]);
    session.markSent(first);
    assert.deepEqual([session.current.response.id, session.current.response.replaces], ['r2', 'r1']);
    assert.equal(session.complete().id, 'r2');
  });

  it('keeps its id if an earlier record is marked as sent again', () => {
    const session = sessionOf(intake);
    const first = session.complete();
    session.markSent(first);
    session.answer('trust', [5]);
    session.markSent(first);
    session.answer('trust', [6]);
    const second = session.complete();
    assert.deepEqual([second.id, second.replaces], ['r2', 'r1']);
  });

  it('keeps its id if it was completed and not sent', () => {
    const session = sessionOf(intake);
    session.complete();
    session.answer('trust', [5]);
    assert.equal(session.complete().id, 'r1');
  });

  it('can be read without a change and without a call of a listener', () => {
    const session = sessionOf(intake);
    session.setDetails({ subject: 'p1' });
    session.markSent(session.complete());
    const { current } = session;
    session.subscribe(() => assert.fail('a listener was called'));
    session.complete();
    session.setDetails({ subject: 'p1' });
    assert.equal(session.current, current);
  });

  it('has no empty details', () => {
    const record = completed(sessionOf(intake), { subject: '', disclosure: 'Your therapist reads this.' });
    assert.equal('subject' in record, false);
    assert.equal(record.disclosure, 'Your therapist reads this.');
  });
});

describe('restoring', () => {
  const draft = (): Session => {
    const session = sessionOf(intake);
    session.answer('trust', [9]);
    session.add('person');
    session.answer('name', ['Bo'], [1]);
    return session;
  };

  it('a draft keeps its id, and adds the repetitions that it needs', () => {
    const { response } = draft().current;
    const session = sessionOf(intake, { restore: response });
    assert.deepEqual(session.current.response, response);
    assert.ok(keys(session).includes('person.1'));
    session.answer('trust', [8]);
    const record = session.complete();
    assert.deepEqual([record.id, record.replaces], ['r1', undefined]);
  });

  it('a completed record returns the same record until something changes', () => {
    const record = completed(draft(), { subject: 'p1' });
    const session = sessionOf(intake, { restore: record, newId: () => 'new' });
    assert.equal(completed(session, { subject: 'p1' }), record);
    session.answer('trust', [8]);
    const next = completed(session, { subject: 'p1' });
    assert.deepEqual([next.id, next.replaces], ['new', 'r1']);
  });

  it('a completed record with other details is a change', () => {
    const session = sessionOf(intake, { restore: completed(draft(), { subject: 'p1' }), newId: () => 'new' });
    assert.equal(completed(session, { subject: 'p2' }).replaces, 'r1');
  });

  it('shows invalid values as rejected, and ignores answers that have no place', () => {
    const { response } = draft().current;
    const misfits = [
      { item: 'trust', state: 'answered', values: [99] },
      { item: 'gone', state: 'answered', values: [1] },
      { item: 'welcome', state: 'declined' },
      { item: 'name', at: [1e9], state: 'declined' },
    ] as const;
    const session = sessionOf(intake, { restore: { ...response, answers: misfits } });
    assert.deepEqual(answers(session), {});
    assert.deepEqual(session.current.rejected, ['trust']);
  });

  it('without a record starts blank under a new id, and calls the listeners', () => {
    const session = draft();
    const told: unknown[] = [];
    session.subscribe((snapshot) => told.push(snapshot));
    session.markSent(session.complete());
    session.goTo(3);
    session.reset();
    assert.deepEqual([session.current.response.id, session.current.response.replaces], ['r2', undefined]);
    assert.ok(session.current.pristine && session.current.page === 1);
    assert.equal(told.at(-1), session.current);
    session.reset(draft().current.response);
    assert.equal(session.current.response.id, 'r1');
    assert.deepEqual(answers(session)['name.1'], ['Bo']);
  });
});

describe('listeners', () => {
  it('are called once for each change, and not after they unsubscribed', () => {
    const session = sessionOf(intake);
    let heard = 0;
    const leave = session.subscribe(() => heard++);
    session.answer('trust', [1]);
    session.answer('trust', [1]);
    session.goTo(2);
    session.goTo(2);
    session.answer('trust', [99]);
    session.complete();
    assert.equal(heard, 3);
    leave();
    session.clear('trust');
    assert.equal(heard, 3);
  });
});
