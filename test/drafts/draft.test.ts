import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isOver, readDraft, writeDraft, type Draft } from '../../src/drafts/content/draft.ts';

const DAY = 86_400_000;
const draft: Draft = {
  'attune-draft': 1,
  savedAt: 1_700_000_000_000,
  days: 7,
  subject: 'p-1',
  parts: [{ state: '{"answers":[]}', words: [['sleep', 'Do you sleep well?', 'Yes']] }],
  aside: [['mood', 'How is your mood?', '3']],
};

describe('a draft', () => {
  it('is read as it was written', () => {
    assert.deepEqual(readDraft(writeDraft(draft)), { ok: true, draft });
    const { subject: _, ...noSubject } = draft;
    assert.deepEqual(readDraft(writeDraft(noSubject)), { ok: true, draft: noSubject });
  });

  it('is refused if anything in it has another shape', () => {
    const wrong: object[] = [
      { 'attune-draft': 2 }, { savedAt: 'today' }, { savedAt: null }, { days: null }, { subject: 5 }, { parts: {} }, { parts: [null] }, { parts: [{ state: {}, words: [] }] },
      { parts: [{ state: '', words: [['a', 'b']] }] }, { aside: [['a', 'b', 3]] }, { aside: 'none' },
    ];
    for (const part of wrong) assert.deepEqual(readDraft(JSON.stringify({ ...draft, ...part })), { ok: false }, JSON.stringify(part));
    for (const text of [undefined, null, 7, {}, '', 'null', '[]', '{', '{"attune-draft":1}']) assert.deepEqual(readDraft(text), { ok: false });
  });

  it('is refused without an error, whatever a store returns', () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.json()), (text) => readDraft(text).ok === false));
  });

  it('takes nothing over that it does not know', () => {
    const read = readDraft(writeDraft(draft).replace('{', '{"__proto__":{"x":1},"more":1,'));
    assert.ok(read.ok);
    assert.deepEqual(Object.keys(read.draft), ['attune-draft', 'savedAt', 'days', 'subject', 'parts', 'aside']);
    assert.equal(Object.getPrototypeOf(read.draft), Object.prototype);
  });

  it('is over after its days, and if it comes from so far in the future that it would never be', () => {
    const { savedAt } = draft;
    assert.equal(isOver(draft, savedAt + 7 * DAY), false);
    assert.equal(isOver(draft, savedAt + 7 * DAY + 1), true);
    // The clock was set back a little after it was written.
    assert.equal(isOver(draft, savedAt - DAY), false);
    assert.equal(isOver(draft, savedAt - 8 * DAY), true);
  });
});
