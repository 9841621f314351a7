import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deepFreeze } from '../../src/core/plain-data/deep-freeze.ts';
import { intake } from './fixtures/intake.ts';
import { flat, instance } from './fixtures/session-view.ts';
import { completed, sessionOf } from './fixtures/sessions.ts';

describe('the identity of an instance', () => {
  it('is the same for every instance that did not change', () => {
    const session = sessionOf(intake, { pageSize: 2 });
    session.answer('trust', [9]);
    session.add('person');
    const before = session.current;
    const old = new Map(flat(before.instances).map((one) => [one.key, one]));
    session.answer('name', ['Ann'], [1]);
    const changed = flat(session.current.instances).filter((one) => old.has(one.key) && old.get(one.key) !== one);
    assert.deepEqual(changed.map(({ key }) => key), ['person.1', 'name.1']);
    assert.equal(session.current.rejected, before.rejected);
    assert.equal(session.current.pages[0], before.pages[0]);
  });

  it('is the same for the follow-ups of a question that is answered', () => {
    const session = sessionOf(intake);
    session.answer('mood', ['low']);
    const children = instance(session, 'mood')?.children;
    session.leaveOut('mood', 'declined');
    session.answer('mood', ['low']);
    session.answer('mood-why', ['Rain']);
    const now = instance(session, 'mood')?.children;
    session.answer('trust', [1]);
    assert.notEqual(now, children);
    assert.equal(instance(session, 'mood')?.children, now);
  });

  it('is the same for the whole tree when another page is shown', () => {
    const session = sessionOf(intake);
    const before = session.current;
    assert.ok(session.goTo(2).ok);
    assert.equal(session.current.instances, before.instances);
    assert.equal(session.current.pages, before.pages);
    assert.equal(session.current.response, before.response);
  });

  it('is safe to share: everything is frozen, and the instrument is unchanged', () => {
    const session = sessionOf(deepFreeze(structuredClone(intake)));
    session.answer('helps', ['talk']);
    const record = completed(session, { subject: 'p1' });
    const { current } = session;
    for (const part of [
      current, current.instances, current.instances[0], current.pages, current.pages[0], current.blank, current.rejected,
      record, record.answers, record.answers[0], Object.values(record.answers[0]!).at(-1),
      record.instrument, record.instrument.options, record.software,
    ]) {
      assert.ok(Object.isFrozen(part));
    }
  });
});
