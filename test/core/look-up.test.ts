import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lookUp } from '../../src/core/look-up.ts';
import { answered } from './answers.ts';
import { intake } from './fixtures/intake.ts';
import { left } from './records.ts';

describe('what stands at an item', () => {
  const at = lookUp(intake, {
    answers: [
      answered('mood', 'high'),
      left('alone', 'declined'),
      answered('name', 'Ada', [0]),
      answered('last-goal', 'To sleep'),
      answered('weight', 0),
    ],
  });
  const state = (id: string): string => at(id).state;

  it('is its answer, or how it was left out', () => {
    assert.deepEqual(at('mood'), answered('mood', 'high'));
    assert.deepEqual(at('weight'), answered('weight', 0));
    assert.equal(state('alone'), 'declined');
  });

  it('is nothing where it is blank', () => assert.equal(state('since'), 'blank'));

  it('is not a blank where its condition does not hold, where nobody sees it, and where there is nothing to answer', () => {
    for (const id of ['mood-why', 'people', 'last-goal', 'welcome', 'closing', 'no-such-item']) assert.equal(state(id), 'not-asked', id);
    assert.equal(state('reached'), 'blank', 'its condition looks at what is hidden');
  });

  it('is many things in a group that repeats', () => assert.equal(state('name'), 'repeated'));
});
