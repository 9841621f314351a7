// A short run of `npm run faults -- --browsers`.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { report } from './faults/report.ts';
import { runBrowsers } from './faults/run-browsers.ts';
import { chromium } from './installed.ts';

describe('people who send from a browser that is killed, to a server that is killed', { skip: !chromium && !process.env.CI && 'Chromium is not installed' }, () => {
  test('what was on the device comes back, and what they saw as saved or kept is stored once', async () => {
    const result = await runBrowsers({ submissions: 40, seed: 20261130, hasServer: false, visits: [3000, 6000], between: 10 });
    const { lost, waiting, doubled, wrong, ...counts } = result;
    const said = report(result);
    assert.deepEqual({ lost, waiting, doubled, wrong }, { lost: [], waiting: [], doubled: [], wrong: [] }, said);
    // Within a kill, a record may be gone before anything of it was on the device.
    assert.ok(counts.submissions === 40 && counts.stored >= 40 - counts.tooEarly, said);
    assert.ok(counts.browserKills >= 2 && counts.outages.length > 0, said);
  });

  test('a device that forgets what the outbox stores is found: what a person saw as kept is lost', async () => {
    const { lost, seen } = await runBrowsers({ submissions: 6, seed: 20261130, hasServer: false, visits: [3000, 6000], isForgetful: true });
    assert.ok(seen > 0);
    assert.ok(lost.length > 0);
  });
});
