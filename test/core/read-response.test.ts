import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readAnswers, readResponse } from '../../src/core/record/read-response.ts';
import { intake } from './fixtures/intake.ts';
import { completed, sessionOf } from './fixtures/sessions.ts';

/** A record from JSON that a test makes invalid. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Data = Record<string, any>;

/** A record with answers to every item type. */
function record(): Data {
  const session = sessionOf(intake);
  session.answer('mood', ['low']);
  session.answer('mood-why', ['Rain']);
  session.answer('alone', [false]);
  session.answer('people', [4]);
  session.answer('weight', [70.5]);
  session.answer('trust', [0]);
  session.leaveOut('since', 'declined');
  session.answer('helps', ['talk', 'rest']);
  session.answer('name', ['Ann'], [0]);
  session.answer('close', ['high'], [0]);
  session.add('person');
  session.add('person');
  session.leaveOut('name', 'unknown', [2]);
  session.add('event', [0]);
  session.answer('what', ['Walked'], [0, 1]);
  return plain(completed(session, { subject: 'p1', encounter: 'e1', author: 'client', disclosure: 'Ann reads this.' }));
}

const plain = <T>(data: T): T => JSON.parse(JSON.stringify(data)) as T;
const answer = (data: Data, item: string): Data => data.answers.find((one: Data) => one.item === item);

/** The problems after a change to a valid record, as `path code`. */
function problems(change: (data: Data) => unknown): string[] {
  const data = record();
  change(data);
  return problemsOf(data);
}

