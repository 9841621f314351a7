import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { standing } from '../../src/core/record/standing.ts';

interface Short {
  id: string;
  replaces?: string;
}

const ids = (...records: Short[]): string[] => standing(records).map(({ id }) => id);

describe('the records that count', () => {
  it('are all records in the given order if none replaces another', () => {
    assert.deepEqual(ids({ id: 'b' }, { id: 'a' }), ['b', 'a']);
    assert.deepEqual(ids(), []);
  });

  it('are the same objects, and the given list is unchanged', () => {
    const given = Object.freeze([Object.freeze({ id: 'a' }), Object.freeze({ id: 'b', replaces: 'a' })]);
    assert.equal(standing(given)[0], given[1]);
  });

  it('exclude a record that another replaces, in either order', () => {
    assert.deepEqual(ids({ id: 'a' }, { id: 'b', replaces: 'a' }), ['b']);
    assert.deepEqual(ids({ id: 'b', replaces: 'a' }, { id: 'a' }), ['b']);
    assert.deepEqual(ids({ id: 'b', replaces: 'a' }, { id: 'c', replaces: 'b' }, { id: 'a' }), ['c']);
  });

  it('include a record that replaces an unknown one', () => assert.deepEqual(ids({ id: 'b', replaces: 'a' }), ['b']));

  it('include a record once: the first that was given', () => {
    const [first, again] = [{ id: 'a' }, { id: 'a' }];
    assert.deepEqual(standing([first, { id: 'b' }, again]).map((one) => one === again), [false, false]);
  });

  // Each record replaces none or an earlier one, because an id must exist before it can be replaced.
  const attempts = fc
    .array(fc.option(fc.nat(), { nil: undefined }), { maxLength: 12 })
    .map((list) => list.map((of, i): Short => ({ id: `r${i}`, ...(of !== undefined && i && { replaces: `r${of % i}` }) })));
  const shuffled = attempts.chain((records) =>
    fc.tuple(fc.constant(records), fc.shuffledSubarray([...records, ...records.slice(0, 3)], { minLength: records.length })),
  );

  it('are those that no other record replaces, each once, in any order', () => {
    fc.assert(
      fc.property(shuffled, ([, given]) => {
        const named = new Set(given.map(({ replaces }) => replaces));
        const wanted = new Set(given.map(({ id }) => id).filter((id) => !named.has(id)));
        assert.deepEqual(ids(...given), [...wanted]);
        assert.deepEqual(standing(standing(given)), standing(given));
        if (given.length) assert.ok(wanted.size, 'the newest attempt always counts');
      }),
    );
  });
});
