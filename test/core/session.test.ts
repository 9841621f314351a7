import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deepFreeze } from '../../src/core/plain-data/deep-freeze.ts';
import type { Item, Value } from '../../src/core/instrument/instrument.ts';
import type { Answer } from '../../src/core/record/response.ts';
import type { Session } from '../../src/core/answering/session.ts';
import type { Instance } from '../../src/core/answering/snapshot.ts';
import { intake } from './fixtures/intake.ts';
import { completed, sessionOf } from './fixtures/sessions.ts';

const flat = (instances: readonly Instance[]): Instance[] => instances.flatMap((one) => [one, ...flat(one.children)]);
const instance = (session: Session, key: string): Instance | undefined =>
  flat(session.current.instances).find((one) => one.key === key);
const keys = (session: Session): string[] => flat(session.current.instances).map(({ key }) => key);
const answers = (session: Session): Record<string, readonly Value[] | string> =>
  Object.fromEntries(
    session.current.response.answers.map((answer) => [
      [answer.item, ...(answer.at ?? [])].join('.'),
      answer.state === 'answered' ? answer.values : answer.state,
    ]),
  );
const problemOf = (outcome: ReturnType<Session['answer']>): string => (outcome.ok ? '' : outcome.problem.code);

describe('an answer', () => {
  it('goes into the record in the order of the instrument, not of the answering', () => {
    const session = sessionOf(intake);
    session.answer('trust', [0]);
    session.answer('mood', ['high']);
    assert.deepEqual(session.current.response.answers, [
      { item: 'mood', state: 'answered', values: ['high'] },
      { item: 'trust', state: 'answered', values: [0] },
    ]);
  });

  it('tells zero, false, left out and unanswered apart', () => {
    const session = sessionOf(intake);
    session.answer('trust', [0]);
    session.answer('alone', [false]);
    session.leaveOut('mood', 'not-applicable');
    assert.deepEqual(answers(session), { mood: 'not-applicable', alone: [false], trust: [0] });
    assert.ok(session.current.blank.includes('since'));
  });

  it('of several choices stands in the order of the list, each once', () => {
    const session = sessionOf(intake);
    session.answer('helps', ['rest', 'talk', 'rest']);
    assert.deepEqual(answers(session).helps, ['talk', 'rest']);
  });

  it('of text is kept to the letter', () => {
    const session = sessionOf(intake);
    session.answer('more', ['  two\n spaces ']);
    assert.deepEqual(answers(session).more, ['  two\n spaces ']);
  });

  for (const [what, values] of [['no value', []], ['empty text', ['']], ['white space', [' \n\t']]] as const) {
    it(`is cleared by ${what}`, () => {
      const session = sessionOf(intake);
      session.answer('more', ['words']);
      assert.deepEqual(session.answer('more', values), { ok: true });
      assert.deepEqual(answers(session), {});
      assert.ok(session.current.pristine);
    });
  }

  it('that is given again is no change', () => {
    const session = sessionOf(intake);
    session.answer('helps', ['rest', 'talk']);
    const { current } = session;
    session.answer('helps', ['talk', 'rest']);
    session.clear('trust');
    assert.equal(session.current, current);
  });

  it('does not take -0, which JSON cannot hold', () => {
    const session = sessionOf(intake);
    session.answer('weight', [-0]);
    assert.ok(Object.is((answers(session).weight as Value[])[0], 0));
  });

  it('may say what a reason is called, without being one', () => {
    const session = sessionOf(intake);
    session.answer('more', ['declined']);
    session.leaveOut('more', 'declined');
    assert.equal(answers(session).more, 'declined');
  });

  it('is refused where nothing is asked, and changes nothing', () => {
    const session = sessionOf(intake);
    const { current } = session;
    for (const outcome of [
      session.answer('nothing', ['x']),
      session.answer('welcome', ['x']),
      session.answer('closing', ['x']),
      session.answer('last-goal', ['x']),
      session.answer('crowded', [true]),
      session.answer('trust', [1], [0]),
      session.answer('name', ['Ann']),
      session.answer('name', ['Ann'], [0]),
      session.leaveOut('people', 'declined'),
      session.clear('people'),
    ]) {
      assert.equal(problemOf(outcome), 'asked');
    }
    assert.equal(session.current, current);
  });

  it('is left out for a reason that the item allows', () => {
    const session = sessionOf(intake);
    assert.ok(session.leaveOut('trust', 'unknown').ok);
    assert.equal(problemOf(session.leaveOut('trust', 'not-applicable')), 'allowed-by-the-item');
    assert.equal(problemOf(session.leaveOut('trust', 'tired' as 'unknown')), 'allowed-by-the-item');
    assert.equal(answers(session).trust, 'unknown');
  });
});

