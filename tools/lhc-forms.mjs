// LHC-Forms, which the tests load our Questionnaires into. Its dependencies would take minutes to install, and its package has them
// in its files. So it is no development dependency: its package is fetched from the npm registry and checked, and the files
// that a page needs are kept in .cache. Plain JavaScript without dependencies, for Node 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const VERSION = '40.1.3';
const INTEGRITY = 'sha512-WLruTm+BcVnafC0rSAQ3/cNqhxvclBUxyBG68aub/uha2NaK9H8ZZcEXTTuORuGzzCt0wa7fvhuieZtcDIdPzQ==';

/** In the order in which a page loads them. */
export const SCRIPTS = ['webcomponent/assets/lib/zone.min.js', 'webcomponent/lhc-forms.js', 'fhir/R4/lformsFHIR.min.js'];
export const STYLES = 'webcomponent/styles.css';

const INSIDE = 'package/dist/lforms';
const cache = join(dirname(fileURLToPath(import.meta.url)), '..', '.cache', 'lhc-forms');
const folder = join(cache, VERSION);

/** The folder of SCRIPTS and STYLES. Undefined if LHC-Forms is not there. */
export const findLhcForms = () => (existsSync(folder) ? folder : undefined);

const run = (what, command, args, options) => {
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${what} failed: ${error?.message ?? stderr.trim().split('\n').slice(0, 3).join(' ')}`);
};

const pack = destination => {
  const cli = process.env.npm_execpath;
  const isNpm = cli?.endsWith('npm-cli.js');
  const args = ['pack', `lforms@${VERSION}`, '--loglevel=error', '--pack-destination', destination];
  const shell = !isNpm && process.platform === 'win32';
  run('npm pack', isNpm ? process.execPath : 'npm', isNpm ? [cli, ...args] : args, { shell });
  return join(destination, `lforms-${VERSION}.tgz`);
};

/** Fetches LHC-Forms if it is not there. Throws if that fails, or if the package is not the one that we know. */
export const fetchLhcForms = () => {
  if (findLhcForms()) return;
  mkdirSync(cache, { recursive: true });
  // Beside its place, so that it is there as a whole or not at all.
  const temporary = mkdtempSync(join(cache, 'new-'));
  try {
    const file = pack(temporary);
    const integrity = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
    if (integrity !== INTEGRITY) throw new Error(`lforms@${VERSION} has the integrity ${integrity} and not ${INTEGRITY}`);
    run('tar', 'tar', ['-xzf', file, '-C', temporary, ...[...SCRIPTS, STYLES].map(path => `${INSIDE}/${path}`)]);
    renameSync(join(temporary, INSIDE), folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
};
