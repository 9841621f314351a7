import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { AbsentReason, Item, Value } from '../../src/core/instrument/instrument.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import type { Response } from '../../src/core/record/response.ts';
import type { RecordDetails, Session } from '../../src/core/answering/session.ts';
import type { ItemInput } from '../../src/core/answering/repeats.ts';
import type { Instance } from '../../src/core/answering/snapshot.ts';
import { type Submission, type SubmissionEvent, advance } from '../../src/core/record/submission.ts';
import { intake } from './fixtures/intake.ts';
import { completed, sessionOf } from './fixtures/sessions.ts';

/** What a person, a clock and a host can do to a widget. Numbers select one of the items that exist then. */
type Step =
  | { do: 'answer'; pick: number; values: Value[] }
  | { do: 'answer anything'; item: string; at: number[]; values: Value[] }
  | { do: 'leave out'; pick: number; reason: AbsentReason }
  | { do: 'clear'; pick: number }
  | { do: 'turn to'; page: number }
  | { do: 'add'; pick: number }
  | { do: 'remove'; pick: number }
  | { do: 'reset' }
  | { do: 'restore draft' }
  | { do: 'restore'; pick: number }
  | { do: 'submit'; subject: string }
  | { do: 'outcome'; pick: number; type: 'prevented' | 'unheard' | 'unclaimed' | 'read' | 'fulfilled' | 'rejected' | 'slow' }
  | { do: 'acknowledge' | 'fail'; pick: number };

const questions = ['mood', 'mood-why', 'alone', 'people', 'crowded', 'weight', 'trust', 'since', 'helps', 'reached', 'was-answered', 'name', 'close', 'what', 'again', 'how-close', 'more'];
const pick = fc.nat(40);
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Value>('low', 'middle', 'high', true, false, 3, 7, 'talk', 'Ann', '2026-03-01') },
  { weight: 1, arbitrary: fc.oneof(fc.double(), fc.integer({ min: -3, max: 30 }), fc.string({ unit: 'binary', maxLength: 30 }), fc.boolean()) },
);
const values = fc.array(value, { maxLength: 3 });
const fitting = fc.constantFrom<Value[]>(['low'], ['middle'], ['high'], [true], [false], [3], [7], ['talk', 'rest'], ['Ann'], ['2026-03-01'], [' ']);
const reason = fc.constantFrom<AbsentReason>('declined', 'unknown', 'not-applicable');

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('answer' as const), pick, values: fc.oneof(fitting, values) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('answer anything' as const), item: fc.constantFrom(...questions), at: fc.array(fc.nat(3), { maxLength: 2 }), values }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave out' as const), pick, reason }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('clear' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('turn to' as const), page: fc.integer({ min: -1, max: 9 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('add' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), pick }) },
  { weight: 1, arbitrary: fc.constantFrom<Step>({ do: 'reset' }, { do: 'restore draft' }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const), pick }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('submit' as const), subject: fc.constantFrom('', 'p1', 'p2') }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('outcome' as const), pick, type: fc.constantFrom('prevented', 'unheard', 'unclaimed', 'read', 'fulfilled', 'rejected', 'slow') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('acknowledge', 'fail'), pick }) },
);

const flat = (instances: readonly Instance[]): Instance[] => instances.flatMap((one) => [one, ...flat(one.children)]);
const keyOf = (item: string, at: readonly number[] = []): string => [item, ...at].join('.');
const inPerson = new Set(['person', 'name', 'close', 'event', 'what', 'again', 'how-close']);
const inEvent = new Set(['event', 'what', 'again', 'how-close']);

/** A widget as an element builds it, a host that stores what it receives, and the answers that the person expects. */
class Widget {
  readonly session: Session;
  submission: Submission = { state: 'idle' };
  readonly dispatched: { record: Response; attempt: number; body: string }[] = [];
  readonly expected = new Map<string, { item: Item; at: readonly number[]; input: ItemInput }>();

  constructor() {
    const given = [
      { item: 'last-goal', state: 'answered', values: ['Sleep'] },
      { item: 'old-question', at: [0], state: 'answered', values: ['Who reads this?'] },
    ] as const;
    this.session = sessionOf(intake, { given });
  }

  get asked(): Instance[] {
    return flat(this.session.current.instances).filter(({ item }) => item.type !== 'group' && item.type !== 'display');
  }

