import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Defect } from './faults/defects.ts';
import { report } from './faults/report.ts';
import { runFaults } from './faults/run-faults.ts';
import { postgresql } from './installed.ts';

// A short run of `npm run faults`, on each database.
for (const hasServer of [false, true]) {
  const skip = hasServer && !postgresql && !process.env.CI && 'PostgreSQL is not installed; with CI set this is a failure';
  describe(`records that meet faults on their way, on ${hasServer ? 'a PostgreSQL server' : 'embedded PostgreSQL'}`, { skip }, () => {
    test('what a person saw as saved or kept is stored once, and what was refused is not', async (context) => {
      const result = await runFaults({ submissions: 250, seed: 20261130, hasServer, between: 40, untilEachCame: true });
      const { lost, waiting, doubled, wrong, ...counts } = result;
      const said = report(result);
      assert.deepEqual({ lost, waiting, doubled, wrong }, { lost: [], waiting: [], doubled: [], wrong: [] }, said);
      assert.ok(counts.seen > 200 && counts.setAside > 0 && counts.browserKills > 0, said);
      for (const fault of ['cut-before', 'cut-after', '500', '429', 'stall', 'doubled', 'late', 'other-record', 'killed'] as const) assert.ok(counts.met[fault], `no ${fault}: ${said}`);
      assert.ok(counts.clockChanges > 0, said);
      if (counts.failedOnFullDisk === undefined) context.diagnostic('This machine allows no small disk, so no disk was full.');
      else assert.ok(counts.failedOnFullDisk > 0, said);
      const kinds = [...(hasServer ? ['database', 'server 2'] : []), ...(counts.failedOnFullDisk === undefined ? [] : ['full disk']), 'server 1'];
      for (const kind of kinds) assert.ok(counts.outages.some((outage) => outage.kind === kind), `no outage of: ${kind}: ${said}`);
      // Between two outages the servers were ready, and stored records.
      assert.ok(counts.outages.every(({ storedBefore }) => storedBefore >= 20), said);
    });
  });
}

describe('a receiver that makes a mistake is found', () => {
  const find = (defect: Defect, submissions: number, between: number) => runFaults({ submissions, seed: 20261130, hasServer: !!postgresql, between, defect });

  test('it says "stored" before it has committed, and is killed: a record is lost', async () => {
    const { lost, doubled, wrong } = await find('early-answer', 20, 8);
    assert.ok(lost.length > 0);
    assert.deepEqual({ doubled, wrong }, { doubled: [], wrong: [] });
  });

  test('its database has no key for ids: a record is doubled', async () => {
    const { lost, doubled } = await find('no-key', 200, 100);
    assert.ok(doubled.length > 0);
    assert.deepEqual(lost, []);
  });

  test('it stores other answers: a record is wrong', async () => {
    const { wrong } = await find('changed-answer', 80, 100);
    assert.ok(wrong.length > 0);
  });
});