describe('a value that does not fit', () => {
  const cases: [item: string, values: Value[], rule: string][] = [
    ['mood', ['lots'], 'one-of-its-choices'],
    ['mood', [2], 'one-of-its-choices'],
    ['mood', ['constructor'], 'one-of-its-choices'],
    ['mood', ['low', 'high'], 'single'],
    ['helps', ['talk', 'sing'], 'one-of-its-choices'],
    ['alone', ['yes'], 'of-its-type'],
    ['alone', [0], 'of-its-type'],
    ['weight', ['70'], 'of-its-type'],
    ['weight', [NaN], 'of-its-type'],
    ['weight', [Infinity], 'of-its-type'],
    ['weight', [-0.5], 'min-or-more'],
    ['trust', [11], 'max-or-less'],
    ['trust', [-1], 'min-or-more'],
    ['trust', [5.5], 'of-its-type'],
    ['trust', [1, 2], 'single'],
    ['since', ['2026-02-30'], 'of-its-type'],
    ['since', ['1 March'], 'of-its-type'],
    ['since', ['1999-12-31'], 'min-or-more'],
    ['since', ['2031-01-01'], 'max-or-less'],
    ['more', [7], 'of-its-type'],
    ['more', ['x'.repeat(201)], 'max-length-or-less'],
    ['more', ['half a \ud83d pair'], 'of-its-type'],
  ];
  for (const [item, values, rule] of cases) {
    it(`is kept as it was given: ${item} ${JSON.stringify(values).slice(0, 40)} (${rule})`, () => {
      const session = sessionOf(intake);
      assert.equal(problemOf(session.answer(item, values)), rule);
      assert.deepEqual(instance(session, item)?.rejected?.given, values);
      assert.equal(instance(session, item)?.rejected?.problem.path, item);
      assert.deepEqual(session.current.rejected, [item]);
      assert.deepEqual(answers(session), {});
      assert.ok(!session.current.blank.includes(item));
      assert.ok(!session.current.pristine);
    });
  }

  it('takes the place of the old answer, and goes when it is mended', () => {
    const session = sessionOf(intake);
    session.answer('trust', [7]);
    session.answer('trust', [70]);
    assert.deepEqual(answers(session), {});
    session.answer('trust', [8]);
    assert.deepEqual(answers(session), { trust: [8] });
    assert.deepEqual(session.current.rejected, []);
  });

  it('takes a last day of February that exists', () => {
    const session = sessionOf(intake);
    assert.ok(session.answer('since', ['2024-02-29']).ok);
    assert.ok(!session.answer('since', ['2026-02-29']).ok);
  });
});

describe('an item out of sight', () => {
  const crowd = (): Session => {
    const session = sessionOf(intake);
    session.answer('alone', [false]);
    session.answer('people', [8]);
    session.answer('crowded', [true]);
    return session;
  };

  it('leaves the record together with what depends on it, and comes back with its answer', () => {
    const session = crowd();
    session.answer('alone', [true]);
    assert.deepEqual(answers(session), { alone: [true] });
    assert.ok(!keys(session).includes('people') && !keys(session).includes('crowded'));
    session.answer('alone', [false]);
    assert.deepEqual(answers(session), { alone: [false], people: [8], crowded: [true] });
  });

  it('is not counted', () => {
    const session = sessionOf(intake);
    const { total } = session.current;
    session.answer('alone', [false]);
    assert.equal(session.current.total, total + 3);
    assert.equal(session.current.answered, 1);
  });

  it('is out of sight while what it depends on is unusable', () => {
    const session = crowd();
    session.answer('people', [99]);
    assert.deepEqual(answers(session), { alone: [false] });
    assert.deepEqual(session.current.rejected, ['people']);
  });
});

