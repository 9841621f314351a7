import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Item, Value } from '../../src/core/instrument/instrument.ts';
import type { Answer } from '../../src/core/record/response.ts';
import type { Session } from '../../src/core/answering/session.ts';
import { intake } from './fixtures/intake.ts';
import { answers, instance, keys, problemOf } from './fixtures/session-view.ts';
import { sessionOf } from './fixtures/sessions.ts';

describe('an answer', () => {
  it('is in the record in the order of the instrument, not of the answering', () => {
    const session = sessionOf(intake);
    session.answer('trust', [0]);
    session.answer('mood', ['high']);
    assert.deepEqual(session.current.response.answers, [
      { item: 'mood', state: 'answered', values: ['high'] },
      { item: 'trust', state: 'answered', values: [0] },
    ]);
  });

  it('distinguishes zero, false, left out and unanswered', () => {
    const session = sessionOf(intake);
    session.answer('trust', [0]);
    session.answer('alone', [false]);
    session.leaveOut('mood', 'not-applicable');
    assert.deepEqual(answers(session), { mood: 'not-applicable', alone: [false], trust: [0] });
    assert.ok(session.current.blank.includes('since'));
  });

  it('with several choices has them in the order of the list, each once', () => {
    const session = sessionOf(intake);
    session.answer('helps', ['rest', 'talk', 'rest']);
    assert.deepEqual(answers(session).helps, ['talk', 'rest']);
  });

  it('with text is stored unchanged', () => {
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

  it('leaves the follow-ups of its question the same objects', () => {
    const why: Item = { id: 'why', type: 'text', text: 'Why?', when: { item: 'mood', is: 'answered' } };
    const session = sessionOf({ ...intake, items: [{ id: 'mood', type: 'text', text: 'Mood', items: [why] }] });
    session.answer('mood', ['low']);
    const { children } = instance(session, 'mood')!;
    session.answer('mood', ['high']);
    assert.equal(instance(session, 'mood')!.children, children);
  });

  it('that is given again changes nothing', () => {
    const session = sessionOf(intake);
    session.answer('helps', ['rest', 'talk']);
    const { current } = session;
    session.answer('helps', ['talk', 'rest']);
    session.clear('trust');
    assert.equal(session.current, current);
  });

  it('stores -0 as 0, because JSON has no -0', () => {
    const session = sessionOf(intake);
    session.answer('weight', [-0]);
    assert.ok(Object.is((answers(session).weight as Value[])[0], 0));
  });

  it('can be a text that equals the name of a reason for leaving out', () => {
    const session = sessionOf(intake);
    session.answer('more', ['declined']);
    session.leaveOut('more', 'declined');
    assert.equal(answers(session).more, 'declined');
  });

  it('is refused if the item is not asked, and changes nothing', () => {
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

  it('can be left out for a reason that the item allows', () => {
    const session = sessionOf(intake);
    assert.ok(session.leaveOut('trust', 'unknown').ok);
    assert.equal(problemOf(session.leaveOut('trust', 'not-applicable')), 'allowed-by-the-item');
    for (const item of ['trust', 'mood']) assert.equal(problemOf(session.leaveOut(item, 'tired' as 'unknown')), 'allowed-by-the-item');
    assert.ok(session.leaveOut('mood', 'not-applicable').ok);
    assert.equal(answers(session).trust, 'unknown');
  });
});

describe('an invalid value', () => {
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
    it(`is stored unchanged as rejected: ${item} ${JSON.stringify(values).slice(0, 40)} (${rule})`, () => {
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

  it('replaces the earlier answer, and is gone after a correction', () => {
    const session = sessionOf(intake);
    session.answer('trust', [7]);
    session.answer('trust', [70]);
    assert.deepEqual(answers(session), {});
    session.answer('trust', [8]);
    assert.deepEqual(answers(session), { trust: [8] });
    assert.deepEqual(session.current.rejected, []);
  });

  it('is 29 February, except in a leap year', () => {
    const session = sessionOf(intake);
    assert.ok(session.answer('since', ['2024-02-29']).ok);
    assert.ok(!session.answer('since', ['2026-02-29']).ok);
  });
});

describe('an item that is not asked', () => {
  const crowd = (): Session => {
    const session = sessionOf(intake);
    session.answer('alone', [false]);
    session.answer('people', [8]);
    session.answer('crowded', [true]);
    return session;
  };

  it('is not in the record, like the items that depend on it, and has its answer when it is asked again', () => {
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

  it('treats a rejected answer in its condition as unanswered', () => {
    const session = crowd();
    session.answer('people', [99]);
    assert.deepEqual(answers(session), { alone: [false] });
    assert.deepEqual(session.current.rejected, ['people']);
  });
});

describe('progress', () => {
  it('counts the questions that are asked and not optional, and counts left out ones as answered', () => {
    const session = sessionOf(intake);
    assert.deepEqual(session.current.blank, ['mood', 'alone', 'trust', 'since', 'helps']);
    assert.equal(session.current.total, 5);
    session.answer('weight', [70]);
    session.leaveOut('since', 'declined');
    assert.equal(session.current.answered, 1);
    assert.deepEqual(session.current.blank, ['mood', 'alone', 'trust', 'helps']);
  });

  it('is pristine until something was answered, left out or rejected', () => {
    const session = sessionOf(intake, { given: [{ item: 'last-goal', state: 'answered', values: ['Sleep'] }] });
    assert.ok(session.current.pristine);
    session.leaveOut('trust', 'declined');
    assert.ok(!session.current.pristine);
    session.clear('trust');
    assert.ok(session.current.pristine);
  });
});

describe('an answer that the host gives', () => {
  const given: Answer[] = [
    { item: 'last-goal', state: 'answered', values: ['Sleep'] },
    { item: 'old-question', at: [0], state: 'answered', values: ['Who reads this?'] },
    { item: 'old-question', at: [1], state: 'answered', values: ['How long?'] },
  ];

  it('is in the record, can decide what is asked, and is never shown', () => {
    const session = sessionOf(intake, { given });
    assert.deepEqual(answers(session), {
      'last-goal': ['Sleep'],
      'old-question.0': ['Who reads this?'],
      'old-question.1': ['How long?'],
    });
    assert.ok(keys(session).includes('reached'));
    assert.ok(!keys(session).some((key) => /last-goal|old-question/.test(key)));
  });

  it('decides the number of repetitions of a group that the person cannot add to', () => {
    const session = sessionOf(intake, { given });
    assert.deepEqual(keys(session).filter((key) => key.startsWith('was-answered')), ['was-answered.0', 'was-answered.1']);
    assert.equal(instance(session, 'asked-before.0')?.canAdd, undefined);
    assert.equal(problemOf(session.add('asked-before')), 'allowed-to-repeat');
    assert.equal(problemOf(session.remove('asked-before', [0])), 'allowed-to-repeat');
    assert.ok(!keys(sessionOf(intake)).some((key) => key.startsWith('asked-before')));
  });

  it('can be for an item in a hidden group', () => {
    const items: Item[] = [
      { id: 'past', type: 'group', text: 'Past', hidden: true, items: [{ id: 'goal', type: 'text', text: 'Goal' }] },
      { id: 'now', type: 'text', text: 'Now' },
    ];
    const session = sessionOf({ ...intake, items }, { given: [{ item: 'goal', state: 'answered', values: ['Sleep'] }] });
    assert.deepEqual([keys(session), answers(session)], [['now'], { goal: ['Sleep'] }]);
    assert.equal(problemOf(session.answer('goal', ['x'])), 'asked');
    assert.ok(session.current.pristine);
  });

  it('is used again for a blank start, and not for a restored record', () => {
    const session = sessionOf(intake, { given });
    session.answer('trust', [3]);
    const draft = sessionOf(intake).current.response;
    session.reset();
    assert.deepEqual(Object.keys(answers(session)), ['last-goal', 'old-question.0', 'old-question.1']);
    session.reset(draft);
    assert.deepEqual(answers(session), {});
  });
});
