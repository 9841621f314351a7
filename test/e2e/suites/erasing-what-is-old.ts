import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Response as Filled } from 'attune-elements/core';
import { toBundle } from 'attune-elements/fhir';
import type { Database, Queries } from '../../../demo/database/database.ts';
import { instrumentOf } from '../../../demo/read-record.ts';
import { eraseOld, keepErasingOld, keptFrom, listErasures, type Retention } from '../../../demo/retention.ts';
import { isRefused } from '../fhir-request.ts';
import { pulse } from '../fill-in.ts';
import type { Host } from '../open-host.ts';
import { sender } from '../send-records.ts';
import { signIn } from '../sign-in.ts';

const day = 24 * 60 * 60 * 1000;
const days = 3000;

/** It runs last: what it erases is older than anything of the other tests. */
export function erasingWhatIsOld(host: Host): void {
  // Each test has a day of its own, because a day is done once.
  let today = Date.now();
  const nextDay = (): Retention => {
    today += day;
    const now = new Date(today);
    return { days, now: () => now };
  };
  const send = sender(host);
  /** Sends records as if they had come at this moment. */
  const sendAt = async (moment: Date, pass: { client: string; session: string }, ...records: Filled[]): Promise<void> => {
    await send(pass, ...records);
    await host.database.query('update records set received_at = $1 where id = any($2)', [moment, records.map(({ id }) => id)]);
  };
  const startOf = (retention: Retention): number => Date.parse(keptFrom(retention));
  const ids = async (client: string): Promise<string[]> =>
    (await host.database.query<{ id: string }>('select id from records where client_id = $1 order by id', [client])).map(({ id }) => id);
  const count = async (table: string, client: string): Promise<number> =>
    (await host.database.query(`select 1 from ${table} where ${table === 'clients' ? 'id' : 'client_id'} = $1`, [client])).length;
  const post = async (pass: { client: string; session: string }, record: Filled): Promise<Response> =>
    fetch(`${host.address}/api/responses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token('session', pass)}` },
      body: JSON.stringify(record),
    });
  const since = async (number: number) =>
    host.database.query<{ number: string; kind: string; count: number }>('select * from erasures where number > $1 order by number', [number]);
  const last = async (): Promise<number> => Number((await host.database.query<{ last: string }>('select coalesce(max(number), 0) as last from erasures'))[0]!.last);

  test('a client of long ago is erased with all that hangs on it, and nothing else', async () => {
    const retention = nextDay();
    const old = new Date(startOf(retention) - 10 * day);
    const [gone, stays] = [await host.newClient('Old Oda'), await host.newClient()];
    await sendAt(old, gone, pulse({ 't-help': ['Words of Oda'] }), pulse());
    await send(stays, pulse());
    const { client } = gone;
    await host.database.query('update clients set created_at = $2 where id = $1', [client, old]);
    await host.database.query('update sessions set held_on = $2::date where client_id = $1', [client, old.toISOString().slice(0, 10)]);
    await host.database.query('insert into fhir_outbox (client_id, record_id) select client_id, id from records where client_id = $1', [client]);
    await host.database.query(`insert into shared_entries (client_id, id, written_on, words, shared_at) values ($1, 'e1', $2::date, 'Words', $2)`, [client, old]);
    await host.database.query(`insert into milestones (client_id, id, milestone, marked_on, changed_at) values ($1, 'm1', 'spoke-up', $2::date, $2)`, [client, old]);
    await host.database.query(`insert into removed_milestones values ($1, 'm2')`, [client]);
    await host.database.query(`insert into desk_reading values ($1, now())`, [client]);
    const others = await host.rows();
    const before = await last();
    await eraseOld(host.database, retention);
    for (const table of ['clients', 'records', 'sessions', 'fhir_outbox', 'shared_entries', 'milestones', 'removed_milestones', 'desk_reading']) {
      assert.equal(await count(table, client), 0, table);
    }
    const { clients = 0, records = 0, sessions = 0, milestones = 0, shared_entries = 0, fhir_outbox = 0 } = others;
    assert.deepEqual(await host.rows(), {
      clients: clients - 1, records: records - 2, sessions: sessions - 1, milestones: milestones - 1, shared_entries: shared_entries - 1, fhir_outbox: fhir_outbox - 2,
    });
    const noted = await since(before);
    assert.deepEqual(noted.map(({ kind, count }) => `${count} ${kind}`), [
      '2 waiting to be sent', '2 answers', '1 journal entries', '1 milestones', '1 sessions', '1 removed milestones', '1 marks of the desk', '1 clients',
    ]);
    assert.doesNotMatch(JSON.stringify(noted), new RegExp(`Oda|${client}`));
    assert.equal((await post(gone, pulse())).status, 404, 'the link of somebody who was erased');
  });

  test('each thing is kept for all of its days: the last millisecond before them is erased, the first of them stays', async () => {
    const retention = nextDay();
    const start = startOf(retention);
    const pass = await host.newClient();
    const [before, first] = [pulse(), pulse()];
    await sendAt(new Date(start - 1), pass, before);
    await sendAt(new Date(start), pass, first);
    await eraseOld(host.database, retention);
    assert.deepEqual(await ids(pass.client), [first.id]);
    assert.equal(await count('sessions', pass.client), 1);
  });

  test('a record goes with the one that replaced it, whichever came first, and does not count again', async () => {
    const retention = nextDay();
    const start = startOf(retention);
    const pass = await host.newClient();
    const first = pulse();
    const second = { ...pulse(), replaces: first.id };
    const third = pulse();
    await sendAt(new Date(start - 1), pass, second);
    await sendAt(new Date(start + 1), pass, first, third);
    await eraseOld(host.database, retention);
    assert.deepEqual(await ids(pass.client), [third.id]);
  });

  test('two servers that erase at once note it once, and a second time on a day does nothing', async () => {
    const retention = nextDay();
    const pass = await host.newClient();
    await sendAt(new Date(startOf(retention) - 1), pass, pulse());
    const before = await last();
    await Promise.all([eraseOld(host.database, retention), eraseOld(host.database, retention)]);
    await eraseOld(host.database, retention);
    assert.deepEqual((await since(before)).map(({ kind }) => kind), ['answers']);
    await eraseOld(host.database, nextDay());
    assert.deepEqual((await since(before)).map(({ kind }) => kind), ['answers', 'nothing']);
  });

  test('if erasing fails in the middle, nothing was erased and nothing noted', async () => {
    const retention = nextDay();
    const pass = await host.newClient();
    await sendAt(new Date(startOf(retention) - 1), pass, pulse());
    const [rows, before] = [await host.rows(), await last()];
    const broken: Database = {
      ...host.database,
      transaction: (work) =>
        host.database.transaction((queries) =>
          work({
            query: <Row>(sql: string, values?: readonly unknown[]) => {
              if (sql.startsWith('delete from sessions')) throw new Error('the connection was lost');
              return queries.query<Row>(sql, values);
            },
          } satisfies Queries)),
    };
    await assert.rejects(eraseOld(broken, retention), /connection was lost/);
    assert.deepEqual([await host.rows(), await last()], [rows, before]);
    // A server that starts does it.
    const stop = await keepErasingOld(host.database, retention);
    stop();
    assert.deepEqual(await ids(pass.client), []);
  });

  // From here on the clinic takes no record that was completed as those of the tests.
  test('an erased record that comes again is refused with 410 and not stored, by FHIR too', async () => {
    const pass = await host.newClient();
    const completed = Date.parse(pulse().completedAt!);
    const record = pulse();
    const kept = pulse();
    // The device was a day ahead when it sent the record.
    await sendAt(new Date(completed - day + 1), pass, record);
    await sendAt(new Date(), pass, kept);
    const now = new Date(completed + (days + 1) * day);
    await eraseOld(host.database, { days, now: () => now });
    assert.deepEqual(await ids(pass.client), [kept.id]);
    const again = await post(pass, record);
    assert.equal(again.status, 410);
    assert.match(((await again.json()) as { reason: string }).reason, /^The clinic has erased all answers of that time/);
    const bundle = toBundle(record, instrumentOf(record), { fhirVersion: 'R4', subject: { identifier: { value: pass.client } } }).resource;
    await isRefused(host, 410, '', { token: host.serviceToken, body: bundle });
    assert.deepEqual(await ids(pass.client), [kept.id]);
    assert.equal((await post(pass, kept)).status, 200, 'one that is stored is recognised as before');
  });

  test('a clinician sees what was erased, how much and from before which day', async () => {
    const page = await (await fetch(`${host.address}/clinician/privacy`, { headers: { cookie: await signIn(host) } })).text();
    assert.match(page, /Nothing is erased because of its age: the clinic’s server has no <code>RETENTION_DAYS<\/code>\./);
    assert.match(page, /<td data-label="What">answers<\/td>\s*<td data-label="How many">\d+<\/td>/);
    assert.match(page, /Everything from before \d+ \w+ \d{4} was erased\./);
    assert.equal((await listErasures(host.database, 1)).length, 1);
    assert.equal((await fetch(`${host.address}/clinician/privacy`, { redirect: 'manual' })).status, 303);
  });
}