  /** Runs a change as an element does: a change of the record ends the current submission. */
  change(act: () => void): void {
    const before = this.session.current.response;
    act();
    if (this.session.current.response !== before) this.advance({ type: 'edit' });
  }

  advance(event: SubmissionEvent): void {
    this.submission = advance(this.submission, event);
  }

  expect({ item, at, key }: Instance, input: ItemInput): void {
    if (input.length) this.expected.set(key, { item, at, input });
    else this.expected.delete(key);
  }

  submit(details: RecordDetails): void {
    const before = this.submission;
    const made = completed(this.session, details);
    this.advance({ type: 'send', record: made });
    const now = this.submission;
    if (now === before || now.state !== 'sending') return;
    const { record, attempt } = now;
    this.dispatched.push({ record, attempt, body: JSON.stringify(record) });
    // Another attempt sends the record of the first one, not a record that the host's details have changed since.
    if (record === made) this.session.markSent(made);
  }

  restore(response?: Response): void {
    this.session.reset(response);
    this.advance({ type: 'reset' });
    this.expected.clear();
    for (const one of this.asked) {
      if (one.answer) this.expect(one, one.answer.state === 'answered' ? one.answer.values : one.answer.state);
    }
  }

  remove(group: Instance): void {
    const depth = group.at.length - 1;
    const inside = group.item.id === 'person' ? inPerson : inEvent;
    this.change(() => {
      if (!this.session.remove(group.item.id, group.at).ok) return;
      const old = [...this.expected.values()];
      this.expected.clear();
      for (const { item, at, input } of old) {
        const affected = inside.has(item.id) && (depth === 0 || at[0] === group.at[0]) && at[depth]! >= group.at[depth]!;
        if (affected && at[depth] === group.at[depth]) continue;
        const to = affected ? at.map((n, i) => (i === depth ? n - 1 : n)) : at;
        this.expected.set(keyOf(item.id, to), { item, at: to, input });
      }
    });
  }

  run(step: Step): void {
    const { session, asked } = this;
    const one = 'pick' in step ? asked[step.pick % asked.length] : undefined;
    switch (step.do) {
      case 'answer':
        return this.change(() => {
          const filled = step.values.filter((value) => typeof value !== 'string' || value.trim());
          session.answer(one!.item.id, step.values, one!.at);
          this.expect(one!, filled.length ? step.values : []);
        });
      case 'answer anything': {
        const target = asked.find(({ key }) => key === keyOf(step.item, step.at));
        if (target) return this.run({ do: 'answer', pick: asked.indexOf(target), values: step.values });
        const { current } = session;
        assert.ok(!session.answer(step.item, step.values, step.at).ok);
        return assert.equal(session.current, current);
      }
      case 'leave out':
        return this.change(() => {
          if (session.leaveOut(one!.item.id, step.reason, one!.at).ok) this.expect(one!, step.reason);
        });
      case 'clear':
        return this.change(() => {
          session.clear(one!.item.id, one!.at);
          this.expect(one!, []);
        });
      case 'turn to':
        return void session.goTo(step.page);
      case 'add':
      case 'remove': {
        const groups = flat(session.current.instances).filter(({ canAdd }) => canAdd !== undefined);
        const group = groups[step.pick % groups.length];
        if (!group) return;
        if (step.do === 'remove') return this.remove(group);
        return this.change(() => assert.equal(session.add(group.item.id, group.at.slice(0, -1)).ok, group.canAdd));
      }
      case 'reset':
        return this.restore();
      case 'restore draft':
        return this.restore(session.current.response);
      case 'restore': {
        const record = this.dispatched[step.pick % this.dispatched.length]?.record;
        return record && this.restore(record);
      }
      case 'submit':
        return this.submit({ subject: step.subject });
      case 'outcome': {
        const dispatch = this.dispatched[step.pick % this.dispatched.length];
        return dispatch && this.advance({ type: step.type, attempt: dispatch.attempt, id: dispatch.record.id });
      }
      default: {
        const dispatch = this.dispatched[step.pick % this.dispatched.length];
        return dispatch && this.advance({ type: step.do, id: dispatch.record.id });
      }
    }
  }
}

/** Runs the steps in a new widget, and checks after each. */
const always = (check: (widget: Widget, step: Step) => void): void =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
      const widget = new Widget();
      for (const next of steps) {
        widget.run(next);
        check(widget, next);
      }
    }),
  );

