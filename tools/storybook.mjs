// Storybook without telemetry or update checks:   node tools/storybook.mjs [dev|build] [args...]
import { spawn } from 'node:child_process';
import { writeManifest } from './manifest.mjs';

const [command = 'dev', ...rest] = process.argv.slice(2);
if (command === 'dev') await writeManifest();
const args =
  command === 'build'
    ? ['build', '--output-dir', 'storybook-static', '--disable-telemetry', ...(process.env.QUIET ? ['--quiet'] : [])]
    : ['dev', '--port', process.env.PORT ?? '6006', '--no-open', '--disable-telemetry', '--no-version-updates'];
const child = spawn(process.execPath, ['node_modules/storybook/dist/bin/dispatcher.js', ...args, ...rest], {
  stdio: 'inherit',
  env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', code => process.exit(code ?? 1));
