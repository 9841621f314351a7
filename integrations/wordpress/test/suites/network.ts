import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { recordOf } from '../records.ts';
import { type Site, users } from '../site.ts';
import { send, Visitor } from '../visitor.ts';

/** A network of clinics: each has its own answers. */
export function network(site: Site): void {
  let admin: Visitor;
  /** Adds a site of this name, and returns its id. */
  const add = (name: string): number =>
    site.json<number>(`echo json_encode( wpmu_create_blog( DOMAIN_CURRENT_SITE, "/$argument/", $argument, 1 ) );`, name);
  /** Runs PHP on a site of the network. */
  const on = <T>(id: number, code: string, argument?: unknown): T =>
    site.json<T>(`switch_to_blog( ${id} ); $argument = $argument['of']; ${code}`, { of: argument ?? null });
  const publish = (id: number, text: string): string =>
    on(id, `update_option( 'permalink_structure', '/%postname%/' ); $wp_rewrite->init(); flush_rewrite_rules(); echo json_encode( get_permalink( wp_insert_post( wp_slash( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'A page', 'post_content' => $argument ] ) ) ) );`, text);
  const tables = (): string[] => site.json<string[]>(`echo json_encode( $wpdb->get_col( "SHOW TABLES LIKE '%attune_records'" ) );`);
  const ids = (id: number): string[] => on<string[]>(id, 'echo json_encode( $wpdb->get_col( "SELECT record_id FROM {$wpdb->prefix}attune_records" ) );');
  let harbour: string;
  let hill: number;
  const record = recordOf('trust-pulse');

  before(async () => {
    hill = add('hill');
    site.php(`require_once ABSPATH . 'wp-admin/includes/plugin.php'; $done = activate_plugin( 'attune/attune.php', '', true ); is_wp_error( $done ) && exit( 1 );`);
    harbour = publish(1, '[attune-trust-questionnaire]');
    admin = await new Visitor(site).logIn(users.admin);
  });

  test('a visitor’s record is stored on the site of the page, and on no other', async () => {
    const page = publish(hill, '[attune-trust-questionnaire]');
    assert.match(page, /\/hill\//);
    assert.deepEqual(await send(new Visitor(site), page, record), { status: 201, body: { stored: 1, known: 0 } });
    assert.deepEqual(ids(hill), [record.id]);
    assert.deepEqual(ids(1), []);
    const own = recordOf('trust-pulse');
    assert.equal((await send(new Visitor(site), harbour, own)).status, 201);
    assert.deepEqual([ids(hill), ids(1)], [[record.id], [own.id]]);
  });

  test('a person without script sends to the site of the page', async () => {
    const html = await new Visitor(site).page(publish(hill, '[attune-check-in]'));
    assert.match(html, new RegExp(`<form action="${site.address}/hill/`));
  });

  test('each site lists its own answers, to its own readers', async () => {
    const list = (path: string, who = admin): Promise<string> => who.page(`${path}wp-admin/admin.php?page=attune`);
    assert.ok((await list('/hill/')).includes(record.id));
    assert.ok(!(await list('/')).includes(record.id));
    on(hill, `echo json_encode( add_user_to_blog( ${hill}, get_user_by( 'login', 'author' )->ID, 'administrator' ) );`);
    const author = await new Visitor(site).logIn(users.author);
    assert.ok((await list('/hill/', author)).includes(record.id));
    assert.ok(!(await list('/', author)).includes('trust-pulse'));
  });

  test('a site that is made later has its own table from its first page', async () => {
    const lake = add('lake');
    const page = publish(lake, '[attune-trust-questionnaire]');
    const own = recordOf('trust-pulse');
    assert.equal((await send(new Visitor(site), page, own)).status, 201);
    assert.deepEqual(ids(lake), [own.id]);
    assert.equal(on(lake, `echo json_encode( get_role( 'administrator' )->has_cap( 'attune_read_records' ) );`), true);
  });

  test('when a site is deleted, its answers go with it', () => {
    const gone = site.json<number>(`echo json_encode( get_blog_id_from_url( DOMAIN_CURRENT_SITE, '/lake/' ) );`);
    assert.ok(tables().includes(`wp_${gone}_attune_records`));
    site.php(`require_once ABSPATH . 'wp-admin/includes/ms.php'; wpmu_delete_blog( ${gone}, true );`);
    assert.deepEqual(tables(), ['wp_2_attune_records', 'wp_attune_records']);
  });

  // The network parts of this WordPress are older than this PHP, and say so.
  test('PHP had nothing to say about the plugin', () => assert.deepEqual(site.newLog().filter((line) => line.includes('/plugins/attune/')), []));

  test('the daily task ends on every site when the plugin is switched off', () => {
    const planned = (id: number): boolean => on(id, `echo json_encode( (bool) wp_next_scheduled( 'attune_retention' ) );`);
    assert.deepEqual([planned(1), planned(hill)], [true, true]);
    site.php(`require_once ABSPATH . 'wp-admin/includes/plugin.php'; deactivate_plugins( 'attune/attune.php', false, true );`);
    assert.deepEqual([planned(1), planned(hill)], [false, false]);
  });

  test('when the plugin is deleted, each site keeps its answers, but for those that chose the opposite', () => {
    on(hill, `echo json_encode( update_option( 'attune_settings', [ 'delete_on_uninstall' => true ] ) );`);
    site.php(`define( 'WP_UNINSTALL_PLUGIN', 'attune/attune.php' ); require WP_PLUGIN_DIR . '/attune/uninstall.php';`);
    assert.deepEqual(tables(), ['wp_attune_records']);
    assert.equal(ids(1).length, 1);
    assert.equal(on(hill, `echo json_encode( get_role( 'administrator' )->has_cap( 'attune_read_records' ) );`), false);
  });
}
