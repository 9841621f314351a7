import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { left } from './records.ts';
import { allYes, gapOf, seenBy, type Gap } from './fixtures/gaps.ts';

describe('a gap between perspectives, for random answers', () => {
  const given = fc.dictionary(fc.constantFrom(...Object.keys(allYes)), fc.constantFrom('no', 'partly', 'yes', 'declined'));
  const said = (perspective: string, answers: Record<string, string>) =>
    seenBy(perspective, Object.fromEntries(Object.keys(allYes).filter((id) => answers[id]).map((id) =>
      [id, answers[id] === 'declined' ? left(id, 'declined') : answers[id]!])));

  it('does not depend on the order of the records, except in the order of the sides', () => {
    fc.assert(
      fc.property(given, given, given, (a, b, c) => {
        const records = [said('client', a), said('therapist', b), said('observer', c)];
        const plain = (gap: Gap) => gap.lines.map(({ sides: _, ...rest }) => rest);
        const [one, other] = [gapOf(records), gapOf([...records].reverse())];
        assert.deepEqual(plain(one), plain(other));
        assert.deepEqual(one.counts, other.counts);
        assert.deepEqual(one.lines.map(({ sides }) => [...sides].reverse()), other.lines.map(({ sides }) => sides));
      }),
    );
  });

  it('finds no gap between equal answers, and gives each line one outcome', () => {
    fc.assert(
      fc.property(given, given, (a, b) => {
        const itself = gapOf([said('client', a), said('therapist', a)]);
        assert.equal(itself.counts.differ, 0);
        const { lines, counts } = gapOf([said('client', a), said('therapist', b)]);
        assert.equal(lines.length, 12);
        assert.equal(counts.agree + counts.differ + counts['not-comparable'], 12);
        for (const { item, ...rest } of lines) {
          if (rest.outcome === 'differ') assert.ok(rest.steps === 1 || rest.steps === 2);
          if (rest.outcome === 'agree') assert.equal(a[item], b[item]);
        }
      }),
    );
  });
});
