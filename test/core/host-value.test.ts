import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { HostValue } from '../../src/core/answering/host-value.ts';
import type { Response } from '../../src/core/record/response.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { settled } from './answers.ts';
import { sessionOf } from './fixtures/sessions.ts';

// test/contract/host-value-contract.ts tests what a page and a person see of this. docs/record.md has the table.

const { response } = sessionOf(settled(trust12)).current;
/** A state of a record: one text differs. */
const state = (id: string, n: number, more: Partial<Response> = {}): Response => ({ ...response, id, subject: `p-${n}`, ...more });
const sent = { status: 'completed', completedAt: '2026-03-01T10:00:00+00:00' } as const;

let hostValue: HostValue;
beforeEach(() => {
  hostValue = new HostValue();
});

/** The page sets a record while the widget has another one, or the same with other answers. */
const set = (record: Response, now = state('own', 0), pristine = false): string =>
  hostValue.set(record, JSON.stringify(record), { id: now.id, json: JSON.stringify(now), pristine });

describe('a record that the page sets', () => {
  it('is taken if nobody has answered, and changes nothing when it is set again', () => {
    assert.deepEqual([set(state('a', 1)), set(state('a', 1)), set(state('a', 2)), set(state('b', 1))], ['take', 'ignore', 'take', 'take']);
  });

  it('replaces no answers. The page hears of that once', () => {
    hostValue.isAnswered = true;
    assert.deepEqual([set(state('own', 1)), set(state('own', 2)), set(state('a', 1))], ['refuse', 'ignore', 'ignore']);
    hostValue.begin(false);
    assert.equal(hostValue.isAnswered, false);
    hostValue.isAnswered = true;
    assert.deepEqual([set(state('a', 2)), set(state('a', 3))], ['refuse', 'ignore'], 'once for each start');
  });

  it('is taken if the person has undone every answer', () => {
    hostValue.isAnswered = true;
    assert.equal(set(state('own', 1), state('own', 0), true), 'take');
  });

  it('replaces the answers to another record that the page brought, and not those to the same', () => {
    hostValue.begin(true);
    hostValue.isAnswered = true;
    assert.deepEqual([set(state('own', 1)), set(state('a', 1))], ['refuse', 'take']);
  });

  it('makes the widget’s record one of the page, if they are equal', () => {
    hostValue.isAnswered = true;
    assert.deepEqual([set(state('own', 0)), set(state('a', 1))], ['match', 'take']);
  });

  it('does not do so if the page has it from the widget', () => {
    hostValue.isAnswered = true;
    hostValue.giveOut(JSON.stringify(state('own', 0)));
    assert.deepEqual([set(state('own', 0)), set(state('a', 1))], ['match', 'refuse']);
  });

  it('is too late as a draft of a record that was sent or erased, and not as the completed one', () => {
    hostValue.markGone('a');
    assert.deepEqual([set(state('a', 1)), set(state('a', 2, sent))], ['ignore', 'take']);
  });

  it('is no other record if it was sent or erased', () => {
    hostValue.begin(true);
    hostValue.isAnswered = true;
    hostValue.markGone('a');
    assert.deepEqual([set(state('a', 1, sent)), set(state('b', 1))], ['refuse', 'take']);
  });

  it('is the same text as the last time, or must be read', () => {
    assert.deepEqual(['x', 'x', 'y'].map((text) => hostValue.isRepeated(text)), [false, true, false]);
    hostValue.readAgain();
    assert.deepEqual([hostValue.isRepeated('y'), hostValue.isRepeated('y')], [false, true]);
    hostValue.unset('own');
    assert.equal(hostValue.isRepeated('y'), false);
  });
});

describe('no value, after a record', () => {
  it('makes the widget blank if the record is in it, once', () => {
    set(state('a', 1));
    assert.deepEqual([hostValue.unset('a'), hostValue.unset('a')], ['blank', 'ignore']);
    assert.equal(set(state('a', 1)), 'take', 'the same record is another change');
  });

  it('changes nothing where there was no record', () => {
    assert.equal(hostValue.unset('own'), 'ignore');
  });

  it('leaves the answers to another record, and to one that was sent', () => {
    set(state('a', 1));
    assert.equal(hostValue.unset('own'), 'forget');
    set(state('a', 1));
    hostValue.markGone('a');
    assert.equal(hostValue.unset('a'), 'forget');
  });

  for (const [when, prepare] of [
    ['brought the record', () => hostValue.begin(true)],
    ['was given an answer', () => hostValue.giveOut(JSON.stringify(state('own', 1)))],
  ] as const) {
    it(`leaves the answers if it is what a page that ${when} was given while the widget was blank`, () => {
      prepare();
      hostValue.giveOut('');
      set(state('own', 0));
      assert.equal(hostValue.unset('own'), 'forget');
      set(state('own', 0));
      assert.equal(hostValue.unset('own'), 'blank', 'it came back once');
    });
  }

  it('is no state of a widget that never had a record', () => {
    hostValue.giveOut('');
    set(state('own', 0));
    assert.equal(hostValue.unset('own'), 'blank');
  });
});

describe('the states of a record that a widget gave to the page', () => {
  /** The widget gives out `count` different states. */
  const giveOut = (count: number): void => {
    hostValue.isAnswered = true;
    for (let n = 1; n <= count; n++) hostValue.giveOut(JSON.stringify(state('own', n)));
  };
  const verdicts = (...numbers: number[]): string[] => numbers.map((n) => set(state('own', n)));

  it('are recognised, also the first of a thousand', () => {
    giveOut(1000);
    assert.deepEqual(verdicts(1, 500, 1000), ['ignore', 'ignore', 'ignore']);
  });

  it('replace no answer, also if there are so many that the first was forgotten', () => {
    giveOut(1001);
    assert.deepEqual(verdicts(2, 1, 3), ['ignore', 'refuse', 'ignore']);
  });

  it('are states of an earlier record once another one was taken', () => {
    giveOut(1);
    hostValue.markGone('own');
    hostValue.begin(false);
    set(state('a', 1));
    assert.deepEqual(verdicts(1, 2), ['take', 'take']);
  });
});
