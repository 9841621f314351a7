import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasRetry, isDisabled, isShared, storageWord, type Progress, statusWord } from '../../src/elements/milestone-badge/badge-content.ts';
import { badgeProblems } from '../../src/elements/milestone-badge/badge-problems.ts';
import {
  type BadgeState, type BadgeValues, type ButtonName,
  checkEdit, detailOf, initialState, isUnchanged, offer, openPanel, panelFor, settle, setValues,
} from '../../src/elements/milestone-badge/badge-state.ts';

const DATE = '2026-03-02';
const marked = (values: Partial<BadgeValues> = {}): BadgeState => setValues(initialState, { date: DATE, ...values });
const none: Progress = { state: '', isAgain: false, isOpen: false };
const saving: Progress = { state: 'saving', isAgain: false, isOpen: true };
const savingAgain: Progress = { ...saving, isAgain: true };
const stillSaving: Progress = { state: 'stillSaving', isAgain: false, isOpen: true };
const saved: Progress = { ...none, state: 'savedPlain' };
const failed: Progress = { ...none, state: 'notSaved' };
const freeze = (state: BadgeState): BadgeState =>
  Object.freeze({ ...state, values: Object.freeze({ ...state.values }), offered: Object.freeze({ ...state.offered }) });

describe('the state of a milestone badge', () => {
  it('never changes the state object that it receives', () => {
    const state = freeze(offer(marked(), 'share', { date: DATE }));
    const before = structuredClone(state);
    setValues(state, { shared: false });
    openPanel(state, 'editor');
    checkEdit(state, { note: 'x'.repeat(281) });
    offer(state, 'remove', { date: DATE });
    settle(state, true);
    settle(state, false);
    assert.deepEqual(state, before);
  });

  describe('an offered change', () => {
    it('takes effect when the host confirms it, not before', () => {
      const offered = offer(marked(), 'put-away', { date: DATE });
      assert.equal(offered.values.putAway, undefined);
      assert.equal(settle(offered, true).values.putAway, true);
    });

    it('with text takes its text and its date', () => {
      const offered = offer(initialState, 'mark', { date: DATE, note: 'Mine' });
      assert.deepEqual(settle(offered, true).values, { date: DATE, note: 'Mine' });
    });

    it('closes the editor or the question when it takes effect', () => {
      for (const isConfirmed of [true, false]) {
        assert.equal(settle(offer(openPanel(marked(), 'question'), 'remove', { date: DATE }), isConfirmed).panel, 'actions');
      }
    });

    it('does not replace a value that the host sets while it is on its way', () => {
      const offered = offer(marked(), 'word', { date: DATE, note: 'Mine', text: 'Title' });
      const { values } = settle(setValues(offered, { note: 'From the host' }), true);
      assert.deepEqual(values, { date: DATE, note: 'From the host', text: 'Title' });
    });

    it('takes effect without confirmation too, and the badge shows that it is not confirmed', () => {
      const state = settle(offer(marked(), 'put-away', { date: DATE }), false);
      assert.equal(state.values.putAway, true);
      assert.equal(statusWord(state, none), 'unconfirmed');
      assert.equal(statusWord(setValues(state, { putAway: true }), none), '');
    });
  });

  describe('sharing', () => {
    it('never takes effect without confirmation, and stays unknown until the host sets it or confirms a change of it', () => {
      for (const [before, action] of [[false, 'share'], [true, 'unshare'], [true, 'remove']] as const) {
        const state = settle(offer(marked({ shared: before }), action, { date: DATE }), false);
        assert.equal(state.values.shared, before, action);
        assert.equal(!!state.values.removed, false, action);
        assert.equal(isShared(state), false, action);
        assert.equal(statusWord(state, none), 'unconfirmed', action);
        const later = settle(offer(state, 'put-away', { date: DATE }), true);
        assert.equal(storageWord(later, saved, 'clinic'), 'unconfirmed', action);
        assert.equal(storageWord(setValues(later, { shared: before }), saved, 'clinic'), before ? 'shared' : 'clinic', action);
        const shared = settle(offer(later, 'share', { date: DATE }), true);
        assert.equal(storageWord(shared, saved, 'clinic'), 'shared', action);
      }
    });

    it('is removed without confirmation only if it was not shared', () => {
      assert.equal(settle(offer(marked(), 'remove', { date: DATE }), false).values.removed, true);
    });

    it('is not shown while a change of it is on its way, and is shown during any other change', () => {
      const state = marked({ shared: true });
      assert.equal(storageWord(offer(state, 'unshare', { date: DATE }), saving, 'clinic'), '');
      assert.equal(storageWord(offer(state, 'put-away', { date: DATE }), saving, 'clinic'), 'shared');
    });
  });

  describe('the texts of the badge', () => {
    it('show where it is stored, as the host sets it, only after it is marked', () => {
      assert.equal(storageWord(initialState, none, 'clinic'), '');
      assert.equal(storageWord(marked(), none, 'clinic'), 'clinic');
      assert.equal(storageWord(marked(), none, 'device'), 'device');
      for (const unusable of [undefined, 'cloud', 'constructor']) assert.equal(storageWord(marked(), none, unusable), 'keptMissing');
    });

    it('describe the last change, and nothing after the milestone is removed', () => {
      assert.equal(statusWord(marked(), saving), 'saving');
      assert.equal(statusWord(marked(), failed), 'notSaved');
      assert.equal(statusWord(setValues(marked(), { removed: true }), saved), '');
    });
  });

  describe('buttons', () => {
    const panels = (state: BadgeState, isCustom = false) =>
      Object.fromEntries((['mark', 'word', 'share', 'remove', 'cancel'] as ButtonName[]).map((name) => [name, panelFor(state, name, isCustom)]));

    it('open the editor or the question, or are actions for the host', () => {
      const usual = { mark: undefined, word: 'editor', share: undefined, remove: 'question', cancel: 'actions' };
      assert.deepEqual(panels(marked()), usual);
      assert.deepEqual(panels(marked(), true), { ...usual, mark: 'editor' });
      assert.deepEqual(panels(openPanel(marked(), 'question')), { ...usual, remove: undefined });
    });

    it('are all disabled while a change is on its way; after a long wait those that repeat it are enabled', () => {
      const disabled = (state: BadgeState, progress: Progress, ...names: ButtonName[]): boolean[] =>
        names.map((name) => isDisabled(state, progress, name));
      const actions = marked();
      const question = openPanel(actions, 'question');
      assert.deepEqual(disabled(actions, none, 'share', 'remove', 'retry'), [false, false, false]);
      assert.deepEqual(disabled(actions, saving, 'share', 'remove', 'retry'), [true, true, true]);
      assert.deepEqual(disabled(actions, stillSaving, 'share', 'remove', 'retry'), [true, true, false]);
      assert.deepEqual(disabled(question, saving, 'cancel', 'remove'), [true, true]);
      assert.deepEqual(disabled(question, stillSaving, 'cancel', 'remove'), [true, false]);
      assert.deepEqual(disabled(openPanel(actions, 'editor'), stillSaving, 'cancel', 'save'), [true, false]);
    });

    it('include another try if no other button repeats the change', () => {
      const all = [none, saving, savingAgain, stillSaving, saved, failed];
      assert.deepEqual(all.map((progress) => hasRetry(marked(), progress)), [false, false, true, true, false, true]);
      assert.deepEqual(all.filter((progress) => hasRetry(openPanel(marked(), 'editor'), progress)), []);
    });
  });

  describe('the editor', () => {
    it('accepts 60 characters in the title and 280 in the note, and names the first field that is too long', () => {
      assert.equal(checkEdit(marked(), { text: 'x'.repeat(60), note: 'x'.repeat(280) }).tooLong, undefined);
      assert.equal(checkEdit(marked(), { note: 'x'.repeat(281) }).tooLong, 'note');
      assert.equal(checkEdit(marked(), { text: 'x'.repeat(61), note: 'x'.repeat(281) }).tooLong, 'text');
      assert.equal(openPanel(checkEdit(marked(), { text: 'x'.repeat(61) }), 'editor').tooLong, undefined);
    });

    it('is unchanged if each of its fields equals the milestone', () => {
      const state = marked({ note: 'Mine', motif: 2 });
      assert.equal(isUnchanged(state, { text: '', note: 'Mine', motif: 2 }), true);
      for (const edit of [{ text: 'A' }, { note: '' }, { note: 'Mine ' }, { motif: 3 }]) assert.equal(isUnchanged(state, edit), false);
    });
  });

  it('gives the host a title and a drawing only for a custom milestone, and no blank text', () => {
    const change = { id: 'a', milestone: 'custom', date: DATE, action: 'word' } as const;
    const full = { ...change, text: 'Title', note: 'Note', motif: 2 };
    assert.deepEqual(detailOf(full), full);
    assert.deepEqual(detailOf({ ...full, milestone: 'asked' }), { ...change, milestone: 'asked', note: 'Note' });
    assert.deepEqual(detailOf({ ...change, text: ' ', note: '\n', motif: 4, shared: true }), change);
  });

  it('finds each invalid property', () => {
    const good = { milestone: 'asked', date: DATE, kept: 'clinic', shared: true };
    const names = (given: Partial<Record<keyof typeof good, unknown>>): string[] =>
      badgeProblems({ ...good, ...given }).map(({ property }) => property);
    assert.deepEqual(names({}), []);
    assert.deepEqual(names({ date: undefined, kept: 'device', shared: false }), []);
    assert.deepEqual(names({ kept: 'device' }), ['kept']);
    assert.deepEqual(names({ milestone: 'constructor', date: '2026-02-30', kept: 'cloud' }), ['milestone', 'date', 'kept']);
  });
});
