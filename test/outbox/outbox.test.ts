import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Outbox, type OutboxOptions, type Sent } from '../../src/outbox/outbox.ts';
import { Device } from './surroundings.ts';

const record = (id = 'record-1'): { id: string; answers: string[] } => ({ id, answers: ['never told'] });
const status = (code: number, headers = {}) => () => new Response(null, { status: code, headers });
const offline = (): never => {
  throw new TypeError('Failed to fetch');
};

const open = (device: Device, options: Partial<OutboxOptions> = {}): Outbox => {
  const tab = new Outbox({ url: 'https://clinic.example/responses', owner: 'client-1', ...options }, device.tab((news) => tab.hear(news)));
  return tab;
};

const whenSent = (sent: Sent): Promise<void> => {
  assert.equal(sent.state, 'kept');
  return (sent as Sent & { whenSent: Promise<void> }).whenSent;
};

describe('an outbox', () => {
  test('sends a record at once, and keeps nothing of it', async () => {
    const device = new Device();
    assert.deepEqual(await open(device).send(record()), { state: 'sent' });
    assert.deepEqual(device.arrived, [JSON.stringify(record())]);
    assert.equal(device.texts.size, 0);
  });

  test('keeps it while the device is offline, and sends the identical record later', async () => {
    const device = new Device();
    device.answer = offline;
    const outbox = open(device);
    const sent = whenSent(await outbox.send(record()));
    assert.deepEqual((await outbox.list()).map(({ id, state }) => [id, state]), [['record-1', 'waiting']]);
    await device.pass(60_000);
    device.answer = status(201);
    await device.pass(60_000);
    await sent;
    assert.deepEqual(device.arrived, [JSON.stringify(record())]);
    assert.deepEqual(await outbox.list(), []);
  });

  test('lets go of a draft when the record and a note of it are stored, and not before', async () => {
    const device = new Device();
    device.answer = offline;
    let stored: string[] = [];
    device.drafts = [{ ids: ['record-1'], until: 5, drop: () => (stored = [...device.texts.keys()]) }];
    const outbox = open(device);
    await outbox.send(record());
    assert.deepEqual(stored.sort(), ['attune-draft-sent:record-1', 'attune-outbox:client-1:https://clinic.example/responses:record-1']);
    device.answer = status(201);
    await outbox.flush({ refused: true });
    assert.deepEqual([...device.texts.keys()], ['attune-draft-sent:record-1'], 'a draft that comes back is known to be sent');
  });

  test('does not let go of a draft if it cannot store the record', async () => {
    const device = new Device();
    device.isBlocked = true;
    device.answer = offline;
    device.drafts = [{ ids: ['record-1'], until: 5, drop: () => assert.fail('the draft is gone') }];
    await assert.rejects(open(device).send(record()));
    device.isBlocked = false;
    device.shared.add('record-1');
    await assert.rejects(open(device).send(record()));
    assert.equal(device.texts.size, 0);
  });

  test('keeps the answers in words with the record, also when it is sent again without them', async () => {
    const device = new Device();
    device.answer = status(422);
    const outbox = open(device);
    await assert.rejects(outbox.send(record('in-words')));
    const words = [{ title: 'A form', lines: [{ label: 'How are you?', text: 'Well' }] }];
    assert.deepEqual((await outbox.list())[0]!.copies, words);
    device.isTold = false;
    await assert.rejects(outbox.send(record('in-words')));
    assert.deepEqual((await outbox.list())[0]!.copies, words);
    assert.deepEqual(device.arrived.map((body) => Object.keys(JSON.parse(body) as object)), [['id', 'answers'], ['id', 'answers']]);
  });

  test('tells each subscriber of a change, until it unsubscribes', async () => {
    const device = new Device();
    device.answer = offline;
    const outbox = open(device);
    let count = 0;
    const end = outbox.subscribe(() => count++);
    await outbox.send(record());
    assert.ok(count);
    end();
    count = 0;
    await outbox.clear();
    assert.equal(count, 0);
  });

  test('a device whose clock says 1970: a record without the time of its last try is sent when the clock is right', async () => {
    const device = new Device();
    const [name, waiting] = ['attune-outbox:client-1:https://clinic.example/responses:record-1', { record: record(), savedAt: device.now, tries: 3, notBefore: device.now + 60_000 }];
    device.texts.set(name, JSON.stringify(waiting));
    device.wrongBy = -device.now;
    await open(device).flush();
    await device.pass(60_000);
    assert.deepEqual(device.arrived, []);
    device.wrongBy = 0;
    await device.pass(3_600_000);
    assert.deepEqual(device.arrived, [JSON.stringify(record())]);
  });

  test('tries as soon after a clock was set back by hours as before', async () => {
    const device = new Device();
    device.answer = offline;
    const outbox = open(device);
    await outbox.send(record('before'));
    device.wrongBy = -10 * 3_600_000;
    device.answer = status(201);
    await outbox.send(record('after'));
    await device.pass(10_000);
    assert.deepEqual(await outbox.list(), []);
  });

  test('tries less and less often', async () => {
    const device = new Device();
    const tries: number[] = [];
    device.answer = () => {
      tries.push(device.now);
      return new Response(null, { status: 503 });
    };
    await open(device).send(record());
    await device.pass(3_600_000);
    const waits = tries.slice(1).map((time, i) => time - tries[i]!);
    assert.ok(waits.length >= 12 && waits.length <= 25, `${waits.length} tries in an hour`);
    assert.ok(waits.every((wait, i) => i === 0 || wait >= waits[i - 1]! * 0.9), waits.join());
    assert.ok(Math.max(...waits) <= 300_000);
  });

  test('waits as long as the endpoint asks for', async () => {
    const device = new Device();
    device.answer = status(429, { 'retry-after': '600' });
    const outbox = open(device);
    const sent = whenSent(await outbox.send(record()));
    device.answer = status(201);
    await device.pass(599_000);
    assert.equal(device.arrived.length, 1);
    await device.pass(3_000);
    await sent;
  });

  for (const code of [401, 408, 429, 500, 502, 503, 504, 302]) {
    test(`keeps the record after ${code}`, async () => {
      const device = new Device();
      device.answer = status(code);
      assert.equal((await open(device).send(record())).state, 'kept');
      assert.equal(device.texts.size, 1);
    });
  }

  for (const code of [400, 403, 404, 409, 413, 415, 422]) {
    test(`sets the record aside after ${code}, and says so`, async () => {
      const device = new Device();
      device.answer = status(code);
      const outbox = open(device);
      await assert.rejects(outbox.send(record()), new RegExp(`refused the record with ${code}`));
      await device.pass(3_600_000);
      assert.equal(device.arrived.length, 1, 'it is not tried again by itself');
      await open(device).flush();
      assert.equal(device.arrived.length, 1, 'nor on the next visit');
      const [listed] = await outbox.list();
      assert.deepEqual([listed?.state, listed?.status, listed?.record], ['refused', code, record()]);
      device.answer = status(201);
      await outbox.flush({ refused: true });
      assert.deepEqual(await outbox.list(), []);
    });
  }

  test('a later refusal reaches the page that sent it', async () => {
    const device = new Device();
    device.answer = status(500);
    const sent = whenSent(await open(device).send(record()));
    device.answer = status(409);
    const heard = assert.rejects(sent, /409/);
    await device.pass(60_000);
    await heard;
  });

  test('the next visit sends what the last one left', async () => {
    const device = new Device();
    device.answer = offline;
    const first = open(device);
    await first.send(record());
    first.close();
    device.answer = status(200);
    await device.pass(10_000);
    assert.deepEqual(device.arrived, []);
    const next = open(device);
    await next.flush();
    assert.deepEqual(device.arrived, [JSON.stringify(record())]);
  });

  test('two tabs send it once, and both know', async () => {
    const device = new Device();
    device.answer = offline;
    const [one, two] = [open(device), open(device)];
    const sent = whenSent(await one.send(record()));
    device.answer = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return new Response(null, { status: 201 });
    };
    device.now += 60_000;
    await Promise.all([two.flush(), one.flush()]);
    await sent;
    assert.equal(device.arrived.length, 1);
  });

  test('an endpoint that does not answer: the person is told that the record is kept, not that it was sent', async () => {
    const device = new Device();
    let answer!: (response: Response) => void;
    device.answer = () => new Promise((resolve) => (answer = resolve));
    const sending = open(device).send(record());
    await device.pass(9_000);
    const sent = whenSent(await sending);
    answer(new Response(null, { status: 201 }));
    await sent;
    assert.equal(device.texts.size, 0);
  });

  test('a device whose storage does not answer: it sends directly after 8 seconds, and keeps nothing that the person was not told of', async () => {
    const device = new Device();
    let answered!: () => void;
    device.whenEncrypted = () => new Promise<void>((resolve) => (answered = resolve));
    const sending = open(device).send(record());
    await device.pass(7_900);
    assert.deepEqual(device.arrived, []);
    await device.pass(200);
    assert.deepEqual(await sending, { state: 'sent' });
    device.answer = offline;
    const refused = assert.rejects(open(device).send(record('record-2')), /not kept on this device/);
    await device.pass(8_100);
    await refused;
    answered();
    await device.settle();
    assert.equal(device.texts.size, 0);
  });

  test('says that a record is kept 8 seconds after the person has sent it, also if storing it took most of them', async () => {
    const device = new Device();
    let stored!: () => void;
    device.whenEncrypted = () => new Promise<void>((resolve) => (stored = resolve));
    device.answer = () => new Promise(() => {});
    let told: Sent | undefined;
    void open(device).send(record()).then((sent) => (told = sent));
    await device.pass(7_000);
    stored();
    await device.pass(900);
    assert.equal(told, undefined);
    await device.pass(200);
    assert.equal(told!.state, 'kept');
  });

  test('storage is blocked: it sends directly, and says if it could not', async () => {
    const device = new Device();
    device.isBlocked = true;
    const outbox = open(device);
    assert.deepEqual(await outbox.send(record()), { state: 'sent' });
    device.answer = offline;
    await assert.rejects(outbox.send(record()), /not kept on this device/);
    await assert.rejects(outbox.list());
  });

  test('a shared device keeps nothing', async () => {
    const device = new Device();
    device.shared.add('record-1');
    device.answer = offline;
    await assert.rejects(open(device).send(record()), /not kept/);
    assert.equal(device.texts.size, 0);
  });

  test('a record is sent for its own person only', async () => {
    const device = new Device();
    device.answer = offline;
    await open(device).send(record());
    device.answer = status(201);
    const other = open(device, { owner: 'client-2' });
    await other.flush({ refused: true });
    assert.deepEqual(await other.list(), []);
    assert.deepEqual(device.arrived, []);
    await other.clear();
    assert.equal((await open(device).list()).length, 1);
  });

  test('the person erases it, also while it is on its way', async () => {
    const device = new Device();
    device.answer = offline;
    const outbox = open(device);
    const sent = whenSent(await outbox.send(record()));
    let answer!: (response: Response) => void;
    device.answer = () => new Promise((resolve) => (answer = resolve));
    device.now += 60_000;
    const trying = outbox.flush();
    await device.settle();
    const heard = assert.rejects(sent, /erased/);
    await outbox.clear();
    answer(new Response(null, { status: 503 }));
    await trying;
    await heard;
    assert.equal(device.texts.size, 0);
  });

  test('the person erases it in the moment in which the failed try is noted', async () => {
    const device = new Device();
    device.answer = status(503);
    const outbox = open(device);
    device.whenEncrypted = () => outbox.clear();
    await outbox.send(record());
    assert.deepEqual(await outbox.list(), []);
    device.answer = status(201);
    await outbox.flush({ refused: true });
    assert.equal(device.arrived.length, 1, 'it is not tried again');
  });

  test('what the person erases while another record is tried is not sent', async () => {
    const device = new Device();
    device.answer = offline;
    const outbox = open(device);
    await outbox.send(record('a'));
    await outbox.send(record('b'));
    let answer!: (response: Response) => void;
    device.answer = () => new Promise((resolve) => (answer = resolve));
    const trying = outbox.flush({ refused: true });
    await device.settle();
    await outbox.clear('b');
    device.answer = status(201);
    answer(new Response(null, { status: 201 }));
    await trying;
    assert.deepEqual(device.arrived, [JSON.stringify(record('a'))]);
    assert.equal(device.texts.size, 0);
  });

  test('a record that cannot be read any more is listed, and stops no other one', async () => {
    const device = new Device();
    device.answer = offline;
    const outbox = open(device);
    await outbox.send(record('a'));
    await outbox.send(record('b'));
    const [first] = [...device.texts.keys()];
    device.texts.set(first!, 'broken');
    device.answer = status(201);
    device.now += 60_000;
    await outbox.flush();
    assert.deepEqual(await outbox.list(), [{ id: 'a', state: 'unreadable' }]);
    assert.equal(device.arrived.length, 1);
  });

  test('headers are asked at each try', async () => {
    const device = new Device();
    let asked = 0;
    device.answer = offline;
    const outbox = open(device, { headers: () => ({ authorization: `Bearer ${++asked}` }) });
    await outbox.send(record());
    await outbox.flush({ refused: true });
    assert.equal(asked, 2);
  });
});
