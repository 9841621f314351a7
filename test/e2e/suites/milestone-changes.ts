import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listMilestones } from '../../../demo/milestones.ts';
import type { Host } from '../open-host.ts';

export function milestoneChanges(host: Host): void {
  const post = (body: unknown, token: string): Promise<Response> =>
    fetch(`${host.address}/api/milestones`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  const mark = { id: 'badge-1', milestone: 'spoke-up', date: '2026-11-20', action: 'mark' };

  test('every change of a milestone is stored, and the same change twice has the effect of one', async () => {
    const pass = await host.newClient();
    const token = host.token('me', pass);
    const standing = async (): Promise<unknown> => (await listMilestones(host.database, pass.client))[0];
    const plain = {
      id: 'badge-1',
      milestone: 'spoke-up',
      date: '2026-11-20',
      text: null,
      note: null,
      motif: null,
      shared: false,
      putAway: false,
    };
    for (const [change, expected] of [
      [{}, plain],
      [{ action: 'word', motif: 3 }, { ...plain, motif: 3 }],
      [
        { action: 'word', note: 'I did.\nReally 🙂' },
        { ...plain, note: 'I did.\nReally 🙂' },
      ],
      [{ action: 'share' }, { ...plain, note: 'I did.\nReally 🙂', shared: true }],
      [{ action: 'put-away' }, { ...plain, note: 'I did.\nReally 🙂', shared: true, putAway: true }],
      [{ action: 'bring-back' }, { ...plain, note: 'I did.\nReally 🙂', shared: true }],
      [{ action: 'unshare' }, { ...plain, note: 'I did.\nReally 🙂' }],
      [{ action: 'remove' }, undefined],
    ] as const) {
      for (const _time of ['once', 'twice']) {
        assert.equal((await post({ ...mark, ...change }, token)).status, 200, JSON.stringify(change));
        assert.deepEqual(await standing(), expected);
      }
    }
  });

  test('a change of a milestone that the clinic does not have is never confirmed', async () => {
    const before = await host.rows();
    const token = host.token('me', await host.newClient());
    for (const action of ['word', 'share', 'unshare', 'put-away', 'bring-back', 'remove']) {
      assert.equal((await post({ ...mark, action }, token)).status, 404, action);
    }
    assert.equal((await host.rows()).milestones, before.milestones);
  });

  test('one client cannot change another’s milestone, and cannot learn that it exists', async () => {
    const mine = await host.newClient();
    await post(mark, host.token('me', mine));
    const standing = await listMilestones(host.database, mine.client);
    const theirs = host.token('me', await host.newClient());
    const answerTo = async (change: object): Promise<unknown[]> => {
      const answer = await post({ ...mark, ...change }, theirs);
      return [answer.status, await answer.json()];
    };
    for (const action of ['word', 'share', 'unshare', 'put-away', 'bring-back', 'remove']) {
      const toMine = await answerTo({ action });
      assert.deepEqual(toMine, [404, { reason: 'This milestone is not kept at the clinic.' }], action);
      assert.deepEqual(await answerTo({ action, id: 'nowhere' }), toMine, action);
    }
    assert.deepEqual(await listMilestones(host.database, mine.client), standing);
    // Once its owner has removed it, another client still learns nothing.
    assert.equal((await post({ ...mark, action: 'remove' }, host.token('me', mine))).status, 200);
    assert.deepEqual(await answerTo({ action: 'remove' }), await answerTo({ action: 'remove', id: 'nowhere' }));
  });

  test('when a milestone is removed the clinic stores only its id', async () => {
    const pass = await host.newClient();
    const token = host.token('me', pass);
    await post({ ...mark, note: 'Between us.' }, token);
    await post({ ...mark, action: 'remove' }, token);
    const left = await host.database.query('select * from removed_milestones where client_id = $1', [pass.client]);
    assert.deepEqual(left, [{ client_id: pass.client, id: mark.id }]);
    assert.deepEqual(await listMilestones(host.database, pass.client), []);
    // It can be marked and removed again.
    for (const action of ['mark', 'remove', 'remove']) assert.equal((await post({ ...mark, action }, token)).status, 200);
    assert.deepEqual(await listMilestones(host.database, pass.client), []);
  });

  test('the same removal sent many times at once succeeds each time', async () => {
    const token = host.token('me', await host.newClient());
    await post(mark, token);
    const answers = await Promise.all(Array.from({ length: 8 }, () => post({ ...mark, action: 'remove' }, token)));
    assert.deepEqual(answers.map(({ status }) => status), Array(8).fill(200));
  });

  test('a change whose id belongs to another milestone is refused, and changes nothing', async () => {
    const pass = await host.newClient();
    const token = host.token('me', pass);
    await post(mark, token);
    const standing = await listMilestones(host.database, pass.client);
    for (const action of ['mark', 'word', 'share', 'unshare', 'put-away', 'bring-back', 'remove']) {
      assert.equal((await post({ ...mark, milestone: 'custom', action }, token)).status, 404, action);
    }
    assert.deepEqual(await listMilestones(host.database, pass.client), standing);
    // Also if the id belonged to such a milestone before.
    await post({ ...mark, action: 'remove' }, token);
    await post({ ...mark, milestone: 'custom' }, token);
    assert.equal((await post({ ...mark, action: 'remove' }, token)).status, 404);
    assert.equal((await listMilestones(host.database, pass.client))[0]?.milestone, 'custom');
  });

  test('a body that is not a change of a milestone is refused, and stores nothing', async () => {
    const pass = await host.newClient();
    const token = host.token('me', pass);
    const before = await host.rows();
    for (const wrong of [
      null,
      [],
      { ...mark, action: 'award' },
      { ...mark, action: 'constructor' },
      { ...mark, milestone: 'streak' },
      { ...mark, date: '2026-02-30' },
      { ...mark, date: 'today' },
      { ...mark, date: '0000-01-01' },
      { ...mark, id: '' },
      { ...mark, id: 7 },
      { ...mark, note: 'x'.repeat(2001) },
      { ...mark, note: 'a\0b' },
      { ...mark, note: '\ud83d' },
      { ...mark, text: { toString: 'x' } },
      { ...mark, motif: 0 },
      { ...mark, motif: 4 },
      { ...mark, motif: '2' },
    ]) {
      assert.equal((await post(wrong, token)).status, 422, JSON.stringify(wrong));
    }
    assert.equal((await post(mark, '')).status, 401);
    assert.equal((await post(mark, host.token('session', pass))).status, 401);
    assert.equal((await post(mark, host.token('me', pass, new Date(0)))).status, 410);
    assert.equal((await post(mark, host.token('me', { client: 'gone' }))).status, 404);
    assert.deepEqual(await host.rows(), before);
  });
}
