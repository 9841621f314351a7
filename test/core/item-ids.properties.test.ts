import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { keyOf } from '../../src/core/instrument/item-index.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import type { Instance } from '../../src/core/answering/snapshot.ts';
import { lookUp } from '../../src/core/record/look-up.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import { score } from '../../src/core/scoring/score.ts';
import { settled } from './answers.ts';
import { anyIds } from './fixtures/any-ids.ts';
import { intake } from './fixtures/intake.ts';
import { sessionOf } from './fixtures/sessions.ts';

const definitionWith = ([first, group, inside, follow, list, second]: string[]) => ({
  ...intake,
  options: {},
  scoring: { total: { method: 'weighted', items: [first, second], weights: { [first!]: 2, [second!]: -1 }, least: 1 } },
  items: [
    { id: first, type: 'integer', text: 'One?', min: 0, max: 9 },
    {
      id: group, type: 'group', text: 'Several', repeats: { min: 1, max: 3, add: 'Add' },
      items: [{ id: inside, type: 'text', text: 'What?', items: [{ id: follow, type: 'text', text: 'Why?', when: { item: inside, is: 'answered' } }] }],
    },
    { id: list, type: 'choice', text: 'Which?', multiple: true, open: true, choices: [{ code: 'a', text: 'A' }, { code: 'b', text: 'B' }] },
    { id: second, type: 'integer', text: 'Two?', min: 0, max: 9, when: { item: first, op: '>', value: 3 } },
  ],
});

const all = (instances: readonly Instance[]): Instance[] => instances.flatMap((one) => [one, ...all(one.children)]);

describe('items with ids from all of Unicode', () => {
  it('are defined, answered, recorded and read back; nothing is lost or put elsewhere', () => {
    fc.assert(
      fc.property(anyIds(6), (ids) => {
        const read = readDefinition(definitionWith(ids));
        assert.ok(read.ok, JSON.stringify(read));
        const [first, group, inside, follow, list, second] = ids as [string, string, string, string, string, string];
        const instrument = settled(read.definition);
        const session = sessionOf(instrument);
        assert.ok(session.answer(first, [7]).ok);
        assert.ok(session.add(group).ok);
        assert.ok(session.answer(inside, ['Zero'], [0]).ok);
        assert.ok(session.answer(inside, ['One'], [1]).ok);
        assert.ok(session.answer(follow, ['Because'], [1]).ok);
        assert.ok(session.answer(list, ['b', { words: 'C' }]).ok);
        assert.ok(session.leaveOut(second, 'declined').ok);
        const record = session.complete();
        assert.deepEqual(record.answers, [
          { item: first, state: 'answered', values: [7] },
          { item: inside, at: [0], state: 'answered', values: ['Zero'] },
          { item: inside, at: [1], state: 'answered', values: ['One'] },
          { item: follow, at: [1], state: 'answered', values: ['Because'] },
          { item: list, state: 'answered', values: ['b', { words: 'C' }] },
          { item: second, state: 'declined' },
        ]);
        const taken = readResponse(instrument, JSON.parse(JSON.stringify(record)));
        assert.ok(taken.ok, JSON.stringify(taken));
        assert.equal(JSON.stringify(taken.response), JSON.stringify(record));
        const again = sessionOf(instrument, { restore: taken.response });
        assert.deepEqual(all(again.current.instances).map(({ key, answer }) => ({ key, answer })), all(session.current.instances).map(({ key, answer }) => ({ key, answer })));
        assert.equal(lookUp(instrument, record)(first).state, 'answered');
        assert.deepEqual(score(instrument, record).missing, [second]);
      }),
    );
  });

  it('have a key at each place that no other place has', () => {
    const place = fc.tuple(anyIds(1), fc.array(fc.nat(12), { maxLength: 3 }));
    fc.assert(
      fc.property(place, place, ([[a = ''], atA], [[b = ''], atB]) => {
        assert.equal(keyOf(a, atA) === keyOf(b, atB), a === b && JSON.stringify(atA) === JSON.stringify(atB));
        assert.doesNotMatch(keyOf(a, atA), /[\s"'\\]/);
      }),
    );
    const known = [['1.2', []], ['1', [2]], ['1.2', [0]], ['1', [2, 0]], ['1~2e~2', []], ['1.2.0', []]] as const;
    assert.equal(new Set(known.map(([id, at]) => keyOf(id, at))).size, known.length);
  });

  it('of letters, digits, - and _ have the key that they always had', () => {
    assert.equal(keyOf('mood-why_2', []), 'mood-why_2');
    assert.equal(keyOf('name', [0, 12]), 'name.0.12');
    assert.equal(keyOf('/54126-8', []), '/54126-8');
  });
});

describe('an id', () => {
  const problemsOf = (id: unknown): string[] => {
    const read = readDefinition({ ...intake, options: {}, scoring: undefined, items: [{ id, type: 'text', text: 'What?' }] });
    return read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`);
  };

  it('is a text without white space at its ends, of at most 255 characters', () => {
    assert.deepEqual(problemsOf('a'.repeat(255)), []);
    assert.deepEqual(problemsOf('a'.repeat(256)), ['items[0].id within-the-limit']);
    for (const id of ['', ' ', ' a', 'a ', 'a\u00a0', 'a\0b', 'a\ud800', 7, null, ['a']]) {
      assert.deepEqual(problemsOf(id), ['items[0].id text-without-space-around-it'], JSON.stringify(id));
    }
  });
});
