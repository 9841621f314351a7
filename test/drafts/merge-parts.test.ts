import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergeParts } from '../../src/drafts/content/merge-parts.ts';
import { sessionOf } from '../core/fixtures/sessions.ts';
import { first, fit, partOf, restored } from './fixtures.ts';

const draft = () => {
  const session = sessionOf(first, { newId: () => 'draft' });
  session.answer('sleep', ['yes']);
  session.answer('mood', [4]);
  session.answer('who', ['Ann'], [0]);
  return session;
};
const later = () => {
  const session = sessionOf(first, { newId: () => 'later' });
  session.answer('mood', [9]);
  session.answer('hours', [8]);
  return session;
};
const answersOf = (record: { answers: readonly { item: string; values?: unknown }[] }) => Object.fromEntries(record.answers.map(({ item, values }) => [item, (values as unknown[])[0]]));

describe('a draft and what was answered before it came back', () => {
  it('become one record with the id of the draft, and the later answer to each item', () => {
    const merged = mergeParts(partOf(draft().current.response), partOf(later().current.response));
    const record = restored(fit(merged, first));
    assert.equal(record.id, 'draft');
    assert.deepEqual(answersOf(record as never), { sleep: 'yes', mood: 9, hours: 8, who: 'Ann' });
    assert.deepEqual(merged.words.filter(([key]) => key === 'mood'), [['mood', 'mood?', '9']]);
  });

  it('are the draft alone if nothing was answered', () => {
    const part = partOf(draft().complete());
    assert.equal(mergeParts(part, partOf(sessionOf(first).current.response)), part);
  });

  it('replace a record that was sent, instead of sending another one under its id', () => {
    const record = restored(fit(mergeParts(partOf(draft().complete()), partOf(later().current.response)), first));
    assert.deepEqual([record.id, record.replaces, record.status], ['new-id', 'draft', 'in-progress']);
  });

  it('are the later one as it was sent, if it has all answers; else it is replaced', () => {
    const sent = sessionOf(first, { newId: () => 'draft' });
    for (const [item, value] of [['sleep', 'no'], ['mood', 4]] as const) sent.answer(item, [value]);
    const whole = partOf(sent.complete());
    const older = sessionOf(first, { newId: () => 'draft' });
    older.answer('sleep', ['yes']);
    assert.equal(mergeParts(partOf(older.current.response), whole), whole);
    older.answer('hours', [8]);
    const record = restored(fit(mergeParts(partOf(older.current.response), whole), first));
    assert.deepEqual([record.id, record.replaces, record.status], ['new-id', 'draft', 'in-progress']);
    assert.deepEqual(answersOf(record as never), { sleep: 'no', hours: 8, mood: 4 });
  });

  it('let a value that is no valid answer win over an earlier answer, and the other way round', () => {
    const typed = { item: 'mood', at: [], given: [99] };
    const now = mergeParts(partOf(draft().current.response), partOf(sessionOf(first).current.response, [typed]));
    assert.deepEqual((JSON.parse(now.state) as { rejected: unknown }).rejected, [typed]);
    assert.ok(!('mood' in answersOf(JSON.parse(now.state) as never)));
    const before = mergeParts(partOf(draft().current.response, [{ item: 'hours', at: [], given: [99] }]), partOf(later().current.response));
    assert.equal((JSON.parse(before.state) as { rejected?: unknown }).rejected, undefined);
  });
});
