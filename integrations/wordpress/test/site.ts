import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findWordPress } from '../../../tools/debian-wordpress.mjs';
import { freePort } from '../../../tools/free-port.mjs';
import { startMariaDb } from './mariadb.ts';

const PASSWORD = 'correct horse battery staple';

/** The users of every site. */
export const users = {
  admin: { login: 'admin', email: 'admin@clinic.example', role: 'administrator', password: PASSWORD },
  author: { login: 'author', email: 'author@clinic.example', role: 'author', password: PASSWORD },
  client: { login: 'client', email: 'client@home.example', role: 'subscriber', password: PASSWORD },
} as const;

/** A WordPress with the plugin. */
export interface Site {
  address: string;
  version: string;
  /** Runs PHP inside WordPress, and returns what it prints. `$argument` is the argument. */
  php(code: string, argument?: unknown): string;
  /** The result of `php` as JSON. */
  json<T>(code: string, argument?: unknown): T;
  /** Publishes a page, and returns its address. */
  publish(content: string, title?: string): string;
  /** The lines of PHP's log since the last call. */
  newLog(): string[];
  /** What was sent by mail, whole. */
  mail(): string;
  /** The addresses of other sites that the plugin wanted to call. */
  callsOut(): string[];
  /** The connection to the database is lost when the next transaction is to be committed. */
  cutTheNextCommit(): void;
  close(): Promise<void>;
}

/** A network whose sites are folders of one address, as `install_network` of WordPress describes it. */
const networkConfig = (port: number): string => `
define( 'MULTISITE', true );
define( 'SUBDOMAIN_INSTALL', false );
define( 'DOMAIN_CURRENT_SITE', '127.0.0.1:${port}' );
define( 'PATH_CURRENT_SITE', '/' );
define( 'SITE_ID_CURRENT_SITE', 1 );
define( 'BLOG_ID_CURRENT_SITE', 1 );
`;

/** What a web server does for a network: the files of WordPress are there under the path of each site. */
const router = (root: string): string => `<?php
$path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
if ( preg_match( '#^/[a-z]+(/(wp-(content|admin|includes)/.*|wp-[a-z-]+[.]php))$#', $path, $found ) ) {
	$path = $found[1];
}
$file = '${root}' . rtrim( $path, '/' );
if ( is_dir( $file ) && is_file( "$file/index.php" ) ) {
	$file .= '/index.php';
	$path  = rtrim( $path, '/' ) . '/index.php';
}
if ( is_file( $file ) && '.php' !== substr( $file, -4 ) ) {
	if ( $path === parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) ) {
		return false;
	}
	$types = [ 'js' => 'text/javascript', 'css' => 'text/css' ];
	header( 'Content-Type: ' . ( $types[ pathinfo( $file, PATHINFO_EXTENSION ) ] ?? 'application/octet-stream' ) );
	readfile( $file );
	return true;
}
if ( ! is_file( $file ) ) {
	$file = '${root}/index.php';
	$path = '/index.php';
}
$_SERVER['SCRIPT_NAME']     = $path;
$_SERVER['PHP_SELF']        = $path;
$_SERVER['SCRIPT_FILENAME'] = $file;
chdir( dirname( $file ) );
require $file;
`;

const config = (address: string, folder: string, socket: string, more = ''): string => `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_HOME', '${address}' );
define( 'WP_SITEURL', '${address}' );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_LOG', '${folder}/debug.log' );
define( 'WP_DEBUG_DISPLAY', false );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_DEVELOPMENT_MODE', '' );
foreach ( [ 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ] as $name ) {
	define( $name, "test $name" );
}
$table_prefix = 'wp_';
${more}
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
`;

/** Notes each call to another site and who made it, and refuses it. Ends the connection to the database when a test asks for that. */
const watch = (folder: string, socket: string): string => `<?php
add_filter( 'pre_http_request', function ( $answer, $arguments, $address ) {
	$callers = implode( ' ', array_column( debug_backtrace( DEBUG_BACKTRACE_IGNORE_ARGS ), 'file' ) );
	if ( false !== strpos( $callers, '/plugins/attune/' ) ) {
		file_put_contents( '${folder}/calls.log', $address . "\\n", FILE_APPEND );
	}
	return new WP_Error( 'test', 'no call out of a test' );
}, 10, 3 );
add_filter( 'query', function ( $query ) {
	if ( 'COMMIT' === $query && file_exists( '${folder}/cut' ) ) {
		unlink( '${folder}/cut' );
		mysqli_query( mysqli_connect( 'localhost', 'root', '', '', 0, '${socket}' ), 'KILL ' . mysqli_thread_id( $GLOBALS['wpdb']->dbh ) );
	}
	return $query;
} );
foreach ( [ '_maybe_update_core', '_maybe_update_plugins', '_maybe_update_themes' ] as $check ) {
	remove_action( 'admin_init', $check );
}
`;

const install = `
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
wp_install( 'Harbour Clinic', $argument['admin']['login'], $argument['admin']['email'], true, '', $argument['admin']['password'] );
foreach ( $argument as $user ) {
	if ( 'admin' !== $user['login'] ) {
		wp_insert_user( [ 'user_login' => $user['login'], 'user_email' => $user['email'], 'role' => $user['role'], 'user_pass' => $user['password'] ] );
	}
}
update_option( 'permalink_structure', '/%postname%/' );
update_option( 'blogdescription', '' );
`;