function problemsOf(data: unknown): string[] {
  const read = readResponse(intake, data);
  return read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`);
}

describe('a valid record', () => {
  it('is returned unchanged', () => {
    const read = readResponse(intake, record());
    assert.ok(read.ok);
    assert.equal(JSON.stringify(read.response), JSON.stringify(record()));
  });

  it('is returned as a frozen copy', () => {
    const data = record();
    const read = readResponse(intake, data);
    assert.ok(read.ok);
    const { response } = read;
    for (const part of [response, response.instrument, response.instrument.options, response.software, response.answers, ...response.answers]) {
      assert.ok(Object.isFrozen(part));
    }
    data.answers[0].values[0] = 'high';
    assert.deepEqual(response.answers[0], { item: 'mood', state: 'answered', values: ['low'] });
  });

  it('is returned with its answers, and the choices in an answer, in the order of the instrument', () => {
    const data = record();
    data.answers.reverse();
    answer(data, 'helps').values.reverse();
    const read = readResponse(intake, data);
    assert.ok(read.ok);
    assert.deepEqual(plain(read.response), record());
  });

  it('can be in progress, and can be blank', () => {
    const read = readResponse(intake, plain(sessionOf(intake).current.response));
    assert.ok(read.ok);
    assert.deepEqual(read.response.answers, []);
  });

  it('can have a blank repetition in the middle', () => {
    assert.deepEqual(problems((data) => (data.answers = data.answers.filter((one: Data) => one.at?.[0] !== 1))), []);
  });
});

describe('a record is refused', () => {
  const cases: Record<string, [change: (data: Data) => unknown, ...problems: string[]]> = {
    'with another schema version': [(data) => (data.schema = 2), 'schema one-of'],
    'without an id': [(data) => delete data.id, 'id there'],
    'with an empty id': [(data) => (data.id = ''), 'id name'],
    'with an id that is too long': [(data) => (data.id = 'x'.repeat(201)), 'id name'],
    'with a NUL in the id': [(data) => (data.id = 'a\0'), 'id name'],
    'with a number as id': [(data) => (data.id = 7), 'id name'],
    'that replaces itself': [(data) => (data.replaces = data.id), 'replaces another-id'],
    'of another instrument': [(data) => (data.instrument.id = 'outtake'), 'instrument.id one-of'],
    'of another version': [(data) => (data.instrument.version = '1.2.1'), 'instrument.version one-of'],
    'with another option': [(data) => (data.instrument.options.variant = 'short'), 'instrument.options.variant one-of'],
    'without an option': [(data) => delete data.instrument.options.topics, 'instrument.options.topics there'],
    'with an unknown option': [(data) => (data.instrument.options.mode = 'x'), 'instrument.options.mode known-key'],
    'without options': [(data) => (data.instrument.options = null), 'instrument.options object'],
    'with an unknown status': [(data) => (data.status = 'amended'), 'status one-of'],
    'that is completed and has no completion time': [(data) => delete data.completedAt, 'completedAt there-when-completed-only'],
    'that is in progress and has a completion time': [(data) => (data.status = 'in-progress'), 'completedAt there-when-completed-only'],
    'with a time without offset': [(data) => (data.startedAt = '2026-03-01T09:00:00'), 'startedAt moment'],
    'with a time on a day that does not exist': [(data) => (data.startedAt = '2026-02-30T09:00:00Z'), 'startedAt moment'],
    'with a time at 25 o\'clock': [(data) => (data.startedAt = '2026-02-28T25:00:00Z'), 'startedAt moment'],
    'with a day in place of a time': [(data) => (data.startedAt = '2026-02-28'), 'startedAt moment'],
    'with a time as a number': [(data) => (data.startedAt = 1772000000), 'startedAt moment'],
    'with an invalid locale': [(data) => (data.locale = 'English (UK)'), 'locale language-tag'],
    'with an unknown author': [(data) => (data.author = 'mother'), 'author one-of'],
    'with an empty subject': [(data) => (data.subject = ''), 'subject name'],
    'without software': [(data) => delete data.software, 'software there'],
    'with software without a version': [(data) => delete data.software.version, 'software.version there'],
    'with an unknown field': [(data) => (data.score = 12), 'score known-key'],
    'without a list of answers': [(data) => (data.answers = { 0: 'x' }), 'answers list'],
    'with an answer that is not an object': [(data) => (data.answers[1] = 'x'), 'answers[1] object'],
    'with an empty answer': [(data) => (data.answers[1] = {}), 'answers[1].item there', 'answers[1].state there'],
    'with an unknown field in an answer': [(data) => (data.answers[0].weight = 1), 'answers[0].weight known-key'],
    'with an unknown item': [(data) => (data.answers[0].item = 'moon'), 'answers[0].item question'],
    'with an item called constructor': [(data) => (data.answers[0].item = 'constructor'), 'answers[0].item question'],
    'with an answer to text to read': [(data) => (data.answers[0].item = 'welcome'), 'answers[0].item question'],
    'with an answer to a group': [(data) => (data.answers[0].item = 'closing'), 'answers[0].item question'],
    'with two answers to an item': [(data) => data.answers.push(data.answers[0]), 'answers[12] unique'],
    'with an unknown state': [(data) => (data.answers[0].state = 'maybe'), 'answers[0].state one-of'],
    'with "not applicable" for an item that does not allow it': [(data) => (answer(data, 'since').state = 'not-applicable'), 'answers[6].state allowed-by-the-item'],
    'with values together with a reason': [(data) => (answer(data, 'since').values = []), 'answers[6].values there-once-when-answered'],
    'with an answer without values': [(data) => delete data.answers[0].values, 'answers[0].values there-once-when-answered'],
    'with an answer with an empty list of values': [(data) => (data.answers[0].values = []), 'answers[0].values there-once-when-answered'],
    'with an unknown choice': [(data) => (data.answers[0].values = ['lots']), 'answers[0].values one-of-its-choices'],
    'with the weight of a choice in place of its code': [(data) => (data.answers[0].values = [0]), 'answers[0].values one-of-its-choices'],
    'with two choices for an item that allows one': [(data) => (data.answers[0].values = ['low', 'high']), 'answers[0].values single'],
    'with a repeated choice': [(data) => (answer(data, 'helps').values = ['talk', 'talk']), 'answers[7].values there-once-when-answered'],
    'with a number out of range': [(data) => (answer(data, 'trust').values = [11]), 'answers[5].values max-or-less'],
    'with a blank text': [(data) => (answer(data, 'mood-why').values = [' ']), 'answers[1].values there-once-when-answered'],
    'with a text that is too long': [(data) => (answer(data, 'name').values = ['x'.repeat(21)]), 'answers[8].values max-length-or-less'],
    'with an object as value': [(data) => (data.answers[0].values = [{}]), 'answers[0].values one-of-its-choices'],
    'with an index for an item outside repeating groups': [(data) => (data.answers[0].at = [0]), 'answers[0].at index-in-each-repeating-group'],
    'without an index for an item in a repeating group': [(data) => delete answer(data, 'name').at, 'answers[8].at index-in-each-repeating-group'],
    'with too few indexes': [(data) => (answer(data, 'what').at = [0]), 'answers[10].at index-in-each-repeating-group'],
    'with a negative index': [(data) => (answer(data, 'name').at = [-1]), 'answers[8].at[0] whole-number'],
    'with a fractional index': [(data) => (answer(data, 'name').at = [0.5]), 'answers[8].at[0] whole-number'],
    'with a text as index': [(data) => (answer(data, 'name').at = ['0']), 'answers[8].at[0] whole-number'],
    'with more repetitions than the group allows': [(data) => (answer(data, 'name').at = [3]), 'answers[8].at index-in-each-repeating-group'],
    'with an answer to an item that is not asked': [(data) => (answer(data, 'alone').values = [true]), 'answers[3] asked'],
    'with an answer to an item that is not asked in this repetition': [
      (data) => (answer(data, 'close').values = ['low']),
      'answers[10] asked',
    ],
  };
  for (const [what, [change, ...expected]] of Object.entries(cases)) {
    it(what, () => assert.deepEqual(problems(change), expected));
  }

  it('with a key or an id that is the name of an inherited property', () => {
    const text = JSON.stringify(record()).replace('{', '{"__proto__": {"id": "x"}, ');
    assert.deepEqual(problemsOf(JSON.parse(text)), ['__proto__ known-key']);
    const { id, ...rest } = record();
    assert.deepEqual(problemsOf(Object.assign(Object.create({ id }), rest)), ['id there']);
  });

  it('if it is not an object', () => {
    for (const data of [undefined, null, 'text', 7, true, [], () => 1, Symbol('s'), 1n]) {
      assert.deepEqual(readResponse(intake, data), {
        ok: false,
        problems: [{ path: '', code: 'object', message: 'Must be object' }],
      });
    }
  });

  it('with at most 20 problems, however large it is', () => {
    const many = new Array(1_000);
    assert.equal(problems((data) => (data.answers = many)).length, 20);
    assert.equal(problems((data) => (data.answers[0].values = many)).length, 20);
    assert.equal(problems((data) => (answer(data, 'name').at = many)).length, 20);
  });

  it('if it throws when it is read, or contains itself', () => {
    const trap = { get id(): string { throw new Error('no'); } };
    assert.deepEqual(readResponse(intake, trap), {
      ok: false,
      problems: [{ path: '', code: 'plain-data', message: 'Must be plain data' }],
    });
    const proxy = new Proxy({}, { ownKeys() { throw new Error('no'); } });
    assert.ok(!readResponse(intake, proxy).ok);
    assert.notDeepEqual(problems((data) => (data.answers[0] = data)), []);
    assert.notDeepEqual(problems((data) => (data.answers[0].values = data.answers)), []);
  });

  it('without an exception, for any data', () => {
    fc.assert(fc.property(fc.anything(), (data) => !readResponse(intake, data).ok));
    const field = fc.constantFrom('schema', 'id', 'instrument', 'status', 'startedAt', 'completedAt', 'locale', 'answers', 'software', 'subject');
    fc.assert(
      fc.property(field, fc.anything({ withSparseArray: true, withNullPrototype: true, withBigInt: true }), (name, value) => {
        const read = readResponse(intake, { ...record(), [name]: value });
        return read.ok || read.problems.every(({ path, code, message }) => typeof path === 'string' && code && message);
      }),
    );
    fc.assert(
      fc.property(fc.nat(11), fc.constantFrom('item', 'at', 'state', 'values'), fc.anything(), (i, name, value) => {
        const data = record();
        data.answers[i][name] = value;
        readResponse(intake, data);
      }),
    );
  });
});

describe('times', () => {
  const times: [time: string, real: boolean][] = [
    ['2026-03-01T09:30:00Z', true],
    ['2026-03-01T09:30:00.123+05:45', true],
    ['2024-02-29T23:59:59-11:00', true],
    ['2026-02-29T09:30:00Z', false],
    ['2026-04-31T09:30:00Z', false],
    ['2026-13-01T09:30:00Z', false],
    ['2026-03-01T09:60:00Z', false],
    ['2026-03-01T09:30:00+24:00', false],
    ['2026-03-01 09:30:00Z', false],
    ['2026-03-01T09:30:00z', false],
    ['+002026-03-01T09:30:00Z', false],
  ];
  for (const [time, real] of times) {
    it(`${time} is ${real ? 'valid' : 'invalid'}`, () => {
      assert.deepEqual(problems((data) => (data.completedAt = time)), real ? [] : ['completedAt moment']);
    });
  }

  it('say what would do', () => {
    assert.deepEqual(problems((data) => (data.subject = 'x'.repeat(200))), []);
    const read = readResponse(intake, { ...record(), startedAt: 'today', disclosure: 5, subject: 'x'.repeat(201) });
    assert.deepEqual(read.ok || read.problems.map(({ path, message }) => `${path}: ${message}`), [
      'startedAt: Must be moment in ISO 8601 with offset',
      'disclosure: Must be text',
      'subject: Must be name of 1 to 200 characters',
    ]);
  });
});

describe('answers that a host supplies', () => {
  it('are read without a check whether the items are asked', () => {
    const given = [
      { item: 'crowded', state: 'answered', values: [true] },
      { item: 'last-goal', state: 'answered', values: ['Sleep'] },
    ];
    const read = readAnswers(intake, given);
    assert.ok(read.ok);
    assert.deepEqual(read.answers.map(({ item }) => item), ['crowded', 'last-goal']);
  });

  it('are refused for the same reasons as those of a record', () => {
    const read = readAnswers(intake, [{ item: 'last-goal', state: 'answered', values: [1] }]);
    assert.deepEqual(!read.ok && read.problems.map(({ path, code }) => `${path} ${code}`), ['answers[0].values of-its-type']);
  });
});