describe('whatever a person and a host do', () => {
  it('no two different records are ever sent under one id', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80, size: 'max' }), (steps) => {
        const widget = new Widget();
        const bodies = new Map<string, string>();
        for (const next of steps) widget.run(next);
        for (const { record, body } of widget.dispatched) {
          assert.equal(bodies.get(record.id) ?? body, body);
          bodies.set(record.id, body);
          assert.equal(JSON.stringify(record), body);
        }
      }),
    );
  });

  it('a changed record replaces the last record that was sent', () => {
    always(({ session, dispatched }) => {
      const { id, replaces } = session.current.response;
      if (replaces) assert.ok(dispatched.some(({ record }) => record.id === replaces));
      assert.notEqual(id, replaces);
    });
  });

  it('no answer of the person is lost, and nothing else is shown', () => {
    always(({ asked, expected }) => {
      for (const { key, answer, rejected } of asked) {
        const shown = rejected ? rejected.given : answer?.state === 'answered' ? answer.values : answer?.state;
        const expectedInput = expected.get(key)?.input;
        if (!rejected && Array.isArray(shown)) {
          const filled = (expectedInput as Value[]).filter((one) => typeof one !== 'string' || one.trim());
          assert.deepEqual(new Set(shown), new Set(filled.map((one) => (one === 0 ? 0 : one))));
        } else assert.deepEqual(shown, expectedInput);
      }
    });
  });

  it('the record contains exactly the answers to items that are asked', () => {
    always(({ session, asked }) => {
      const seen = asked.filter(({ answer }) => answer).map(({ answer }) => answer);
      const own = session.current.response.answers.filter(({ item }) => item !== 'last-goal' && item !== 'old-question');
      assert.deepEqual(own, seen);
    });
  });

  it('the counts add up, and the page is one of the pages', () => {
    always(({ session: { current }, asked }) => {
      const counting = asked.filter(({ item }) => !item.optional);
      assert.equal(current.total, counting.length);
      assert.equal(current.answered, counting.filter(({ answer }) => answer).length);
      assert.deepEqual(current.blank, counting.filter(({ answer, rejected }) => !answer && !rejected).map(({ key }) => key));
      assert.deepEqual(current.rejected, asked.filter(({ rejected }) => rejected).map(({ key }) => key));
      assert.ok(current.pages[current.page - 1]);
      const paged = new Set(flat(current.pages.flat()).map(({ key }) => key));
      assert.deepEqual(asked.filter(({ key }) => !paged.has(key)), []);
    });
  });

  it('readResponse accepts every record and returns an equal one', () => {
    always(({ session, dispatched }) => {
      for (const record of [session.current.response, ...dispatched.slice(-1).map(({ record }) => record)]) {
        const read = readResponse(intake, JSON.parse(JSON.stringify(record)));
        assert.ok(read.ok, JSON.stringify(read));
        assert.equal(JSON.stringify(read.response), JSON.stringify(record));
      }
    });
  });

  it('a restored session equals the one before', () => {
    always(({ session }) => {
      const { response } = session.current;
      assert.deepEqual(sessionOf(intake, { restore: response }).current.response, response);
      const record = completed(sessionOf(intake, { restore: response }), { subject: 'p1' });
      assert.equal(completed(sessionOf(intake, { restore: record }), { subject: 'p1' }), record);
    });
  });

  it('a submission is saved only if the host confirmed that record', () => {
    always(({ submission, dispatched }, step) => {
      if (submission.state !== 'saved' || (step.do !== 'outcome' && step.do !== 'acknowledge')) return;
      assert.ok(dispatched.some(({ record }) => record === submission.record));
    });
  });

  it('instances that did not change are the same objects', () => {
    const seen = new WeakMap<Widget, Map<string, Instance>>();
    always((widget, step) => {
      const before = seen.get(widget) ?? new Map<string, Instance>();
      const now = new Map(flat(widget.session.current.instances).map((one) => [one.key, one]));
      if (step.do === 'answer' || step.do === 'leave out' || step.do === 'turn to') {
        for (const [key, one] of now) {
          const old = before.get(key);
          if (old && !one.children.length && JSON.stringify(old) === JSON.stringify(one)) assert.equal(one, old);
        }
      }
      seen.set(widget, now);
    });
  });
});
