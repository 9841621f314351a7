// Runs one test file after every change:   npm run test:watch -- test/elements/x.test.ts [firefox]
import { spawn } from 'node:child_process';

const [file, engine = 'chromium'] = process.argv.slice(2);
if (!file) {
  console.error('Which file?   npm run test:watch -- test/elements/x.test.ts [chromium|firefox|webkit]');
  process.exit(1);
}
const NODE_FOLDERS = ['core', 'fhir', 'instruments', 'statistics', 'ui', 'e2e', 'package'];
const isNodeTest = NODE_FOLDERS.some(folder => file.startsWith(`test/${folder}/`));
const args = isNodeTest
  ? ['--test', '--watch', file]
  : ['node_modules/@web/test-runner/dist/bin.js', '--config', 'tools/web-test-runner.config.mjs', '--watch'];
spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ENGINE: engine, TEST_FILES: file } }).on(
  'exit',
  code => process.exit(code ?? 1),
);
