// WordPress for the tests, from Debian, in two versions: before script modules and with them. Its packages are unpacked into
// .cache and not installed, because installed they would bring a web server. Plain JavaScript without dependencies, for Node 20.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const KEYS = '/usr/share/keyrings/debian-archive-keyring.gpg';
const cache = join(dirname(fileURLToPath(import.meta.url)), '..', '.cache', 'wordpress');

/** The releases of Debian, with the packages of each. */
export const RELEASES = {
  bookworm: ['wordpress', 'wordpress-theme-twentytwentythree', 'libjs-underscore', 'libjs-cropper', 'php-getid3'],
  trixie: ['wordpress', 'wordpress-theme-twentytwentyfive', 'libjs-underscore', 'libjs-cropper', 'libjs-lodash', 'php-getid3'],
};

/** What Debian calls the programs that the tests run. */
export const PROGRAMS = 'php-cli php-mysql php-mbstring php-xml php-json-schema mariadb-server-core mariadb-client-core';

/** Whether all of them are there. */
export const findPrograms = () =>
  existsSync('/usr/sbin/mariadbd') &&
  // Of the client, and what sets up a new database needs it.
  existsSync('/usr/bin/my_print_defaults') &&
  existsSync('/usr/share/php/JsonSchema/autoload.php') &&
  spawnSync('php', ['-r', "exit( extension_loaded( 'mysqli' ) && extension_loaded( 'mbstring' ) && extension_loaded( 'xml' ) ? 0 : 1 );"]).status === 0;

/** The folder with `wordpress` and the libraries beside it. Undefined if it is not there. */
export const findWordPress = release => {
  const folder = join(cache, release, 'usr/share');
  return existsSync(folder) ? folder : undefined;
};

const run = (command, args, options) => {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr.trim().split('\n').slice(-3).join(' ')}`);
  return stdout;
};

/** Where this machine gets Debian's packages from. */
const archive = () => {
  const sites = run('apt-get', ['indextargets', '--format', '$(SITE)', 'Created-By: Packages']).split('\n');
  const site = sites.find(each => /\/debian\/?$/.test(each));
  if (!site) throw new Error('apt has no archive of Debian in its sources');
  return site;
};

/** Fetches one release if it is not there. It uses lists of its own, so it needs no rights and changes nothing of this machine. */
export const fetchWordPress = (release, say = () => {}) => {
  if (findWordPress(release)) return;
  say(`fetching WordPress of Debian ${release} into .cache/wordpress`);
  mkdirSync(cache, { recursive: true });
  const temporary = mkdtempSync(join(cache, 'new-'));
  try {
    for (const path of ['lists/partial', 'archives/partial', 'debs', 'tree']) mkdirSync(join(temporary, path), { recursive: true });
    const sources = join(temporary, 'sources.list');
    writeFileSync(sources, `deb [signed-by=${KEYS}] ${archive()} ${release} main\n`);
    const settings = {
      'Dir::Etc::SourceList': sources,
      'Dir::Etc::SourceParts': '/dev/null',
      'Dir::State::Lists': join(temporary, 'lists'),
      'Dir::Cache': temporary,
      'APT::Sandbox::User': '',
      'APT::Update::Post-Invoke-Success': '',
    };
    const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
    run('apt-get', ['-q', ...options, 'update']);
    const debs = join(temporary, 'debs');
    run('apt-get', ['-q', ...options, 'download', ...RELEASES[release]], { cwd: debs });
    for (const name of readdirSync(debs)) run('dpkg-deb', ['-x', join(debs, name), join(temporary, 'tree')]);
    renameSync(join(temporary, 'tree'), join(cache, release));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
};
