import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Said } from './page-of-a-person.ts';
import { Person } from './person.ts';

const TEXT = 'I want this.';

/** A person who is at their first text and says this, until the browser is killed. */
const killedAfter = (...said: Said[]): Person => {
  const person = new Person(() => TEXT);
  person.hear({ what: 'began' });
  person.next();
  said.forEach(person.hear);
  person.killed(Date.now());
  return person;
};

test('a draft that was on the device and does not come back is a problem', () => {
  const person = killedAfter({ what: 'typed', text: 'I w' }, { what: 'draft is on the device', text: 'I w' });
  person.hear({ what: 'began' });
  assert.deepEqual(person.problems, ['no draft of: I w']);
});

test('so is one that comes back with less than the device had, or with something else', () => {
  for (const text of ['I', 'I wish']) {
    const person = killedAfter({ what: 'draft is on the device', text: 'I w' });
    person.hear({ what: 'came back', text });
    assert.deepEqual(person.problems, [`came back as: ${text}; on the device: I w`]);
  }
});

test('a record is owed if it was on the device, or its draft was and does not come back', () => {
  for (const what of ['draft is on the device', 'record is on the device'] as const) {
    const person = killedAfter({ what, text: TEXT }, { what: 'sends', text: TEXT });
    person.hear({ what: 'began' });
    assert.deepEqual([[...person.owed], person.problems], [[TEXT], []]);
  }
});

test('a draft that comes back although the device has its record is a problem', () => {
  const person = killedAfter({ what: 'draft is on the device', text: TEXT }, { what: 'sends', text: TEXT }, { what: 'record is on the device', text: TEXT });
  person.hear({ what: 'came back', text: TEXT });
  assert.deepEqual(person.problems, [`asked again for: ${TEXT}`]);
});

test('a record that was nowhere on the device when the browser was killed is counted, and not owed', () => {
  const person = killedAfter({ what: 'sends', text: TEXT });
  person.hear({ what: 'began' });
  assert.deepEqual([[...person.tooEarly], [...person.owed]], [[TEXT], []]);
});
