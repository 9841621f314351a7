// Runs each property test on new random cases for a number of seconds (default 10):   npm run fuzz [-- seconds]
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const seconds = process.argv[2] ?? '10';
const files = globSync('test/**/*.test.ts').filter(file => readFileSync(file, 'utf8').includes("'fast-check'"));
console.log(`${files.length} files, ${seconds} s for each property`);
const { status } = spawnSync(process.execPath, ['--import', './test/property-runs.ts', '--test', ...files.sort()], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_SECONDS: seconds },
});
process.exit(status ?? 1);
