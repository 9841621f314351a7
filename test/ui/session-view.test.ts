import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Sendable, Submission } from '../../src/core/record/submission.ts';
import { initialState, type Page } from '../../src/elements/session/session-state.ts';
import { viewOf, type Facts } from '../../src/elements/session/session-view.ts';

const record = { id: 's' };
const sent: Submission<Sendable> = { state: 'sent', record, attempt: 1 };
const failed: Submission<Sendable> = { state: 'failed', record, attempt: 1, isUnheard: false };

const view = (facts: Partial<Facts> = {}) =>
  viewOf({
    state: initialState,
    submission: { state: 'idle' },
    count: 3,
    hasAnswers: false,
    canSend: true,
    hasCopy: false,
    ...facts,
  });
const at = (step: number, page: Page = 'steps') => ({ ...initialState, step, page });

describe('the actions of a session under its questionnaires', () => {
  const offered: [when: string, facts: Partial<Facts>, actions: string[]][] = [
    ['at the first step', {}, ['next']],
    ['between two steps', { state: at(2) }, ['back', 'next']],
    ['at the last step', { state: at(3) }, ['back', 'send']],
    ['with one step, or all steps at once', { count: 1 }, ['send']],
    ['with all steps at once, whatever the step was before', { state: at(3), count: 1 }, ['send']],
    ['if it cannot send', { count: 1, canSend: false }, []],
    ['after an answer', { hasAnswers: true, hasCopy: true }, ['next', 'copy', 'erase']],
    ['on a shared device', { hasAnswers: true }, ['next', 'erase']],
    ['after sending failed', { state: at(3), hasAnswers: true, submission: failed }, ['back', 'send', 'erase']],
  ];
  for (const [when, facts, actions] of offered) {
    it(`${when}: ${actions.join(', ') || 'nothing'}`, () => assert.deepEqual(view(facts).offers, actions));
  }
});

describe('the view of a session', () => {
  it('has the intro and the full crisis notice with the first step, or with all steps at once', () => {
    const shown = [{}, { state: at(2) }, { state: at(2), count: 1 }, { state: at(1, 'review') }, { submission: sent }];
    assert.deepEqual(shown.map((facts) => view(facts).first), [true, false, true, false, false]);
  });

  it('has the thanks after the host has the records, also from a review, but not in place of a copy or a question', () => {
    for (const page of ['steps', 'review'] as const) assert.equal(view({ submission: sent, state: at(2, page) }).over, true);
    for (const page of ['copy', 'erase', 'erased', 'erased-sent'] as const) {
      assert.equal(view({ submission: sent, state: at(2, page) }).over, false);
    }
  });

  it('still has the questionnaires if sending failed', () => {
    assert.equal(view({ submission: failed }).over, false);
  });
});
