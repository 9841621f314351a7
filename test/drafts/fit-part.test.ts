import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Value } from '../../src/core/instrument/instrument.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import { isFor } from '../../src/drafts/content/fit-part.ts';
import { sessionOf } from '../core/fixtures/sessions.ts';
import { everyType } from '../elements/fixtures/definitions.ts';
import { settled } from '../core/answers.ts';
import { first, fit, partOf, restored, second } from './fixtures.ts';

const filled = () => {
  const session = sessionOf(first);
  session.answer('sleep', ['yes']);
  session.answer('help', ['walk']);
  session.answer('alone', [false]);
  session.answer('people', [3]);
  session.answer('hours', [20]);
  session.answer('mood', [4]);
  session.leaveOut('since', 'declined');
  session.add('person');
  session.answer('who', ['Ann'], [1]);
  return session;
};
const items = ({ aside }: ReturnType<typeof fit>): string[] => aside.map(([key]) => key);

describe('a draft for the same instrument', () => {
  it('is restored unchanged, in progress or sent', () => {
    const session = filled();
    for (const record of [session.current.response, session.complete()]) {
      const fitted = fit(partOf(record), first);
      assert.deepEqual(restored(fitted), record);
      assert.deepEqual(fitted.aside, []);
    }
  });

  it('has what was typed and is no valid answer', () => {
    const rejected = [{ item: 'name', at: [], given: ['more than ten letters'] }, { item: 'hours', at: [], given: ['many'] }];
    const session = sessionOf(first);
    session.answer('sleep', ['no']);
    const fitted = fit(partOf(session.current.response, rejected), first);
    assert.deepEqual((JSON.parse(fitted.state!) as { rejected: unknown }).rejected, rejected);
    assert.deepEqual(fitted.aside, []);
  });

  it('is not for another instrument or other options', () => {
    const part = partOf(filled().current.response);
    assert.equal(isFor(part, first), true);
    assert.equal(isFor(part, second), true);
    assert.equal(isFor(part, settled({ ...everyType, id: 'another' })), false);
    assert.equal(isFor(part, { ...first, options: { mode: 'short' } }), false);
    assert.equal(isFor({ state: '{"instrument":[]}', words: [] }, first), false);
  });
});

describe('a draft for an instrument that was updated', () => {
  it('gives it the answers that it still has, and puts the others aside in words', () => {
    const fitted = fit(partOf(filled().current.response), second);
    const { answers, instrument, status } = restored(fitted);
    assert.deepEqual(answers.map(({ item, at }) => [item, ...(at ?? [])].join('.')), ['sleep', 'alone', 'since', 'who.1']);
    assert.equal(instrument.version, '2.0.0');
    assert.equal(status, 'in-progress');
    assert.deepEqual(fitted.aside, [['help', 'help?', 'walk'], ['people', 'people?', '3'], ['hours', 'hours?', '20'], ['mood', 'mood?', '4']]);
    assert.ok(readResponse(second, restored(fitted)).ok);
  });

  it('keeps the id of a record that was not sent, and replaces one that was', () => {
    const session = filled();
    const draft = session.current.response;
    assert.equal(restored(fit(partOf(draft), second)).id, draft.id);
    const sent = restored(fit(partOf(session.complete()), second));
    assert.deepEqual([sent.id, sent.replaces, sent.status, sent.completedAt], ['new-id', draft.id, 'in-progress', undefined]);
  });

  it('puts aside what was typed for a question that is gone', () => {
    const session = sessionOf(first);
    session.answer('sleep', ['no']);
    const rejected = [{ item: 'mood', at: [], given: [99] }, { item: 'hours', at: [], given: ['many'] }];
    const fitted = fit(partOf(session.current.response, rejected), second);
    assert.deepEqual(items(fitted), ['mood']);
    assert.deepEqual((JSON.parse(fitted.state!) as { rejected: unknown }).rejected, [rejected[1]]);
  });

  it('restores nothing and puts everything aside if the record itself cannot be read', () => {
    const record = { ...filled().current.response, startedAt: 'yesterday' };
    const fitted = fit(partOf(record), first);
    assert.equal(fitted.state, undefined);
    assert.equal(fitted.aside.length, record.answers.length);
  });

  it('takes a record of a later version of the library, with fields that are unknown here', () => {
    const fitted = fit(partOf({ ...filled().current.response, later: true } as never), first);
    assert.deepEqual(restored(fitted).answers, filled().current.response.answers);
    assert.deepEqual(fitted.aside, []);
  });
});

describe('any draft', () => {
  const ids = ['sleep', 'help', 'alone', 'people', 'hours', 'mood', 'since', 'name', 'who', 'near', 'gone'];
  const value = fc.oneof(fc.constantFrom<Value>('yes', 'no', 'talk', 'walk', true, false, 3, 20, 'Ann', '2026-03-01'), fc.integer({ min: -3, max: 30 }), fc.string({ maxLength: 20 }));
  const answer = fc.oneof(
    fc.record({ item: fc.constantFrom(...ids), state: fc.constant('answered'), values: fc.array(value, { maxLength: 2 }), at: fc.array(fc.nat(3), { maxLength: 1 }) }, { requiredKeys: ['item', 'state', 'values'] }),
    fc.record({ item: fc.constantFrom(...ids), state: fc.constantFrom('declined', 'unknown') }),
  );

  it('loses no answer: each is restored or put aside, once', () => {
    fc.assert(fc.property(fc.array(answer, { maxLength: 12 }), (answers) => {
      const { response } = sessionOf(first).current;
      for (const instrument of [first, second]) {
        const fitted = fit(partOf({ ...response, answers } as never), instrument);
        const record = restored(fitted);
        assert.ok(readResponse(instrument, record).ok);
        const given = answers.map(({ item, ...rest }) => [item, ...('at' in rest ? (rest.at ?? []) : [])].join('.'));
        const found = [...record.answers.map(({ item, at }) => [item, ...(at ?? [])].join('.')), ...items(fitted)];
        assert.deepEqual(found.sort(), given.sort());
      }
    }));
  });

  it('is read without an error, whatever is in it', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string(), fc.object({ key: fc.constantFrom('answers', 'rejected', 'instrument', 'item', 'at', 'given', 'values') }).map((one) => JSON.stringify(one))), (state) => {
      fit({ state, words: [] }, first);
      isFor({ state, words: [] }, first);
    }));
  });
});
