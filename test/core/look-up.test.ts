import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lookUp } from '../../src/core/record/look-up.ts';
import { answered } from './answers.ts';
import { intake } from './fixtures/intake.ts';
import { left } from './records.ts';

describe('the state of an item', () => {
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

  it('is its answer, or the reason why it was left out', () => {
    assert.deepEqual(at('mood'), answered('mood', 'high'));
    assert.deepEqual(at('weight'), answered('weight', 0));
    assert.equal(state('alone'), 'declined');
  });

  it('is blank if the person did nothing', () => assert.equal(state('since'), 'blank'));

  it('is not-asked if its condition does not hold, if it is hidden, or if it is not a question', () => {
    for (const id of ['mood-why', 'people', 'last-goal', 'welcome', 'closing', 'no-such-item']) assert.equal(state(id), 'not-asked', id);
    assert.equal(state('reached'), 'blank', 'its condition depends on a hidden item');
  });

  it('is repeated in a repeating group', () => assert.equal(state('name'), 'repeated'));
});
