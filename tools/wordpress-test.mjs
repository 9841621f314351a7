// Tests the WordPress plugin in real WordPress sites:   node tools/wordpress-test.mjs
// It needs PHP, MariaDB and WordPress from Debian: node tools/bootstrap.mjs --browsers --wordpress
// Two versions of WordPress run one after the other, in temporary folders. The last line is `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, stopWithThis } from './processes.mjs';
import { phpProblems } from './wordpress/check-php.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const LIMIT = 15 * 60_000;

/** Builds the plugin and tests it. Resolves to {passed, failed, log}. */
export const testWordPress = async () => {
  const built = await run(process.execPath, ['tools/wordpress.mjs'], { cwd: root, limit: LIMIT });
  if (!built.ok) return { passed: 0, failed: 1, log: built.out };
  const problems = phpProblems(join(root, 'integrations/wordpress/attune'));
  const temporary = mkdtempSync(join(tmpdir(), 'attune-wordpress-'));
  try {
    const countFile = join(temporary, 'counts.json');
    const { ok, out } = await run(process.execPath, ['--test', '--test-reporter=./tools/node-reporter.mjs', 'integrations/wordpress/test/wordpress.test.ts'], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', TMPDIR: temporary, COUNT_FILE: countFile },
      limit: LIMIT,
    });
    const { passed = 0, failed = 0, skipped = 0 } = existsSync(countFile) ? JSON.parse(readFileSync(countFile, 'utf8')) : {};
    const isBroken = (!ok && !failed) || !passed;
    return {
      passed: passed + Number(!problems.length),
      failed: failed + skipped + Number(isBroken) + problems.length,
      log: [...problems, ok && !isBroken ? '' : out].filter(Boolean).join('\n'),
    };
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 9 });
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  stopWithThis();
  const { passed, failed, log } = await testWordPress();
  if (log) console.log(log);
  process.exitCode = failed || !passed ? 1 : 0;
  console.log(`${passed} passed, ${failed} failed`);
}
