import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changeMilestones, latestFirst, readMilestones, type Milestone } from '../../src/elements/milestones/milestone-list.ts';

const one = (id: string, more: Partial<Milestone> = {}): Milestone => ({ id, milestone: 'asked', date: '2026-03-02', ...more });
const change = (id: string, action: 'mark', more: Partial<Milestone> = {}) => ({ ...one(id, more), action });

describe('a list of milestones', () => {
  it('is read from data or JSON; without input it is empty', () => {
    assert.deepEqual(readMilestones([one('a'), one('b')]), [one('a'), one('b')]);
    assert.deepEqual(readMilestones(JSON.stringify([one('a')])), [one('a')]);
    for (const nothing of [undefined, null, []]) assert.deepEqual(readMilestones(nothing), []);
  });

  it('is refused if it is not a list, or if an id is missing or not unique', () => {
    for (const wrong of ['', '{', '{}', 7, {}, [null], ['a'], [{}], [one('')], [one('a'), one('a')], [{ ...one('a'), id: 7 }]]) {
      assert.equal(readMilestones(wrong), undefined, JSON.stringify(wrong));
    }
  });

  it('follows each change, and keeps the effect of earlier changes', () => {
    let list: readonly Milestone[] = [one('a')];
    const does = (action: string, more: Partial<Milestone> = {}): unknown => {
      list = changeMilestones(list, change('b', action as 'mark', more));
      return list[1];
    };
    const plain = { shared: false, putAway: false };
    assert.deepEqual(does('mark'), { ...one('b'), ...plain });
    assert.deepEqual(does('word', { note: 'Mine', motif: 2 }), { ...one('b', { note: 'Mine', motif: 2 }), ...plain });
    assert.deepEqual(does('share', { note: 'Mine' }), { ...one('b', { note: 'Mine' }), ...plain, shared: true });
    assert.deepEqual(does('put-away', { note: 'Mine' }), { ...one('b', { note: 'Mine' }), shared: true, putAway: true });
    assert.deepEqual(does('bring-back'), { ...one('b'), ...plain, shared: true });
    assert.deepEqual(does('unshare'), { ...one('b'), ...plain });
    assert.equal(does('remove'), undefined);
    assert.deepEqual(list, [one('a')]);
    assert.deepEqual(changeMilestones(list, change('b', 'remove' as 'mark')), list, 'a repeated change has no further effect');
  });

  it('never writes to the given list', () => {
    const list = Object.freeze([Object.freeze(one('a'))]);
    changeMilestones(list, change('a', 'share' as 'mark'));
    assert.deepEqual(list, [one('a')]);
  });

  it('is sorted by date, latest first; of the same date, the one that was added last is first', () => {
    const list = [one('a'), one('b', { date: '2026-01-01' }), one('c', { date: '2026-12-01' }), one('d')];
    assert.deepEqual(
      latestFirst(list).map(({ id }) => id),
      ['c', 'd', 'a', 'b'],
    );
  });
});
