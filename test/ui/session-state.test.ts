import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  answer, askToSend, erase, fitStep, goTo, holdStep, initialState, reset, stepOf, type SessionState,
} from '../../src/elements/session/session-state.ts';

type State = SessionState<string>;

const steps = [['pulse'], ['empathy', 'boundary'], ['reflection']];
const start: State = initialState;
const atReview: State = { ...goTo(start, 3, steps), page: 'review' };

describe('a session in steps', () => {
  it('begins at the first step, without a questionnaire in use', () => {
    assert.deepEqual([start.step, start.busyWith, start.page], [1, undefined, 'steps']);
  });

  it('finds the step of a questionnaire', () => {
    assert.deepEqual(['pulse', 'boundary', 'reflection', 'other', undefined].map((one) => stepOf(one, steps)), [1, 2, 3, 0, 0]);
  });

  it('goes to a step, also from a review', () => {
    const { step, busyWith, page } = goTo(atReview, 2, steps);
    assert.deepEqual([step, busyWith, page], [2, 'empathy', 'steps']);
  });

  it('stays at the questionnaire in use if others are added or removed before it', () => {
    const busy = goTo(start, 2, steps);
    assert.equal(fitStep(busy, [['intro'], ...steps]).step, 3);
    assert.equal(fitStep(busy, steps.slice(1)).step, 1);
  });

  it('stays at the step number while the person has done nothing', () => {
    assert.equal(fitStep(start, [['intro'], ...steps]).step, 1);
    assert.equal(fitStep(holdStep(start, steps), [['intro'], ...steps]).step, 2);
  });

  it('forgets a removed questionnaire, and is never after the last step', () => {
    const left = fitStep(goTo(start, 3, steps), steps.slice(0, 2));
    assert.deepEqual([left.step, left.busyWith], [2, undefined]);
    assert.equal(fitStep(left, []).step, 1);
  });

  it('changes nothing if the person continues in the same step', () => {
    const busy = goTo(start, 2, steps);
    assert.equal(holdStep(busy, steps), busy);
    assert.equal(holdStep(busy, [['pulse'], ['boundary']]).busyWith, 'boundary');
  });
});

describe('a session that is sent', () => {
  it('sends nothing if nothing was answered, and shows this until something is', () => {
    const { state, isLeaving } = askToSend(start, false, true);
    assert.deepEqual([isLeaving, state.isEmpty, state.page, state.hasLeft], [false, true, 'steps', false]);
    assert.equal(answer(state, true).isEmpty, false);
  });

  it('shows the review first, and then sends from there', () => {
    const first = askToSend(start, true, true);
    assert.deepEqual([first.isLeaving, first.state.page, first.state.hasLeft], [false, 'review', false]);
    const second = askToSend(first.state, true, true);
    assert.deepEqual([second.isLeaving, second.state.page, second.state.hasLeft], [true, 'review', true]);
  });

  it('sends at once without a review', () => {
    const { state, isLeaving } = askToSend(start, true, false);
    assert.deepEqual([isLeaving, state.page, state.hasLeft], [true, 'steps', true]);
  });

  it('remembers that something was sent, also if there is nothing more to send', () => {
    const { state } = askToSend({ ...start, hasLeft: true }, false, false);
    assert.equal(state.hasLeft, true);
  });

  it('ends a review only if the last answer was removed', () => {
    assert.equal(answer(atReview, true).page, 'review');
    assert.equal(answer(atReview, false).page, 'steps');
    assert.equal(answer({ ...start, page: 'copy' }, false).page, 'copy');
  });
});

describe('a session that is erased', () => {
  const used: State = { ...goTo(start, 3, steps), hasLeft: true, isEmpty: true, isHidden: true, page: 'erase' };

  it('is at the beginning again, and stays hidden if it was hidden', () => {
    assert.deepEqual(reset(used), { ...initialState, isHidden: true });
  });

  it('shows that nothing was sent only if nothing was sent', () => {
    assert.equal(erase(used).page, 'erased-sent');
    assert.equal(erase({ ...used, hasLeft: false }).page, 'erased');
    assert.equal(erase(used).hasLeft, false);
  });
});
