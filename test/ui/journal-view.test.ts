import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JournalEntry } from '../../src/elements/journal/journal-entries.ts';
import { initialState } from '../../src/elements/journal/journal-state.ts';
import {
  mayBeShared, shareWord, storageWord, toolsOf, type Sharing, type StorageFacts,
} from '../../src/elements/journal/journal-view.ts';

const entry: JournalEntry = { id: 'a', date: '2026-03-02', text: 'One' };
const storage = (facts: Partial<StorageFacts> = {}): StorageFacts => ({
  entries: [entry],
  mode: 'memory',
  isStored: false,
  allowedMode: 'memory',
  needsConsent: false,
  problem: '',
  ...facts,
});
const sharing = (known: Partial<Sharing> = {}): Sharing => ({
  answers: new Map(),
  lastId: '',
  progress: { state: '' },
  ...known,
});

describe('what a journal says about where it is stored', () => {
  const cases: [facts: Partial<StorageFacts>, word: string][] = [
    [{}, 'memory'],
    [{ allowedMode: 'device', needsConsent: true }, 'notYet'],
    [{ mode: 'device', allowedMode: 'device' }, 'device'],
    // Stored unencrypted, and the person has not chosen a passphrase yet.
    [{ mode: 'device', allowedMode: 'passphrase', needsConsent: true }, 'device'],
    [{ mode: 'passphrase', allowedMode: 'device' }, 'passphrase'],
    [{ mode: 'locked', allowedMode: 'device', needsConsent: true }, 'passphrase'],
  ];
  for (const [facts, word] of cases) {
    it(`${JSON.stringify(facts)}: ${word}`, () => assert.equal(storageWord(storage(facts)), word));
  }
});

describe('what a journal says about an entry', () => {
  it('nothing if it was never shared', () => {
    assert.equal(shareWord(entry, sharing()), '');
  });

  it('how far it is on its way to the host, and only for that entry', () => {
    for (const state of ['saving', 'stillSaving', 'notSaved'] as const) {
      const under = sharing({ lastId: 'a', progress: { state } });
      assert.equal(shareWord(entry, under), state);
      assert.equal(shareWord({ ...entry, id: 'b' }, under), '');
    }
  });

  it('that it was shared only after the host has confirmed it', () => {
    const confirmed = new Map([['a', 'One']]);
    assert.equal(shareWord(entry, sharing({ lastId: 'a', progress: { state: 'savedPlain' } })), '');
    assert.equal(shareWord(entry, sharing({ answers: confirmed, lastId: 'a', progress: { state: 'savedPlain' } })), 'isShared');
    assert.equal(shareWord({ ...entry, shared: 'One' }, sharing()), 'isShared');
  });

  it('that it was shared before it was changed', () => {
    assert.equal(shareWord({ ...entry, shared: 'Before' }, sharing()), 'wasShared');
    assert.equal(shareWord(entry, sharing({ answers: new Map([['a', 'Before']]) })), 'wasShared');
  });

  it('the newer of a stored and a new confirmation', () => {
    assert.equal(shareWord({ ...entry, shared: 'Before' }, sharing({ answers: new Map([['a', 'One']]) })), 'isShared');
  });

  it('that it is not confirmed if the host did not say', () => {
    assert.equal(shareWord(entry, sharing({ answers: new Map([['a', undefined]]) })), 'unconfirmed');
  });
});

describe('entries that are erased', () => {
  it('may be at the host if one of them was shared, or offered without an answer', () => {
    const unanswered = sharing({ answers: new Map([['a', undefined]]) });
    assert.equal(mayBeShared([entry], sharing()), false);
    assert.equal(mayBeShared([{ ...entry, id: 'b' }], unanswered), false);
    assert.equal(mayBeShared([{ ...entry, id: 'b' }, entry], unanswered), true);
    assert.equal(mayBeShared([{ ...entry, text: '', shared: '' }], sharing()), true);
  });
});

describe('what can be done with a whole journal', () => {
  const tools = (facts: Partial<StorageFacts>, text = '', privacy: 'personal' | 'shared' = 'personal'): string[] =>
    Object.entries(toolsOf({ state: { ...initialState, text }, storage: storage(facts), host: { privacy } }))
      .filter(([, isOffered]) => isOffered)
      .map(([tool]) => tool);

  it('copies, if there is something to copy', () => {
    assert.deepEqual(tools({}), ['save', 'file', 'print', 'bring', 'wipe']);
    assert.deepEqual(tools({ entries: [] }, 'Half a thought'), ['save', 'file', 'print', 'bring', 'wipe']);
    assert.deepEqual(tools({ entries: [] }, ' '), ['bring', 'wipe']);
  });

  it('another passphrase, if it has one and is unlocked', () => {
    assert.deepEqual(tools({ mode: 'passphrase' }), ['save', 'file', 'print', 'bring', 'keep', 'wipe']);
  });

  it('nothing but erase it, if it is locked or on a shared device', () => {
    assert.deepEqual(tools({ mode: 'locked' }, 'Half a thought'), ['wipe']);
    assert.deepEqual(tools({}, 'Half a thought', 'shared'), ['wipe']);
  });
});