describe('progress', () => {
  it('counts what is asked and not optional; what is left out is dealt with', () => {
    const session = sessionOf(intake);
    assert.deepEqual(session.current.blank, ['mood', 'alone', 'trust', 'since', 'helps']);
    assert.equal(session.current.total, 5);
    session.answer('weight', [70]);
    session.leaveOut('since', 'declined');
    assert.equal(session.current.answered, 1);
    assert.deepEqual(session.current.blank, ['mood', 'alone', 'trust', 'helps']);
  });

  it('is pristine until something was answered, left out or given', () => {
    const session = sessionOf(intake, { given: [{ item: 'last-goal', state: 'answered', values: ['Sleep'] }] });
    assert.ok(session.current.pristine);
    session.leaveOut('trust', 'declined');
    assert.ok(!session.current.pristine);
    session.clear('trust');
    assert.ok(session.current.pristine);
  });
});

describe('what the host gives', () => {
  const given: Answer[] = [
    { item: 'last-goal', state: 'answered', values: ['Sleep'] },
    { item: 'old-question', at: [0], state: 'answered', values: ['Who reads this?'] },
    { item: 'old-question', at: [1], state: 'answered', values: ['How long?'] },
  ];

  it('is in the record, decides what is asked, and is never shown', () => {
    const session = sessionOf(intake, { given });
    assert.deepEqual(answers(session), {
      'last-goal': ['Sleep'],
      'old-question.0': ['Who reads this?'],
      'old-question.1': ['How long?'],
    });
    assert.ok(keys(session).includes('reached'));
    assert.ok(!keys(session).some((key) => /last-goal|old-question/.test(key)));
  });

  it('says how often a group stands there that the person cannot add to', () => {
    const session = sessionOf(intake, { given });
    assert.deepEqual(keys(session).filter((key) => key.startsWith('was-answered')), ['was-answered.0', 'was-answered.1']);
    assert.equal(instance(session, 'asked-before.0')?.canAdd, undefined);
    assert.equal(problemOf(session.add('asked-before')), 'allowed-to-repeat');
    assert.equal(problemOf(session.remove('asked-before', [0])), 'allowed-to-repeat');
    assert.ok(!keys(sessionOf(intake)).some((key) => key.startsWith('asked-before')));
  });

  it('may be for items in a hidden group', () => {
    const items: Item[] = [
      { id: 'past', type: 'group', text: 'Past', hidden: true, items: [{ id: 'goal', type: 'text', text: 'Goal' }] },
      { id: 'now', type: 'text', text: 'Now' },
    ];
    const session = sessionOf({ ...intake, items }, { given: [{ item: 'goal', state: 'answered', values: ['Sleep'] }] });
    assert.deepEqual([keys(session), answers(session)], [['now'], { goal: ['Sleep'] }]);
    assert.equal(problemOf(session.answer('goal', ['x'])), 'asked');
    assert.ok(session.current.pristine);
  });

  it('comes back with a blank start, and not beside a restored record', () => {
    const session = sessionOf(intake, { given });
    session.answer('trust', [3]);
    const draft = sessionOf(intake).current.response;
    session.reset();
    assert.deepEqual(Object.keys(answers(session)), ['last-goal', 'old-question.0', 'old-question.1']);
    session.reset(draft);
    assert.deepEqual(answers(session), {});
  });
});

