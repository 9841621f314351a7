import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  mergeEntries,
  parseJournal,
  putEntry,
  readEntries,
  writeEntries,
  type JournalEntry,
} from '../../src/elements/journal/journal-entries.ts';

const entry = (id: string, text: string, more: Partial<JournalEntry> = {}): JournalEntry => ({
  id,
  date: '2026-03-02',
  text,
  ...more,
});
const read = (text: string) => readEntries(parseJournal(text));

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const someEntry = fc.record(
  { id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), date: day, text: fc.string({ minLength: 1 }), prompt: fc.string() },
  { requiredKeys: ['id', 'date', 'text'], noNullPrototype: true },
);
const journal = fc
  .uniqueArray(someEntry, { selector: ({ id }) => id })
  .map((entries) => entries.toSorted((a, b) => a.date.localeCompare(b.date)));

describe('a journal as text', () => {
  it('is read back exactly as written, for any text', () => {
    fc.assert(fc.property(journal, (entries) => assert.deepEqual(read(writeEntries(entries)), entries)));
  });

  it('preserves properties that a later version adds to an entry', () => {
    const later = [{ ...entry('a', 'One'), mood: 'calm' }];
    assert.deepEqual(read(writeEntries(later)), later);
  });

  it('is refused as a whole if any part is invalid', () => {
    const good = entry('a', 'One');
    for (const wrong of [
      '',
      'null',
      '[]',
      '{}',
      'My journal\n\nOne',
      JSON.stringify({ 'attune-journal': 2, entries: [good] }),
      JSON.stringify({ 'attune-journal': 1 }),
      JSON.stringify({ 'attune-journal': 1, entries: {} }),
      ...[
        null,
        'text',
        { ...good, id: '' },
        { ...good, id: 7 },
        { ...good, date: '2026-02-30' },
        { ...good, date: undefined },
        { ...good, text: undefined },
        { ...good, prompt: 1 },
        { ...good, shared: true },
      ].map((bad) => JSON.stringify({ 'attune-journal': 1, entries: [good, bad] })),
    ]) {
      assert.equal(read(wrong), undefined, wrong);
    }
  });
});

describe('a written entry', () => {
  it('is added at the end', () => {
    assert.deepEqual(putEntry([entry('a', 'One')], entry('b', 'Two'), { otherId: 'b' }), [entry('a', 'One'), entry('b', 'Two')]);
  });

  it('replaces only the entry that it was made from', () => {
    const before = entry('a', 'One');
    const entries = [before, entry('b', 'Two')];
    assert.deepEqual(putEntry(entries, entry('a', 'Uno'), { before, otherId: 'x' }), [entry('a', 'Uno'), entry('b', 'Two')]);
    assert.deepEqual(entries[0], before, 'the input is not changed');
  });

  it('is added beside a version that another window saved in the meantime', () => {
    const theirs = entry('a', 'Ein');
    assert.deepEqual(putEntry([theirs], entry('a', 'Uno'), { before: entry('a', 'One'), otherId: 'x' }), [theirs, entry('x', 'Uno')]);
  });

  it('is added even if another window erased the entry that it was made from', () => {
    assert.deepEqual(putEntry([], entry('a', 'Uno'), { before: entry('a', 'One'), otherId: 'x' }), [entry('x', 'Uno')]);
  });
});

describe('two merged journals', () => {
  let made = 0;
  const newId = () => `new-${++made}`;
  const line = ({ date, text, prompt = '' }: JournalEntry) => JSON.stringify([date, text, prompt]);

  it('contain all texts of both, unchanged, in order of days', () => {
    fc.assert(
      fc.property(journal, journal, (mine, theirs) => {
        const merged = mergeEntries(mine, theirs, newId);
        const lines = merged.map(line);
        for (const one of [...mine, ...theirs]) assert.ok(lines.includes(line(one)));
        for (const one of mine) assert.ok(merged.includes(one));
        assert.equal(new Set(merged.map(({ id }) => id)).size, merged.length, 'each id occurs once');
        assert.deepEqual(merged.map(({ date }) => date), merged.map(({ date }) => date).sort());
      }),
    );
  });

  it('do not grow if the same journal is merged again', () => {
    fc.assert(
      fc.property(journal, journal, (mine, theirs) => {
        const once = mergeEntries(mine, theirs, newId);
        assert.deepEqual(mergeEntries(once, theirs, newId), once);
      }),
    );
  });

  it('keep both entries if the same text of one day answers two prompts', () => {
    const brought = [entry('a', 'Nothing today.', { prompt: 'What helped?' }), entry('b', 'Nothing today.', { prompt: 'What did not?' })];
    assert.deepEqual(mergeEntries([], brought, newId), brought);
  });

  it('keep both versions if the same entry has different texts', () => {
    const merged = mergeEntries([entry('a', 'Now')], [entry('a', 'Before')], () => 'x');
    assert.deepEqual(merged, [entry('a', 'Now'), entry('x', 'Before')]);
  });
});