const makeNetwork = `
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
foreach ( $wpdb->tables( 'ms_global' ) as $table => $prefixed ) {
	$wpdb->$table = $prefixed;
}
install_network();
$done = populate_network( 1, $argument['domain'], $argument['email'], 'Clinics', '/', false );
is_wp_error( $done ) && 'no_wildcard_dns' !== $done->get_error_code() && exit( 1 );
`;

/** A new WordPress of a release of Debian in a temporary folder, with the built plugin. `isNetwork`: a network of sites, without the plugin yet. */
export async function openSite(release: string, { isNetwork = false } = {}): Promise<Site> {
  const from = findWordPress(release);
  if (!from) throw new Error(`WordPress of ${release} is not there. Run: node tools/bootstrap.mjs --wordpress`);
  const folder = mkdtempSync(join(tmpdir(), 'attune-wp-'));
  const share = join(folder, 'share');
  cpSync(from, share, { recursive: true, verbatimSymlinks: true });
  const root = join(share, 'wordpress');
  const content = join(root, 'wp-content');
  cpSync(join(import.meta.dirname, '../../../dist/wordpress/attune'), join(content, 'plugins/attune'), { recursive: true });
  mkdirSync(join(content, 'mu-plugins'));
  const database = await startMariaDb(folder);
  writeFileSync(join(content, 'mu-plugins/watch.php'), watch(folder, database.socket));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  writeFileSync(join(root, 'wp-config.php'), config(address, folder, database.socket));

  const settings = { error_log: join(folder, 'debug.log'), log_errors: '1', display_errors: '0', error_reporting: '-1', sendmail_path: `cat >> ${folder}/mail.log`, 'opcache.enable_cli': '1' };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-d', `${name}=${value}`]);
  const run = (code: string, argument: unknown, before = ''): string => {
    const script = `$_SERVER['HTTP_HOST'] = '127.0.0.1:${port}'; $_SERVER['REQUEST_URI'] = '/'; ${before} require '${root}/wp-load.php'; $argument = json_decode( file_get_contents( 'php://stdin' ), true ); ${code}`;
    const { status, stdout, stderr } = spawnSync('php', [...options, '-r', script], { encoding: 'utf8', input: JSON.stringify(argument ?? null), maxBuffer: 1e8 });
    if (status !== 0) throw new Error(`php: ${stderr || stdout}\n${existsSync(settings.error_log) ? readFileSync(settings.error_log, 'utf8').slice(-3000) : ''}`);
    return stdout;
  };
  const { status, stderr } = spawnSync('php', ['-r', `mysqli_query( mysqli_connect( 'localhost', 'root', '', '', 0, '${database.socket}' ), 'CREATE DATABASE wordpress' ) || exit( 1 );`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  run(install, users, `define( 'WP_INSTALLING', true );`);
  if (isNetwork) {
    run(makeNetwork, { domain: `127.0.0.1:${port}`, email: users.admin.email });
    writeFileSync(join(root, 'wp-config.php'), config(address, folder, database.socket, networkConfig(port)));
    writeFileSync(join(folder, 'router.php'), router(root));
  } else {
    run(`require_once ABSPATH . 'wp-admin/includes/plugin.php'; $done = activate_plugin( 'attune/attune.php' ); is_wp_error( $done ) && exit( 1 ); flush_rewrite_rules();`, null);
  }

  // WordPress has greeted the administrator.
  rmSync(join(folder, 'mail.log'), { force: true });

  const log = openSync(join(folder, 'server.log'), 'w');
  // Without opcache the first request of each worker would compile WordPress again and again.
  const server: ChildProcess = spawn('php', [...options, '-S', `127.0.0.1:${port}`, '-t', root, ...(isNetwork ? [join(folder, 'router.php')] : [])], {
    stdio: ['ignore', log, log],
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: '3' },
    detached: true,
  });
  const kill = (): void => void (server.pid && process.kill(-server.pid, 'SIGKILL'));
  process.once('exit', kill);
  for (const last = Date.now() + 30_000; ; await sleep(100)) {
    if (await fetch(`${address}/wp-includes/images/blank.gif`).then(({ ok }) => ok, () => false)) break;
    if (Date.now() > last) throw new Error(readFileSync(join(folder, 'server.log'), 'utf8').slice(-2000));
  }

  const read = (name: string): string => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '');
  let seen = 0;
  const php: Site['php'] = (code, argument) => run(code, argument);
  const json: Site['json'] = (code, argument) => JSON.parse(php(code, argument));
  return {
    address,
    version: json<string>('echo json_encode( get_bloginfo( "version" ) );'),
    php,
    json,
    publish: (text, title = 'A page') =>
      json<string>(
        `$id = wp_insert_post( wp_slash( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => $argument['title'], 'post_content' => $argument['text'] ] ) ); echo json_encode( get_permalink( $id ) );`,
        { text, title },
      ),
    newLog() {
      const lines = read('debug.log').split('\n').filter(Boolean);
      const fresh = lines.slice(seen);
      seen = lines.length;
      return fresh;
    },
    mail: () => read('mail.log'),
    callsOut: () => read('calls.log').split('\n').filter(Boolean),
    cutTheNextCommit: () => writeFileSync(join(folder, 'cut'), ''),
    async close() {
      kill();
      process.off('exit', kill);
      await database.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 9 });
    },
  };
}