describe('a group that repeats', () => {
  const people = (): Session => {
    const session = sessionOf(intake);
    session.answer('trust', [9]);
    session.answer('name', ['Ann'], [0]);
    session.add('person');
    session.answer('name', ['Bo'], [1]);
    session.answer('close', ['high'], [1]);
    session.add('event', [1]);
    session.answer('what', ['Walked'], [1, 1]);
    return session;
  };

  it('stands there at least, and at most, as often as it says', () => {
    const session = sessionOf(intake);
    session.answer('trust', [9]);
    assert.deepEqual([instance(session, 'person.0')?.canAdd, instance(session, 'person.0')?.canRemove], [true, false]);
    assert.equal(problemOf(session.remove('person', [0])), 'allowed-to-repeat');
    assert.ok(session.add('person').ok && session.add('person').ok);
    assert.deepEqual([instance(session, 'person.2')?.canAdd, instance(session, 'person.2')?.canRemove], [false, true]);
    assert.equal(problemOf(session.add('person')), 'allowed-to-repeat');
    assert.equal(problemOf(session.remove('person', [3])), 'allowed-to-repeat');
    assert.equal(problemOf(session.remove('person', [-1])), 'allowed-to-repeat');
    assert.equal(problemOf(session.remove('person', [0.5])), 'allowed-to-repeat');
    assert.equal(problemOf(session.remove('trust', [0])), 'allowed-to-repeat');
    assert.equal(problemOf(session.add('event', [7])), 'asked');
    assert.equal(problemOf(session.remove('event', [7, 0])), 'asked');
  });

  it('that the person may add to is never quite gone, nor there more than 100 times where nobody says how often', () => {
    const items: Item[] = [
      { id: 'g', type: 'group', text: 'G', repeats: { min: 0, add: 'Add' }, items: [{ id: 'a', type: 'text', text: 'A' }] },
    ];
    const session = sessionOf({ ...intake, items });
    assert.deepEqual([instance(session, 'g.0')?.canAdd, instance(session, 'g.0')?.canRemove], [true, false]);
    for (let n = 1; n < 100; n++) assert.ok(session.add('g').ok);
    assert.equal(problemOf(session.add('g')), 'allowed-to-repeat');
  });

  it('in another moves its own repetitions only', () => {
    const session = people();
    session.answer('close', ['high'], [0]);
    session.add('event', [0]);
    session.answer('what', ['Swam'], [0, 1]);
    session.remove('event', [0, 0]);
    assert.deepEqual([answers(session)['what.0.0'], answers(session)['what.1.1']], [['Swam'], ['Walked']]);
  });

  it('looks up a condition in the same repetition', () => {
    const session = people();
    assert.ok(keys(session).includes('how-close.1.0'));
    session.answer('close', ['middle'], [0]);
    assert.ok(keys(session).includes('what.0.0') && !keys(session).includes('how-close.0.0'));
  });

  it('moves the later ones up when one is taken out', () => {
    const session = people();
    session.remove('person', [0]);
    assert.deepEqual(answers(session), { trust: [9], 'name.0': ['Bo'], 'close.0': ['high'], 'what.0.1': ['Walked'] });
    assert.deepEqual(session.current.response.answers.at(-1)?.at, [0, 1]);
    assert.equal(problemOf(session.remove('event', [0, 0])), '');
    assert.deepEqual(answers(session)['what.0.0'], ['Walked']);
  });

  it('keeps what was left out or unusable when it moves', () => {
    const session = people();
    session.leaveOut('close', 'declined', [1]);
    session.answer('name', ['x'.repeat(30)], [1]);
    session.remove('person', [0]);
    assert.deepEqual(answers(session), { trust: [9], 'close.0': 'declined' });
    assert.deepEqual(instance(session, 'name.0')?.rejected?.given, ['x'.repeat(30)]);
    assert.equal(instance(session, 'name.0')?.rejected?.problem.path, 'name.0');
  });

  it('is blank when it is added after the last was taken out', () => {
    const session = people();
    session.remove('person', [1]);
    session.add('person');
    assert.deepEqual(answers(session), { trust: [9], 'name.0': ['Ann'] });
    assert.deepEqual(keys(session).filter((key) => key.startsWith('person')), ['person.0', 'person.1']);
  });

  it('keeps its count and answers while it is out of sight', () => {
    const session = people();
    const before = answers(session);
    session.answer('trust', [1]);
    assert.deepEqual(answers(session), { trust: [1] });
    session.answer('trust', [9]);
    assert.deepEqual(answers(session), before);
  });
});

