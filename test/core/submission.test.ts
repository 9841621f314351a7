import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Response } from '../../src/core/record/response.ts';
import { type Submission, type SubmissionEvent, advance } from '../../src/core/record/submission.ts';
import { intake } from './fixtures/intake.ts';
import { completed, sessionOf } from './fixtures/sessions.ts';

const record: Response = completed(sessionOf(intake));
const other: Response = { ...record, id: 'other', replaces: record.id };
const { id } = record;

/** The state after some events, from the initial state. */
const after = (...events: SubmissionEvent[]): Submission => events.reduce(advance, { state: 'idle' } as Submission);

const send: SubmissionEvent = { type: 'send', record };
const slow: SubmissionEvent = { type: 'slow', attempt: 1 };
const rejected: SubmissionEvent = { type: 'rejected', attempt: 1 };
const fulfilled: SubmissionEvent = { type: 'fulfilled', attempt: 1 };
const handedOver: SubmissionEvent = { type: 'unclaimed', attempt: 1 };
const unheard: SubmissionEvent = { type: 'unheard', attempt: 1 };
const kept: SubmissionEvent = { type: 'kept', attempt: 1 };

const states: Record<string, Submission> = {
  idle: after(),
  sending: after(send),
  slow: after(send, slow),
  failed: after(send, rejected),
  unheard: after(send, unheard),
  sent: after(send, handedOver),
  kept: after(send, kept),
  saved: after(send, fulfilled),
};

const events: Record<string, SubmissionEvent> = {
  send,
  slow,
  prevented: { type: 'prevented', attempt: 1 },
  'handed over': handedOver,
  unheard,
  kept,
  read: { type: 'read', id },
  fulfilled,
  rejected,
  acknowledge: { type: 'acknowledge', id },
  fail: { type: 'fail', id },
  edit: { type: 'edit' },
  reset: { type: 'reset' },
  'acknowledge another': { type: 'acknowledge', id: 'another' },
  'fail another': { type: 'fail', id: 'another' },
  'read, of another': { type: 'read', id: 'another' },
  'fulfilled, of another': { type: 'fulfilled', attempt: 1, id: 'another' },
};

/** The next state for each state and event. Events that are not listed change nothing. */
const table: Record<string, Record<string, string>> = {
  idle: { send: 'sending' },
  sending: {
    slow: 'slow', prevented: 'idle', 'handed over': 'sent', unheard: 'unheard', kept: 'kept', fulfilled: 'saved', rejected: 'failed',
    acknowledge: 'saved', fail: 'failed', reset: 'idle',
  },
  slow: {
    send: 'sending', prevented: 'idle', 'handed over': 'sent', unheard: 'unheard', kept: 'kept', fulfilled: 'saved', rejected: 'failed',
    acknowledge: 'saved', fail: 'failed', reset: 'idle',
  },
  failed: { send: 'sending', fulfilled: 'saved', acknowledge: 'saved', edit: 'idle', reset: 'idle' },
  unheard: {
    send: 'sending', read: 'sent', fulfilled: 'saved', acknowledge: 'saved', fail: 'failed', edit: 'idle', reset: 'idle',
  },
  sent: { send: 'sending', fulfilled: 'saved', acknowledge: 'saved', fail: 'failed', edit: 'idle', reset: 'idle' },
  kept: { send: 'sending', fulfilled: 'saved', acknowledge: 'saved', fail: 'failed', edit: 'idle', reset: 'idle' },
  saved: { edit: 'idle', reset: 'idle' },
};

const nameOf = (submission: Submission): string => {
  if (submission.state === 'sending' && submission.slow) return 'slow';
  if (submission.state === 'sent' && submission.isKept) return 'kept';
  return submission.state === 'failed' && submission.isUnheard ? 'unheard' : submission.state;
};

describe('a submission', () => {
  for (const [name, state] of Object.entries(states)) {
    for (const [what, event] of Object.entries(events)) {
      const next = table[name]![what];
      it(`that is ${name}: ${what} ${next ? `makes it ${next}` : 'changes nothing'}`, () => {
        const result = advance(state, event);
        if (next) assert.equal(nameOf(result), next);
        else assert.equal(result, state);
      });
    }
  }
});

describe('another attempt', () => {
  it('sends the identical record', () => {
    for (const before of [states.failed!, states.unheard!, states.slow!, states.sent!]) {
      const again = advance(before, { type: 'send', record: { ...record, completedAt: '2027-01-01T00:00:00Z' } });
      assert.deepEqual(again, { state: 'sending', record, slow: false, attempt: 2 });
      assert.equal('record' in again && again.record, record);
    }
  });

  it('sends the record that is on its way, not another one', () => {
    assert.deepEqual(advance(states.slow!, { type: 'send', record: other }), { state: 'sending', record, slow: false, attempt: 2 });
  });

  it('is the first attempt of a new record after a change', () => {
    const again = after(send, rejected, { type: 'edit' }, { type: 'send', record: other });
    assert.deepEqual(again, { state: 'sending', record: other, slow: false, attempt: 1 });
    assert.deepEqual(advance(states.failed!, { type: 'send', record: other }), again);
  });

  it('is saved if any attempt fulfils', () => {
    assert.equal(after(send, slow, send, fulfilled).state, 'saved');
    assert.equal(after(send, slow, send, { type: 'fulfilled', attempt: 2 }).state, 'saved');
    assert.equal(after(send, slow, send, { type: 'rejected', attempt: 2 }, fulfilled).state, 'saved');
  });

  it('continues if an earlier attempt fails, becomes slow or is prevented late', () => {
    const second = after(send, slow, send);
    for (const event of [rejected, slow, handedOver, unheard, events.read!, events.prevented!]) assert.equal(advance(second, event), second);
  });

  it('is not saved because an earlier record is saved', () => {
    const second = after(send, rejected, { type: 'edit' }, { type: 'send', record: other });
    assert.equal(advance(second, { ...fulfilled, id }), second);
    assert.equal(advance(second, { type: 'acknowledge', id }), second);
    assert.equal(advance(second, { ...fulfilled, id: 'other' }).state, 'saved');
  });
});
