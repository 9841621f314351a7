import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { findingsOf, type MeasuredFile } from '../../tools/mutation/findings.mjs';
import { runStryker, type MutantResult } from '../../tools/mutation/run-stryker.mjs';

const FIXTURE = 'test/package/fixtures/mutation';

describe('a run of mutants', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  let mutants: MutantResult[];
  const run = (force = false): Promise<MutantResult[]> =>
    runStryker({
      code: [`${FIXTURE}/dose.ts`],
      tests: `${FIXTURE}/*.checks.ts`,
      needs: ['package.json', `${FIXTURE}/**`],
      results: join(folder, 'results.json'),
      propertyRuns: 10,
      force,
    });
  const statusesAt = (line: number): Record<string, string> =>
    Object.fromEntries(mutants.filter(({ location }) => location.start.line === line).map(({ replacement, status }) => [replacement, status]));

  before(async () => (mutants = await run()));
  after(() => rmSync(folder, { recursive: true }));

  it('finds what a test covers, and not what no test tries', () => {
    assert.deepEqual(statusesAt(4), {
      '() => undefined': 'Killed',
      'true': 'Killed',
      'false': 'Killed',
      'wished >= LARGEST': 'Survived',
      'wished <= LARGEST': 'Killed',
    });
  });

  it('ends a loop that would never end', () => {
    assert.equal(statusesAt(8)['step++'], 'Timeout');
  });

  it('says which code no test reaches', () => {
    assert.deepEqual(statusesAt(12), { '() => undefined': 'Survived', '""': 'NoCoverage' });
  });

  it('takes the results again if neither code nor tests changed', async () => {
    const statuses = (results: MutantResult[]): string[] => results.map(({ status }) => status).sort();
    assert.deepEqual(statuses(await run()), statuses(mutants));
  });
});

describe('the report', () => {
  const file = `${FIXTURE}/dose.ts`;
  const source = readFileSync(file, 'utf8');
  const results = { [file]: { source, mutants: [{ replacement: 'true', status: 'Survived', location: { start: { line: 4, column: 1 }, end: { line: 4, column: 3 } } }] } };
  const measuredWith = (code: string): Record<string, MeasuredFile> => ({
    [file]: { commit: 'abc', date: '2026-11-30', isChanged: false, isQuick: true, hash: createHash('sha256').update(code).digest('base64url') },
  });

  it('counts the mutants of a file that is as it was when it was run', () => {
    assert.equal(findingsOf([file], results, measuredWith(source), []).survivors.length, 1);
  });

  it('says that a file was not run if it changed since, also if the stored results have its new text', () => {
    const { folders, survivors } = findingsOf([file], results, measuredWith(`${source}// before`), []);
    assert.deepEqual([folders[0]!.notRun, survivors], [[file], []]);
    assert.deepEqual(findingsOf([file], results, {}, []).folders[0]!.notRun, [file]);
  });
});
