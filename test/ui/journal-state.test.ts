import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JournalEntry } from '../../src/elements/journal/journal-entries.ts';
import {
  ask, busy, checkPassphrase, done, edit, emptyDraft, end, entryOf, hasText, initialState, none, problem, promptAfter, translatePrompt,
  type JournalState, type Question,
} from '../../src/elements/journal/journal-state.ts';

const entry: JournalEntry = { id: 'a', date: '2026-03-02', text: 'One', prompt: 'What helped?' };
const state = (change: Partial<JournalState> = {}): JournalState => Object.freeze({ ...initialState, ...change });
const removal: Question = { kind: 'remove', id: 'a' };

describe('the draft of a journal', () => {
  it('is empty at first, and also if it contains only white space', () => {
    assert.equal(hasText(state()), false);
    assert.equal(hasText(state({ text: ' \n ' })), false);
    assert.equal(hasText(state({ text: ' a ' })), true);
  });

  it('becomes a new entry, with its text unchanged', () => {
    assert.deepEqual(entryOf({ ...emptyDraft, text: ' Two\n', prompt: 'Why?' }, { id: 'b', date: '2026-03-03' }), {
      id: 'b', date: '2026-03-03', text: ' Two\n', prompt: 'Why?',
    });
  });

  it('becomes the changed version of the entry that it was made from: same id, same day, same shared text', () => {
    const before = { ...entry, shared: 'One' };
    assert.deepEqual(entryOf({ text: 'Uno', prompt: undefined, before }, { id: 'b', date: '2026-03-03' }), {
      ...before, text: 'Uno', prompt: undefined,
    });
  });

  it('begins with another prompt for each entry, goes through all prompts, and starts again', () => {
    const prompts = ['p', 'q', 'r'];
    assert.deepEqual([0, 1, 2, 3].map((count) => promptAfter(undefined, prompts, count)), ['p', 'q', 'r', 'p']);
    assert.deepEqual(prompts.map((prompt) => promptAfter(prompt, prompts, 7)), ['q', 'r', 'p']);
  });
});

describe('the prompt of a draft', () => {
  const [english, german] = [['What helped?', 'Why?'], ['Was hat geholfen?', 'Warum?']];

  it('follows the language of the page', () => {
    assert.equal(translatePrompt(state({ prompt: 'Why?', text: 'x' }), english!, german!).prompt, 'Warum?');
    assert.equal(translatePrompt(state(), english!, german!).prompt, undefined);
    assert.equal(translatePrompt(state({ prompt: 'Gone' }), english!, german!).prompt, 'Gone');
  });

  it('stays as the person saw it if they change an earlier entry', () => {
    assert.equal(translatePrompt(state({ ...entry, before: entry }), english!, german!).prompt, 'What helped?');
  });
});

describe('an entry that is to be changed', () => {
  it('comes into the box with its prompt, and closes the open question', () => {
    const { text, prompt, before, question, status } = edit(state({ question: removal, status: done('added') }), entry);
    assert.deepEqual([text, prompt, before, question, status], ['One', 'What helped?', entry, undefined, none]);
  });

  it('does not replace text that the person has not added yet', () => {
    const next = edit(state({ text: 'Half a thought' }), entry);
    assert.deepEqual([next.text, next.before, next.status], ['Half a thought', undefined, problem('badDraft')]);
  });

  it('does not replace changes of another entry, but replaces another entry that was not changed', () => {
    const other: JournalEntry = { id: 'b', date: '2026-03-03', text: 'Two' };
    const unchanged = edit(state(), other);
    assert.equal(edit(unchanged, entry).before, entry);
    const changed = { ...unchanged, text: 'Two and a half' };
    assert.deepEqual([edit(changed, entry).text, edit(changed, entry).status], ['Two and a half', problem('badDraft')]);
  });

  it('is no problem if it is being changed already', () => {
    const next = edit({ ...edit(state(), entry), text: 'Uno' }, entry);
    assert.deepEqual([next.text, next.status], ['Uno', none]);
  });
});

describe('a question', () => {
  it('replaces another question, and the result of an earlier action', () => {
    const next = ask(state({ question: removal, status: problem('badWords', 'now') }), { kind: 'wipe', id: '' });
    assert.deepEqual([next.question, next.status], [{ kind: 'wipe', id: '' }, none]);
    assert.equal(ask(next).question, undefined);
  });

  it('does not end the wait for an action that is not finished', () => {
    assert.equal(ask(state({ status: busy })).status, busy);
  });

  it('closes when its action is done', () => {
    for (const status of [none, done('erased')]) {
      assert.deepEqual(end(state({ question: removal, status: busy }), status), state({ status }));
    }
  });

  it('stays open after a problem, for another try', () => {
    assert.equal(end(state({ question: removal }), problem('badKeep')).question, removal);
  });

  it('leaves what the person writes unchanged', () => {
    const draft = { text: 'Half a thought', prompt: 'Why?', before: entry };
    for (const next of [ask(state(draft), removal), end(state(draft), problem('badKeep')), end(state(draft), none)]) {
      assert.deepEqual({ text: next.text, prompt: next.prompt, before: next.before }, draft);
    }
  });
});

describe('a new passphrase', () => {
  it('has at least 12 letters, not counting spaces around it or repeated spaces', () => {
    assert.deepEqual(checkPassphrase('elevenchars', 'elevenchars'), problem('badLength', 'fresh'));
    assert.deepEqual(checkPassphrase('  a    b     c  ', '  a    b     c  '), problem('badLength', 'fresh'));
    assert.equal(checkPassphrase('twelve chars', 'twelve chars'), undefined);
  });

  it('is the same both times, however a keyboard encodes it', () => {
    assert.deepEqual(checkPassphrase('four words I know', 'four words I knew'), problem('badAgain', 'again'));
    assert.equal(checkPassphrase('caf\u00e9 au lait noir', ' cafe\u0301 au  lait noir'), undefined);
  });
});