describe('identity', () => {
  it('stays with every instance that did not change', () => {
    const session = sessionOf(intake, { pageSize: 2 });
    session.answer('trust', [9]);
    session.add('person');
    const before = session.current;
    const old = new Map(flat(before.instances).map((one) => [one.key, one]));
    session.answer('name', ['Ann'], [1]);
    const changed = flat(session.current.instances).filter((one) => old.has(one.key) && old.get(one.key) !== one);
    assert.deepEqual(changed.map(({ key }) => key), ['person.1', 'name.1']);
    assert.equal(session.current.rejected, before.rejected);
    assert.equal(session.current.pages[0], before.pages[0]);
  });

  it('stays with the follow-ups of a question that is answered', () => {
    const session = sessionOf(intake);
    session.answer('mood', ['low']);
    const children = instance(session, 'mood')?.children;
    session.leaveOut('mood', 'declined');
    session.answer('mood', ['low']);
    session.answer('mood-why', ['Rain']);
    const now = instance(session, 'mood')?.children;
    session.answer('trust', [1]);
    assert.notEqual(now, children);
    assert.equal(instance(session, 'mood')?.children, now);
  });

  it('stays with the whole tree when another page is shown', () => {
    const session = sessionOf(intake);
    const before = session.current;
    assert.ok(session.goTo(2).ok);
    assert.equal(session.current.instances, before.instances);
    assert.equal(session.current.pages, before.pages);
    assert.equal(session.current.response, before.response);
  });

  it('is safe to share: everything is frozen, and the instrument stays as it was', () => {
    const session = sessionOf(deepFreeze(structuredClone(intake)));
    session.answer('helps', ['talk']);
    const record = completed(session, { subject: 'p1' });
    const { current } = session;
    for (const part of [
      current, current.instances, current.instances[0], current.pages, current.pages[0], current.blank, current.rejected,
      record, record.answers, record.answers[0], Object.values(record.answers[0]!).at(-1),
      record.instrument, record.instrument.options, record.software,
    ]) {
      assert.ok(Object.isFrozen(part));
    }
  });
});

describe('the record', () => {
  it('is completed, and the same object until an answer or a detail changes', () => {
    const session = sessionOf(intake);
    session.answer('trust', [4]);
    const record = completed(session, { subject: 'p1' });
    assert.deepEqual(record, {
      schema: 1,
      id: 'r1',
      instrument: { id: 'intake', version: '1.2.0', options: { variant: 'long', topics: 'a b' } },
      status: 'completed',
      startedAt: '2026-03-01T09:00:00.000+00:00',
      completedAt: '2026-03-01T09:01:00.000+00:00',
      locale: 'en-GB',
      answers: [{ item: 'trust', state: 'answered', values: [4] }],
      subject: 'p1',
      software: { name: 'attune-elements', version: '0.1.0' },
    });
    session.goTo(2);
    assert.equal(completed(session, { subject: 'p1' }), record);
    assert.notEqual(completed(session, { subject: 'p2' }), record);
    session.answer('trust', [5]);
    assert.equal(completed(session, { subject: 'p2' }).id, 'r1');
  });

  it('has a new id and says what it replaces when something changes after it was sent', () => {
    const session = sessionOf(intake);
    session.answer('trust', [4]);
    const first = session.complete();
    session.markSent(first);
    session.goTo(2);
    assert.equal(session.complete(), first);
    assert.equal(session.current.response, first);
    session.answer('trust', [5]);
    session.answer('trust', [4]);
    assert.equal(session.current.response.status, 'in-progress');
    const second = session.complete();
    assert.deepEqual([second.id, second.replaces, second.startedAt], ['r2', 'r1', first.startedAt]);
    session.markSent(second);
    session.setDetails({ author: 'client' });
    const third = session.complete();
    assert.deepEqual([third.id, third.replaces, third.author], ['r3', 'r2', 'client']);
  });

  it('has a new id when an answer changed between completing it and sending it', () => {
    const session = sessionOf(intake);
    const first = session.complete();
    session.answer('trust', [5]);
    session.markSent(first);
    assert.deepEqual([session.current.response.id, session.current.response.replaces], ['r2', 'r1']);
    assert.equal(session.complete().id, 'r2');
  });

  it('keeps its id when it is an earlier record that was sent', () => {
    const session = sessionOf(intake);
    const first = session.complete();
    session.markSent(first);
    session.answer('trust', [5]);
    session.markSent(first);
    session.answer('trust', [6]);
    const second = session.complete();
    assert.deepEqual([second.id, second.replaces], ['r2', 'r1']);
  });

  it('keeps its id when it was completed and not sent', () => {
    const session = sessionOf(intake);
    session.complete();
    session.answer('trust', [5]);
    assert.equal(session.complete().id, 'r1');
  });

  it('changes nothing and calls no listener when it is only read', () => {
    const session = sessionOf(intake);
    session.setDetails({ subject: 'p1' });
    session.markSent(session.complete());
    const { current } = session;
    session.subscribe(() => assert.fail('a listener was called'));
    session.complete();
    session.setDetails({ subject: 'p1' });
    assert.equal(session.current, current);
  });

  it('leaves out details that are empty', () => {
    const record = completed(sessionOf(intake), { subject: '', disclosure: 'Your therapist reads this.' });
    assert.equal('subject' in record, false);
    assert.equal(record.disclosure, 'Your therapist reads this.');
  });
});

