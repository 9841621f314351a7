import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { again, recordOf } from '../records.ts';
import { type Site, users } from '../site.ts';
import { attribute, send, Visitor } from '../visitor.ts';
import { change, forget, rowsOf } from './sending.ts';

/** The text of a part of a page, without tags. */
const plain = (html: string): string =>
  html.replace(/<[^>]*>/g, ' ').replaceAll('&#039;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replace(/\s+/g, ' ');

/** RFC 4180 as rows. */
const readCsv = (text: string): string[][] => {
  const rows: string[][] = [[]];
  for (const [, cell, end] of text.replace(/^\uFEFF/, '').matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    rows.at(-1)!.push(cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!);
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
};

/** What an administrator sees of the answers. */
export function administration(site: Site): void {
  let page: string;
  let admin: Visitor;
  const evil = `=HYPERLINK("http://evil.example","x") <script>alert(1)</script>, "quoted"\nsecond line`;
  const record = recordOf('trust-12', { values: { 't-help': evil }, more: { subject: '<b>room 4</b>', disclosure: 'Your therapist sees it.' } });
  const german = recordOf('trust-pulse', { more: { locale: 'de', instrument: { ...recordOf('trust-pulse').instrument, language: 'de', translation: { language: 'de', revision: 1, standing: 'draft' } } } });
  before(async () => {
    forget(site);
    page = site.publish('[attune-trust-questionnaire]');
    const visitor = new Visitor(site);
    for (const one of [record, german]) assert.equal((await send(visitor, page, one)).status, 201);
    admin = await new Visitor(site).logIn(users.admin);
  });
  const show = (id: string): Promise<string> => admin.page(`/wp-admin/admin.php?page=attune&record=${id}`);

  test('the list has each record, by form, and no markup of a visitor', async () => {
    const html = await admin.page('/wp-admin/admin.php?page=attune');
    assert.match(plain(html), /After today's session .*Nach der heutigen Sitzung|Nach der heutigen Sitzung .*After today's session/);
    assert.match(plain(html), /<b>room 4<\/b>/);
    assert.ok(!html.includes('<b>room 4'));
    const some = await admin.page('/wp-admin/admin.php?page=attune&instrument=trust-pulse');
    assert.ok(some.includes(german.id) && !some.includes(record.id));
  });

  test('a record is shown in plain words: each question with its answer', async () => {
    const html = await show(record.id);
    const text = plain(html);
    assert.match(text, /My therapist did what they said they would do\. Totally agree/);
    assert.match(text, /Right now, how much do you trust your therapist\? 10 of 10/);
    assert.match(text, /What the person read about who sees the answers Your therapist sees it\./);
    assert.ok(!html.includes('<script>alert'));
    assert.match(plain(await show(german.id)), /Stimme völlig zu|Stimme voll und ganz zu|Trifft/);
  });

  test('a line that was left blank says so, and one that was left out says why', async () => {
    const few = recordOf('trust-pulse', { more: { answers: [{ item: 't-now', state: 'unknown' }, { item: 't01', state: 'declined' }] } });
    await send(new Visitor(site), page, few);
    const text = plain(await show(few.id));
    assert.match(text, /My therapist did what they said they would do\. Skip this one/);
    assert.match(text, /Left blank/);
  });

  test('CSV has a row for each answer, and no cell that a spreadsheet runs', async () => {
    const html = await admin.page('/wp-admin/admin.php?page=attune');
    const [, link] = /href="([^"]*format=csv[^"]*)"/.exec(html) ?? [];
    const answer = await admin.fetch(attribute(`href="${link}"`, 'href'));
    assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.match(answer.headers.get('content-disposition')!, /attachment/);
    const bytes = Buffer.from(await answer.arrayBuffer()).toString('utf8');
    assert.ok(bytes.startsWith('\uFEFF'));
    const [head, ...rows] = readCsv(bytes);
    const cells = (row: string[]): Record<string, string> => Object.fromEntries(head!.map((name, i) => [name, row[i]!]));
    const own = rows.map(cells).filter((row) => row.record === record.id);
    assert.equal(own.length, record.answers.length);
    const help = own.find(({ item }) => item === 't-help')!;
    assert.deepEqual([help.value, help.guarded], [`'${evil}`, 'value answer']);
    assert.ok(rows.flat().every((cell) => !/^[=+@\t]/.test(cell)));
  });

  test('JSON has every record as it was sent', async () => {
    const html = await admin.page('/wp-admin/admin.php?page=attune');
    const [, link] = /href="([^"]*format=jsonl[^"]*)"/.exec(html) ?? [];
    const lines = (await (await admin.fetch(attribute(`href="${link}"`, 'href'))).text()).trim().split('\n');
    assert.equal(lines.length, rowsOf(site).length);
    assert.ok(lines.some((line) => line === JSON.stringify(record)));
  });

  test('a download and a deletion need the nonce of their own page', async () => {
    for (const path of ['/wp-admin/admin-post.php?action=attune_download&format=csv', '/wp-admin/admin-post.php?action=attune_download&format=csv&_wpnonce=0000000000']) {
      assert.equal((await admin.fetch(path)).status, 403);
    }
    const count = rowsOf(site).length;
    assert.equal((await admin.post('/wp-admin/admin-post.php', Object.entries({ action: 'attune_delete', record: record.id }))).status, 403);
    assert.equal(rowsOf(site).length, count);
  });

  test('one record is deleted from its own page', async () => {
    const gone = again(german);
    await send(new Visitor(site), page, gone);
    const nonce = attribute(/<form method="post"[^]*<\/form>/.exec(await show(gone.id))![0].split('id="_wpnonce"')[1]!, 'value');
    const answer = await admin.post('/wp-admin/admin-post.php', Object.entries({ action: 'attune_delete', record: gone.id, _wpnonce: nonce }));
    assert.equal(answer.status, 302);
    assert.ok(!rowsOf(site).some((row) => row.record_id === gone.id));
    assert.match(plain(await show(gone.id)), /There are no such answers/);
  });

  test('the settings are stored, with the roles that may read answers', async () => {
    const html = await admin.page('/wp-admin/admin.php?page=attune-settings');
    const nonce = attribute(html.split('id="_wpnonce"')[1]!, 'value');
    const fields: [string, string][] = [
      ['action', 'attune_settings'], ['_wpnonce', nonce], ['attune[senders]', 'members'], ['attune[link_users]', '1'], ['attune[retention_days]', '30'],
      ['attune[records_per_hour]', '50'], ['attune[roles][]', 'administrator'], ['attune[roles][]', 'author'],
    ];
    assert.equal((await admin.post('/wp-admin/admin-post.php', fields)).status, 302);
    assert.deepEqual(site.json('echo json_encode( Attune\\settings() );'), { senders: 'members', link_users: true, retention_days: 30, records_per_hour: 50, delete_on_uninstall: false });
    const author = await new Visitor(site).logIn(users.author);
    assert.match(await author.page('/wp-admin/admin.php?page=attune'), /After today/);
    site.php(`Attune\\set_reading_roles( [ 'administrator' ] );`);
    assert.doesNotMatch(await author.page('/wp-admin/admin.php?page=attune'), /After today/);
    change(site, {});
  });

  test('an author cannot change the settings', async () => {
    const author = await new Visitor(site).logIn(users.author);
    const answer = await author.post('/wp-admin/admin-post.php', Object.entries({ action: 'attune_settings', 'attune[senders]': 'members' }));
    assert.equal(answer.status, 403);
    assert.equal(site.json<{ senders: string }>('echo json_encode( Attune\\settings() );').senders, 'anyone');
  });
}
