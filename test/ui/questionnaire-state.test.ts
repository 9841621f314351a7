import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instance } from '../../src/core/answering/snapshot.ts';
import {
  answer,
  begin,
  setHidden,
  initialState,
  pointOutBlanks,
  refuse,
  send,
  openPage,
  showErased,
  showErrors,
  submitWithForm,
  translate,
} from '../../src/ui/questionnaire/questionnaire-state.ts';

describe('the state of a questionnaire', () => {
  it('is initial again when a new attempt begins, but stays hidden', () => {
    const old = setHidden(refuse(showErrors(pointOutBlanks(openPage(initialState, 'review'), []), [])), true);
    assert.deepEqual(begin(old, false), { ...initialState, isHidden: true });
  });

  it('remembers that a restored record was sent before', () => assert.equal(begin(initialState, true).hasLeft, true));

  it('goes back to the form for an error and for blank items', () => {
    assert.equal(showErrors(openPage(initialState, 'review'), []).page, 'form');
    assert.equal(pointOutBlanks(openPage(initialState, 'review'), []).page, 'form');
  });

  it('stays the same object after an answer, if no error is shown', () => {
    assert.equal(answer(initialState, ['t01']), initialState);
  });

  it('removes the message of a refused form after the next answer', () => {
    assert.equal(answer(refuse(initialState), []).isRefused, false);
  });

  it('lists the same items in a new wording, and no other', () => {
    const instance = (id: string, text: string): Instance => ({ key: id, at: [], children: [], item: { id, type: 'boolean', text } });
    const wrong = [instance('a', 'One'), instance('b', 'Two')];
    const state = translate(answer(showErrors(initialState, wrong), ['b']), ({ item }) => ({ id: item.id, type: 'boolean', text: `de: ${item.id}` }));
    const textsOf = (instances: Iterable<Instance>): unknown[] => [...instances].map(({ item }) => item.text);
    assert.deepEqual(textsOf(state.summary!.instances), ['de: a', 'de: b']);
    assert.deepEqual(textsOf(state.mended.values()), ['de: a']);
    assert.deepEqual([...state.errors], ['b']);
    assert.deepEqual(translate(initialState, () => wrong[0]!.item), initialState);
  });

  it('stays in the review if the record is sent from there, and leaves every other page', () => {
    assert.equal(send(openPage(initialState, 'review')).page, 'review');
    assert.equal(send(openPage(initialState, 'copy')).page, 'form');
    assert.equal(send(initialState).hasLeft, true);
  });

  it('counts a submitted form as sent only if it contained a record', () => {
    assert.equal(submitWithForm(refuse(initialState), false).hasLeft, false);
    assert.equal(submitWithForm(refuse(initialState), false).isRefused, false);
    assert.equal(submitWithForm(initialState, true).hasLeft, true);
    assert.equal(submitWithForm(send(initialState), false).hasLeft, true);
  });

  it('shows after erasing whether the host may have a record', () => {
    assert.equal(showErased(initialState, true).page, 'erased-sent');
    assert.equal(showErased(initialState, false).page, 'erased');
  });
});