describe('restoring', () => {
  const draft = (): Session => {
    const session = sessionOf(intake);
    session.answer('trust', [9]);
    session.add('person');
    session.answer('name', ['Bo'], [1]);
    return session;
  };

  it('a draft keeps its id, and brings as many repetitions as it needs', () => {
    const { response } = draft().current;
    const session = sessionOf(intake, { restore: response });
    assert.deepEqual(session.current.response, response);
    assert.ok(keys(session).includes('person.1'));
    session.answer('trust', [8]);
    const record = session.complete();
    assert.deepEqual([record.id, record.replaces], ['r1', undefined]);
  });

  it('a completed record gives that very record back until something changes', () => {
    const record = completed(draft(), { subject: 'p1' });
    const session = sessionOf(intake, { restore: record, newId: () => 'new' });
    assert.equal(completed(session, { subject: 'p1' }), record);
    session.answer('trust', [8]);
    const next = completed(session, { subject: 'p1' });
    assert.deepEqual([next.id, next.replaces], ['new', 'r1']);
  });

  it('a completed record with other details is a change', () => {
    const session = sessionOf(intake, { restore: completed(draft(), { subject: 'p1' }), newId: () => 'new' });
    assert.equal(completed(session, { subject: 'p2' }).replaces, 'r1');
  });

  it('keeps what does not fit in sight, and leaves out what has no place', () => {
    const { response } = draft().current;
    const misfits = [
      { item: 'trust', state: 'answered', values: [99] },
      { item: 'gone', state: 'answered', values: [1] },
      { item: 'welcome', state: 'declined' },
      { item: 'name', at: [1e9], state: 'declined' },
    ] as const;
    const session = sessionOf(intake, { restore: { ...response, answers: misfits } });
    assert.deepEqual(answers(session), {});
    assert.deepEqual(session.current.rejected, ['trust']);
  });

  it('starts blank under a new id without a record, and tells its listeners', () => {
    const session = draft();
    const told: unknown[] = [];
    session.subscribe((snapshot) => told.push(snapshot));
    session.markSent(session.complete());
    session.goTo(3);
    session.reset();
    assert.deepEqual([session.current.response.id, session.current.response.replaces], ['r2', undefined]);
    assert.ok(session.current.pristine && session.current.page === 1);
    assert.equal(told.at(-1), session.current);
    session.reset(draft().current.response);
    assert.equal(session.current.response.id, 'r1');
    assert.deepEqual(answers(session)['name.1'], ['Bo']);
  });
});

describe('listeners', () => {
  it('hear of each change once, and no more when they leave', () => {
    const session = sessionOf(intake);
    let heard = 0;
    const leave = session.subscribe(() => heard++);
    session.answer('trust', [1]);
    session.answer('trust', [1]);
    session.goTo(2);
    session.goTo(2);
    session.answer('trust', [99]);
    session.complete();
    assert.equal(heard, 3);
    leave();
    session.clear('trust');
    assert.equal(heard, 3);
  });
});
