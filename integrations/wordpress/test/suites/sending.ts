import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { again, recordOf } from '../records.ts';
import { type Site, users } from '../site.ts';
import { attribute, send, Visitor } from '../visitor.ts';

interface Row {
  record_id: string;
  replaces: string | null;
  user_id: string | null;
  body: string;
}

export const rowsOf = (site: Site): Row[] => site.json<Row[]>('global $wpdb; echo json_encode( $wpdb->get_results( "SELECT * FROM {$wpdb->prefix}attune_records ORDER BY number" ) );');
export const forget = (site: Site): string => site.php('global $wpdb; $wpdb->query( "DELETE FROM {$wpdb->prefix}attune_records" );');
export const change = (site: Site, settings: Record<string, unknown>): string => site.php(`update_option( 'attune_settings', $argument );`, settings);

/** Records over HTTP, as the script of the page sends them, and as an attacker does. */
export function sending(site: Site): void {
  let page: string;
  let visitor: Visitor;
  before(() => {
    page = site.publish('[attune-trust-questionnaire]');
    visitor = new Visitor(site);
  });

  test('a record is stored as it was sent, once however often it arrives', async () => {
    const record = recordOf('trust-12', { values: { 't-help': 'Ein Wort: „Zeit“ 🌱\nline two' } });
    assert.deepEqual(await send(visitor, page, record), { status: 201, body: { stored: 1, known: 0 } });
    assert.deepEqual(await send(visitor, page, record), { status: 200, body: { stored: 0, known: 1 } });
    const rows = rowsOf(site);
    assert.equal(rows.length, 1);
    assert.deepEqual(JSON.parse(rows[0]!.body), JSON.parse(JSON.stringify(record)));
  });

  test('a sitting that arrives several times at once is stored once', async () => {
    const sitting = [recordOf('trust-pulse'), recordOf('environment-check')];
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(new Visitor(site), page, sitting)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 200, 200, 201]);
    for (const { id } of sitting) assert.equal(rowsOf(site).filter((row) => row.record_id === id).length, 1);
  });

  test('a connection to the database that is lost at the last moment is no success, and the record can be sent again', async () => {
    const record = recordOf('trust-pulse');
    site.cutTheNextCommit();
    assert.equal((await send(visitor, page, record)).status, 500);
    assert.ok(!rowsOf(site).some((row) => row.record_id === record.id));
    assert.equal((await send(visitor, page, record)).status, 201);
    assert.ok(rowsOf(site).some((row) => row.record_id === record.id));
  });

  test('beside the record only the time is stored', () => {
    const columns = site.json<string[]>('global $wpdb; echo json_encode( $wpdb->get_col( "SHOW COLUMNS FROM {$wpdb->prefix}attune_records" ) );');
    assert.deepEqual(columns, ['number', 'record_id', 'replaces', 'instrument', 'user_id', 'received_at', 'body']);
    assert.equal(rowsOf(site)[0]!.user_id, null);
    const stored = site.php('global $wpdb; foreach ( $wpdb->get_col( "SHOW TABLES" ) as $table ) { echo json_encode( $wpdb->get_results( "SELECT * FROM $table" ) ); }');
    for (const trace of ['127.0.0.1"', 'undici', 'node']) assert.ok(!stored.includes(`"${trace}`), `${trace} is in the database`);
  });

  test('another record under the same id is refused, and the first one stays', async () => {
    const record = recordOf('trust-pulse');
    await send(visitor, page, record);
    const { status, body } = await send(visitor, page, { ...record, answers: record.answers.slice(1) });
    assert.deepEqual([status, body.code], [409, 'attune_conflict']);
    assert.deepEqual(JSON.parse(rowsOf(site).find((row) => row.record_id === record.id)!.body), JSON.parse(JSON.stringify(record)));
  });

  test('a record replaces an earlier one, which stays readable', async () => {
    const first = recordOf('trust-pulse');
    const second = again(first, { replaces: first.id });
    await send(visitor, page, first);
    assert.equal((await send(visitor, page, second)).status, 201);
    const standing = (which: string): string[] => site.json(`echo json_encode( array_column( Attune\\list_records( [ 'standing' => $argument ] ), 'record_id' ) );`, which);
    assert.ok(standing('current').includes(second.id) && !standing('current').includes(first.id));
    assert.deepEqual(standing('replaced'), [first.id]);
  });

  test('records that replace each other in a circle are refused', async () => {
    const one = recordOf('trust-pulse');
    const two = again(one, { replaces: one.id });
    await send(visitor, page, two);
    const { status } = await send(visitor, page, { ...one, replaces: two.id });
    assert.equal(status, 422);
    assert.ok(!rowsOf(site).some((row) => row.record_id === one.id));
  });

  test('a sitting is stored as a whole or not at all', async () => {
    const sitting = [recordOf('trust-pulse'), recordOf('environment-check', { options: { mode: 'video' } })];
    assert.deepEqual((await send(visitor, page, sitting)).body, { stored: 2, known: 0 });
    const broken = [recordOf('trust-pulse'), { ...recordOf('rapport-check'), answers: [{ item: 'no-such-item', state: 'declined' }] }];
    const { status, body } = await send(visitor, page, broken);
    assert.equal(status, 422);
    assert.deepEqual(body.data?.problems, ['answers[0]: question']);
    assert.ok(!rowsOf(site).some((row) => row.record_id === broken[0]!.id));
  });

  test('what clinicians fill in needs the capability, and a reflection is never kept', async () => {
    const observation = recordOf('mistrust-observation');
    assert.equal((await send(visitor, page, observation)).body.code, 'attune_clinicians');
    const admin = await new Visitor(site).logIn(users.admin);
    assert.equal((await send(admin, page, observation)).status, 201);
    assert.equal((await send(admin, page, recordOf('countertransference-reflection'))).body.code, 'attune_never_kept');
  });

  describe('an attacker', () => {
    test('without a nonce, or with the nonce of somebody else, stores nothing', async () => {
      const admin = await new Visitor(site).logIn(users.admin);
      const ofAdmin = attribute(await admin.page(page), 'data-attune-nonce');
      const count = rowsOf(site).length;
      for (const nonce of ['', '0000000000', ofAdmin]) assert.equal((await send(visitor, page, recordOf('trust-pulse'), { nonce })).status, 403);
      assert.equal(rowsOf(site).length, count);
    });

    test('stores nothing with a megabyte, with text that is no JSON, or with JSON that is no record', async () => {
      const count = rowsOf(site).length;
      const large = recordOf('trust-12', { more: { disclosure: 'x'.repeat(1024 * 1024) } });
      assert.equal((await send(visitor, page, large)).status, 413);
      const deep = `${'['.repeat(500)}${']'.repeat(500)}`;
      const bodies = ['', '{', 'null', '[]', '"text"', '{}', deep, JSON.stringify(Array(51).fill(recordOf('trust-pulse'))), '{"id":"\\ud800"}'];
      for (const body of bodies) assert.ok([400, 422].includes((await send(visitor, page, body)).status), body.slice(0, 40));
      assert.equal(rowsOf(site).length, count);
    });

    test('finds no field where SQL or a script does anything', async () => {
      const evil = `'"><script>alert(1)</script>); DROP TABLE wp_attune_records; -- \\`;
      const record = recordOf('trust-12', { values: { 't-help': evil }, more: { subject: evil, encounter: evil, disclosure: evil } });
      assert.equal((await send(visitor, page, record)).status, 201);
      assert.equal((JSON.parse(rowsOf(site).at(-1)!.body) as typeof record).subject, evil);
      const { instrument } = record;
      const wrong = [{ id: evil }, { replaces: evil }, { locale: evil }, { startedAt: evil }, { instrument: { ...instrument, id: evil } }, { instrument: { ...instrument, options: { variant: evil } } }, { instrument: { ...instrument, id: '../../../wp-config' } }, { [evil]: 1 }];
      for (const more of wrong) assert.equal((await send(visitor, page, { ...again(record), ...more })).status, 422, JSON.stringify(more));
    });

    test('cannot read answers by any address', async () => {
      const author = await new Visitor(site).logIn(users.author);
      for (const who of [visitor, author]) {
        assert.ok([401, 403, 404].includes((await who.fetch('/wp-json/attune/v1/records')).status));
        for (const path of ['/wp-admin/admin.php?page=attune', '/wp-admin/admin-post.php?action=attune_download&format=csv', '/wp-admin/admin.php?page=attune-settings']) {
          const answer = await who.fetch(path);
          const text = await answer.text();
          assert.ok(answer.status !== 200 || !text, `${path}: ${answer.status}`);
          assert.ok(!text.includes('trust-12'));
        }
      }
    });
  });

  test('more records than the settings allow in an hour are refused, and the same record later is taken', async () => {
    change(site, { records_per_hour: rowsOf(site).length + 1 });
    const records = [recordOf('trust-pulse'), recordOf('trust-pulse')];
    assert.equal((await send(visitor, page, records[0])).status, 201);
    const { status, body } = await send(visitor, page, records[1]);
    assert.deepEqual([status, body.code], [429, 'attune_rate']);
    assert.equal((await send(visitor, page, records[0])).status, 200);
    change(site, {});
    assert.equal((await send(visitor, page, records[1])).status, 201);
  });

  test('if the settings say so, only people who are logged in can send', async () => {
    change(site, { senders: 'members' });
    assert.equal((await send(visitor, page, recordOf('trust-pulse'))).body.code, 'attune_members');
    const client = await new Visitor(site).logIn(users.client);
    const record = recordOf('trust-pulse');
    assert.equal((await send(client, page, record)).status, 201);
    assert.equal(rowsOf(site).find((row) => row.record_id === record.id)!.user_id, null);
    change(site, {});
  });

  test('a record of another user is not replaced, whatever a record says', async () => {
    change(site, { link_users: true });
    const client = await new Visitor(site).logIn(users.client);
    const own = recordOf('trust-pulse');
    await send(client, page, own);
    await send(visitor, page, again(own, { id: randomUUID(), replaces: own.id }));
    assert.equal(site.json(`echo json_encode( Attune\\find_record( $argument )->replaced_by );`, own.id), null);
    change(site, {});
  });
}
