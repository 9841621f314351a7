import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordOf } from '../records.ts';
import { type Site, users } from '../site.ts';
import { send, Visitor } from '../visitor.ts';
import { change, forget, rowsOf } from './sending.ts';

interface Exported {
  done: boolean;
  data: { data: { name: string; value: string }[] }[];
}

/** Export, erasure, retention, and what stays when the plugin goes. */
export function personalData(site: Site): void {
  const exported = (email: string): Exported => site.json(`$tools = apply_filters( 'wp_privacy_personal_data_exporters', [] ); echo json_encode( $tools['attune']['callback']( $argument, 1 ) );`, email);
  const erase = (email: string): { items_removed: number; done: boolean } =>
    site.json(`$tools = apply_filters( 'wp_privacy_personal_data_erasers', [] ); echo json_encode( $tools['attune']['callback']( $argument, 1 ) );`, email);

  test('the answers of a user are in their export, in words and whole, and gone after erasure', async () => {
    forget(site);
    change(site, { link_users: true });
    const page = site.publish('[attune-trust-questionnaire]');
    const client = await new Visitor(site).logIn(users.client);
    const own = recordOf('trust-pulse');
    const other = recordOf('trust-pulse');
    assert.equal((await send(client, page, own)).status, 201);
    assert.equal((await send(new Visitor(site), page, other)).status, 201);
    const { data, done } = exported(users.client.email);
    assert.equal(done, true);
    assert.equal(data.length, 1);
    const lines = data[0]!.data.map(({ name, value }) => `${name}: ${value}`);
    assert.ok(lines.includes('My therapist did what they said they would do.: Totally agree'), lines.join('\n'));
    assert.ok(lines.at(-1)!.includes(own.id));
    assert.deepEqual(exported(users.author.email).data, []);
    assert.equal(erase(users.client.email).items_removed, 1);
    assert.deepEqual(rowsOf(site).map((row) => row.record_id), [other.id]);
    assert.deepEqual(exported(users.client.email).data, []);
    change(site, {});
  });

  test('a user who is deleted is forgotten, and their answers stay', async () => {
    change(site, { link_users: true });
    const page = site.publish('[attune-trust-questionnaire]');
    const client = await new Visitor(site).logIn(users.client);
    const own = recordOf('trust-pulse');
    await send(client, page, own);
    const id = rowsOf(site).find((row) => row.record_id === own.id)!.user_id;
    assert.ok(id);
    site.php(`do_action( 'deleted_user', (int) $argument, null );`, id);
    assert.equal(rowsOf(site).find((row) => row.record_id === own.id)!.user_id, null);
    change(site, {});
  });

  test('the words for the privacy policy say what this site does', () => {
    change(site, { link_users: true, retention_days: 30 });
    const words = site.php('echo Attune\\policy_words();');
    assert.match(words, /IP address and your browser are not stored/);
    assert.match(words, /your account is stored/);
    assert.match(words, /deleted after 30 days/);
    assert.match(words, /the cookie attune_form/);
    change(site, {});
    assert.match(site.php('echo Attune\\policy_words();'), /Your account is not stored/);
  });

  test('answers are deleted after the days of the settings, by the daily task', async () => {
    forget(site);
    const page = site.publish('[attune-trust-questionnaire]');
    const [old, fresh] = [recordOf('trust-pulse'), recordOf('trust-pulse')];
    for (const record of [old, fresh]) await send(new Visitor(site), page, record);
    site.php(`global $wpdb; $wpdb->update( Attune\\table_name(), [ 'received_at' => gmdate( 'Y-m-d H:i:s', time() - 31 * DAY_IN_SECONDS ) ], [ 'record_id' => $argument ] );`, old.id);
    const runDaily = (): string => site.php(`do_action( 'attune_retention' );`);
    runDaily();
    assert.equal(rowsOf(site).length, 2);
    change(site, { retention_days: 30 });
    assert.ok(site.json(`echo json_encode( wp_next_scheduled( 'attune_retention' ) );`));
    runDaily();
    assert.deepEqual(rowsOf(site).map((row) => row.record_id), [fresh.id]);
    change(site, {});
  });
}

/** The last of all suites: the plugin is deleted. */
export function takingItAway(site: Site): void {
  /** Deletes the plugin. `after`: PHP that runs in the same request, because at the next one the plugin, which is still active here, prepares its site again. */
  const uninstall = (after = ''): string => site.php(`define( 'WP_UNINSTALL_PLUGIN', 'attune/attune.php' ); require WP_PLUGIN_DIR . '/attune/uninstall.php'; ${after}`);

  test('the answers stay when the plugin is deleted', async () => {
    const page = site.publish('[attune-trust-questionnaire]');
    assert.equal((await send(new Visitor(site), page, recordOf('trust-pulse'))).status, 201);
    uninstall();
    assert.ok(rowsOf(site).length);
  });

  test('the answers go too if the settings say so', () => {
    change(site, { delete_on_uninstall: true });
    const left = uninstall(
      `global $wpdb; echo json_encode( [ (bool) $wpdb->get_var( "SHOW TABLES LIKE '{$wpdb->prefix}attune_records'" ), get_role( 'administrator' )->has_cap( 'attune_read_records' ), get_option( 'attune_settings' ) ] );`,
    );
    assert.deepEqual(JSON.parse(left), [false, false, false]);
  });
}
