import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Queries } from '../../demo/database/database.ts';
import { pulse } from './fill-in.ts';
import { type Host, openHost } from './open-host.ts';

type Json = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

const openapi = JSON.parse(readFileSync(new URL('../../docs/receiving.openapi.json', import.meta.url), 'utf8')) as Json;
const guide = readFileSync(new URL('../../docs/receiving.md', import.meta.url), 'utf8');
const operation = openapi.paths['/api/responses'].post as Json;

const at = (pointer: string): Json | undefined => pointer.slice(2).split('/').reduce<Json | undefined>((place, key) => place?.[key], openapi);
const resolved = (part: Json): Json => (part.$ref ? at(part.$ref)! : part);

// The schemas of the document, with their references.
const ajv = new Ajv2020({ strict: false });
ajv.addSchema({ $id: 'openapi', components: openapi.components });
const schema = (name: string) => ajv.getSchema(`openapi#/components/schemas/${name}`)!;

describe('the OpenAPI document of the endpoint', () => {
  test('every reference in it leads somewhere, and every schema is one', () => {
    const references = [...JSON.stringify(openapi).matchAll(/"\$ref":"([^"]+)"/g)].map(([, pointer]) => pointer!);
    assert.ok(references.length > 10);
    for (const pointer of references) assert.ok(at(pointer), pointer);
    for (const name of Object.keys(openapi.components.schemas)) assert.equal(typeof schema(name), 'function', name);
  });

  test('it names the same statuses as the guide, and each has a description and a schema', () => {
    const named = [...guide.matchAll(/^\| (\d{3}(?:, \d{3})*)\b/gm)].flatMap(([, statuses]) => statuses!.split(', '));
    assert.deepEqual(Object.keys(operation.responses).filter((status) => status !== '415').sort(), named.sort());
    for (const response of Object.values(operation.responses as Json).map(resolved)) {
      assert.ok(response.description);
      assert.ok(response.content['application/json'].schema);
    }
  });

  test('its record is what a widget sends', () => {
    assert.ok(schema('Record')(JSON.parse(JSON.stringify(pulse()))), ajv.errorsText(schema('Record').errors));
    assert.equal(schema('Record')({ id: 'a' }), false);
  });
});

describe('the demo as a server that conforms to it', () => {
  let host: Host;
  let pass: Awaited<ReturnType<Host['newClient']>>;
  let stopped: Error | undefined;

  before(async () => {
    host = await openHost(undefined, undefined, { recordsPerMinute: 40 });
    pass = await host.newClient();
    const { transaction } = host.database;
    host.database.transaction = <T>(work: (queries: Queries) => Promise<T>) => (stopped ? Promise.reject(stopped) : transaction<T>(work));
  });
  after(() => host?.close());

  const post = async (body: unknown, { token = host.token('session', pass), type = 'application/json' } = {}) => {
    const answer = await fetch(`${host.address}/api/responses`, {
      method: 'POST',
      headers: { 'content-type': type, authorization: `Bearer ${token}` },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Json };
  };

  /** Sends, and checks the status, and the answer against the document. */
  const expect = async (status: number, body: unknown, options?: Parameters<typeof post>[1]): Promise<void> => {
    const answer = await post(body, options);
    assert.equal(answer.status, status, JSON.stringify(answer.body));
    const response = resolved(operation.responses[status]);
    const name = response.content['application/json'].schema.$ref.split('/').at(-1) as string;
    assert.ok(schema(name)(answer.body), `${status}: ${ajv.errorsText(schema(name).errors)}`);
    for (const [header, { required }] of Object.entries((response.headers ?? {}) as Json)) if (required) assert.ok(answer.headers.get(header), header);
    assert.match(answer.headers.get('content-type')!, /^application\/json/);
  };

  test('201 for a record, 200 for the same one again, 409 for another one under its id', async () => {
    const record = pulse();
    await expect(201, record);
    await expect(200, record);
    await expect(409, { ...pulse({ t01: ['disagree'] }), id: record.id });
    assert.equal((await host.database.query('select 1 from records where id = $1', [record.id])).length, 1);
  });

  test('twenty deliveries of one record at once store it once: 201 once, 200 otherwise', async () => {
    const record = pulse();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(record)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array<number>(19).fill(200), 201]);
  });

  test('400 for what is no JSON or no record, 422 for a record that does not fit, 415 for another type', async () => {
    await expect(400, '{');
    await expect(400, {});
    await expect(422, { ...pulse(), answers: [{ item: 'nothing-like-it', state: 'answered', values: [1] }] });
    await expect(415, 'a=b', { type: 'text/csv' });
  });

  test('413 for what is too large', () => expect(413, { ...pulse(), more: 'x'.repeat(140_000) }));

  test('a link that is none, or of a session that is not there', async () => {
    const { status } = await post(pulse(), { token: 'none' });
    assert.ok(status in operation.responses && status >= 401 && status <= 404, String(status));
    await expect(404, pulse(), { token: host.token('session', { client: randomUUID(), session: randomUUID() }) });
  });

  test('503 with Retry-After while the database is away, and nothing is stored; 201 afterwards', async () => {
    const record = pulse();
    stopped = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    await expect(503, record);
    stopped = new Error('something else');
    await expect(500, record);
    stopped = undefined;
    assert.equal((await host.database.query('select 1 from records where id = $1', [record.id])).length, 0);
    await expect(201, record);
  });

  test('429 with Retry-After for a client that sends too fast, and not for another one', async () => {
    const fast = await host.newClient();
    const token = host.token('session', fast);
    const record = pulse();
    for (let i = 0; i < 40; i++) assert.ok((await post(record, { token })).status < 300);
    await expect(429, record, { token });
    await expect(201, record, { token: host.token('session', await host.newClient()) });
  });

  test('its log has no answer, no token and no address', async () => {
    const before = host.log.length;
    await expect(201, pulse({ 't-help': ['A quieter waiting room'] }));
    await expect(422, { ...pulse(), answers: [{ item: 'nothing-like-it', state: 'answered', values: ['A lamp by the door'] }] });
    const lines = host.log.slice(before);
    assert.ok(lines.length >= 2, String(lines.length));
    const secrets = ['waiting room', 'lamp by the door', host.token('session', pass), pass.client, '127.0.0.1', '::1'];
    for (const line of host.log) for (const secret of secrets) assert.ok(!line.includes(secret), line);
  });
});
