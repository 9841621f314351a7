import { chromium, postgresql } from '../installed.ts';
import { report } from './report.ts';
import { runBrowsers } from './run-browsers.ts';
import { runFaults } from './run-faults.ts';

// Sends records through faults, and prints what was lost:
//   npm run faults [-- --long] [--browsers] [--server] [--count=5000] [--seed=1] [--between=100] [--minutes=20]
const value = (name: string): string | undefined => process.argv.find((each) => each.startsWith(`--${name}=`))?.split('=')[1];
const isLong = process.argv.includes('--long');
const submissions = Number(value('count') ?? (isLong ? 100_000 : 2000));
const seed = Number(value('seed') ?? Date.now() % 1_000_000);
const between = Number(value('between') ?? (isLong ? 400 : 100));
const minutes = Number(value('minutes') ?? Infinity);
const hasServer = process.argv.includes('--server');
const inBrowsers = process.argv.includes('--browsers');
if (hasServer && !postgresql) throw new Error('PostgreSQL is not installed. On Debian: apt-get install -y --no-install-recommends postgresql');
if (inBrowsers && !chromium) throw new Error('Chromium is not installed');

console.log(`${submissions} submissions${inBrowsers ? ' in Chromium' : ''}, seed ${seed}, ${hasServer ? 'a PostgreSQL server' : 'embedded PostgreSQL'}`);
const run = { submissions, seed, hasServer, minutes, onProgress: (sent: number) => console.log(`  ${sent} sent`) };
const result = inBrowsers ? await runBrowsers(run) : await runFaults({ ...run, between });
console.log(report(result));
process.exit(result.lost.length || result.waiting.length || result.doubled.length || result.wrong.length ? 1 : 0);
