import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Condition, Item, Value } from '../../src/core/instrument/instrument.ts';
import { full } from '../../src/core/answering/full-structure.ts';
import type { Session } from '../../src/core/answering/session.ts';
import { nested } from '../../src/core/answering/structure.ts';
import { intake } from './fixtures/intake.ts';
import { sessionIn } from './fixtures/sessions.ts';

const choices = [
  { code: 'never', text: 'Never', value: 0 },
  { code: 'often', text: 'Often', value: 3 },
  { code: 'other', text: 'Other' },
];

for (const [kind, structure] of [['an instrument with plain values', nested], ['any instrument', full]] as const) {
  /** A session with one item of each type, and an item with a condition. */
  function asking(when: Condition): Session {
    const items: Item[] = [
      { id: 'one', type: 'choice', text: 'One', choices, na: true },
      { id: 'many', type: 'choice', text: 'Many', choices, multiple: true },
      { id: 'flag', type: 'boolean', text: 'Flag' },
      { id: 'number', type: 'decimal', text: 'Number' },
      { id: 'word', type: 'text', text: 'Word' },
      { id: 'day', type: 'date', text: 'Day' },
      { id: 'asked', type: 'display', text: 'Asked', when },
    ];
    return sessionIn(structure, { ...intake, items });
  }

  const isAsked = (session: Session): boolean => session.current.instances.some(({ key }) => key === 'asked');

  describe(`a comparison in ${kind}`, () => {
    const cases: [item: string, values: Value[], op: string, value: Value, holds: boolean][] = [
      ['number', [10], '>', 9, true],
      ['number', [10], '>', 10, false],
      ['number', [10], '>=', 10, true],
      ['number', [10], '<', 9, false],
      ['number', [10], '<', 10.5, true],
      ['number', [10], '<=', 10, true],
      ['number', [10], '=', 10, true],
      ['number', [10], '!=', 10, false],
      ['number', [10], '=', '10', false],
      ['number', [10], '>', '9', false],
      ['number', [0], '=', false, false],
      ['flag', [false], '=', false, true],
      ['flag', [false], '!=', true, true],
      ['day', ['2026-03-01'], '>', '2026-02-28', true],
      ['day', ['2026-03-01'], '<=', '2026-02-28', false],
      ['word', ['b'], '>', 'a', true],
      ['word', ['b'], '=', 'B', false],
      ['one', ['often'], '=', 'often', true],
      ['one', ['often'], '=', 3, false],
      ['one', ['often'], '!=', 'never', true],
      ['one', ['often'], '>', 'never', true],
      ['one', ['never'], '>=', 'often', false],
      ['one', ['often'], '>', 2, true],
      ['one', ['often'], '<', 3, false],
      ['one', ['other'], '>=', 'never', false],
      ['one', ['often'], '>', 'other', false],
      ['one', ['often'], '>', 'no such code', false],
      ['many', ['never', 'often'], '=', 'often', true],
      ['many', ['never', 'often'], '!=', 'often', false],
      ['many', ['never', 'other'], '!=', 'often', true],
      ['many', ['never', 'often'], '>', 2, true],
      ['many', ['never', 'other'], '>', 2, false],
    ];
    for (const [item, values, op, value, holds] of cases) {
      it(`${JSON.stringify(values)} ${op} ${JSON.stringify(value)} ${holds ? 'holds' : 'fails'} for ${item}`, () => {
        const session = asking({ item, op: op as '=', value });
        session.answer(item, values);
        assert.equal(isAsked(session), holds);
      });
    }

    for (const op of ['=', '!=', '>', '>=', '<', '<='] as const) {
      it(`${op} fails for an item without a value`, () => {
        const session = asking({ item: 'number', op, value: 1 });
        assert.ok(!isAsked(session));
        session.leaveOut('number', 'unknown');
        assert.ok(!isAsked(session));
      });
    }
  });

  describe(`a condition in ${kind}`, () => {
    it('distinguishes answered, unanswered and each reason for leaving out', () => {
      const states = ['answered', 'unanswered', 'declined', 'unknown', 'not-applicable'] as const;
      for (const is of states) {
        const session = asking({ item: 'one', is });
        const holds: Record<string, boolean> = { unanswered: isAsked(session) };
        session.answer('one', ['often']);
        holds.answered = isAsked(session);
        for (const reason of ['declined', 'unknown', 'not-applicable'] as const) {
          session.leaveOut('one', reason);
          holds[reason] = isAsked(session);
        }
        assert.deepEqual(Object.keys(holds).filter((state) => holds[state]), [is]);
      }
    });

    it('treats a rejected answer as unanswered', () => {
      const session = asking({ item: 'number', is: 'unanswered' });
      session.answer('number', ['ten']);
      assert.ok(isAsked(session));
    });

    it('combines others with all and any, also nested', () => {
      const flag: Condition = { item: 'flag', op: '=', value: true };
      const word: Condition = { item: 'word', is: 'answered' };
      const number: Condition = { item: 'number', op: '>', value: 5 };
      const session = asking({ all: [flag, { any: [word, number] }] });
      session.answer('number', [6]);
      assert.ok(!isAsked(session));
      session.answer('flag', [true]);
      assert.ok(isAsked(session));
      session.answer('number', [5]);
      assert.ok(!isAsked(session));
      session.answer('word', ['x']);
      assert.ok(isAsked(session));
    });

    it('without parts holds for all and fails for any', () => {
      assert.ok(isAsked(asking({ all: [] })));
      assert.ok(!isAsked(asking({ any: [] })));
    });

    it('can refer to a later item', () => {
      const items: Item[] = [
        { id: 'early', type: 'text', text: 'Early', when: { item: 'late', op: '=', value: true } },
        { id: 'late', type: 'boolean', text: 'Late' },
      ];
      const session = sessionIn(structure, { ...intake, items });
      session.answer('late', [true]);
      assert.deepEqual(session.current.instances.map(({ key }) => key), ['early', 'late']);
    });

    it('treats an unknown item, or an item in another repeating group, as unanswered', () => {
      const items: Item[] = [
        { id: 'g', type: 'group', text: 'G', repeats: { add: 'Add' }, items: [{ id: 'inner', type: 'text', text: 'Inner' }] },
        { id: 'a', type: 'text', text: 'A', when: { item: 'inner', is: 'answered' } },
        { id: 'b', type: 'text', text: 'B', when: { item: 'nowhere', is: 'unanswered' } },
      ];
      const session = sessionIn(structure, { ...intake, items });
      session.answer('inner', ['x'], [0]);
      assert.deepEqual(session.current.instances.map(({ key }) => key), ['g.0', 'b']);
    });

    it('does not use an item in another repeating group with the same index', () => {
      const repeats = { add: 'Add' };
      const when: Condition = { item: 'x', is: 'answered' };
      const items: Item[] = [
        { id: 'g', type: 'group', text: 'G', repeats, items: [{ id: 'x', type: 'text', text: 'X' }] },
        { id: 'h', type: 'group', text: 'H', repeats, items: [{ id: 'y', type: 'text', text: 'Y', when }] },
      ];
      const session = sessionIn(structure, { ...intake, items });
      session.answer('x', ['there'], [0]);
      assert.deepEqual(session.current.instances[1]?.children, []);
    });

    it('on an item that is not asked treats it as unanswered, also through a chain of them', () => {
      const items: Item[] = [
        { id: 'first', type: 'boolean', text: 'First' },
        { id: 'second', type: 'boolean', text: 'Second', when: { item: 'first', op: '=', value: true } },
        { id: 'third', type: 'text', text: 'Third', when: { any: [{ item: 'second', op: '=', value: true }, { item: 'nowhere', is: 'answered' }] } },
        { id: 'last', type: 'text', text: 'Last', when: { all: [{ item: 'third', is: 'answered' }] } },
      ];
      const session = sessionIn(structure, { ...intake, items });
      const asked = (): string[] => session.current.instances.map(({ key }) => key);
      session.answer('first', [true]);
      session.answer('second', [true]);
      session.answer('third', ['x']);
      assert.deepEqual(asked(), ['first', 'second', 'third', 'last']);
      session.answer('first', [false]);
      assert.deepEqual(asked(), ['first']);
    });

    it('on a later item looks at the conditions of that item first', () => {
      const yes = (item: string): Condition => ({ item, op: '=', value: true });
      const wholes: Condition[] = [yes('third'), { all: [yes('third')] }, { any: [yes('third'), yes('nowhere')] }, { all: [{ expression: 'x', language: 'l' }, yes('third')] }];
      for (const when of wholes) {
        const items: Item[] = [
          { id: 'last', type: 'text', text: 'Last', when },
          { id: 'third', type: 'boolean', text: 'Third', when: yes('second') },
          { id: 'second', type: 'boolean', text: 'Second', when: yes('first') },
          { id: 'first', type: 'boolean', text: 'First' },
        ];
        const session = sessionIn(structure, { ...intake, items });
        const asked = (): string => session.current.instances.map(({ key }) => key).join(' ');
        for (const id of ['first', 'second', 'third']) session.answer(id, [true]);
        assert.equal(asked(), 'last third second first');
        session.answer('first', [false]);
        assert.equal(asked(), 'first');
      }
    });

    it('holds for everything in a group, and uses the answer in the same repetition', () => {
      const items: Item[] = [
        { id: 'any', type: 'boolean', text: 'Any' },
        {
          id: 'g', type: 'group', text: 'G', repeats: { add: 'Add' }, when: { item: 'any', op: '=', value: true },
          items: [{ id: 'x', type: 'text', text: 'X' }, { id: 'y', type: 'text', text: 'Y', when: { item: 'x', is: 'answered' } }],
        },
        { id: 'z', type: 'text', text: 'Z', when: { item: 'y', is: 'unanswered' } },
      ];
      const session = sessionIn(structure, { ...intake, items });
      const asked = (): string[] => session.current.instances.flatMap(({ key, children }) => [key, ...children.map((child) => child.key)]);
      assert.deepEqual(asked(), ['any', 'z']);
      session.answer('any', [true]);
      session.answer('x', ['here'], [0]);
      session.add('g');
      assert.deepEqual(asked(), ['any', 'g.0', 'x.0', 'y.0', 'g.1', 'x.1', 'z']);
      session.answer('any', [false]);
      assert.deepEqual(asked(), ['any', 'z']);
    });

    it('in a repetition can be on an item outside', () => {
      const inside: Item = { id: 'x', type: 'text', text: 'X', when: { item: 'any', op: '=', value: true } };
      const items: Item[] = [{ id: 'any', type: 'boolean', text: 'Any' }, { id: 'g', type: 'group', text: 'G', repeats: { min: 2 }, items: [inside] }];
      const session = sessionIn(structure, { ...intake, items });
      session.answer('any', [true]);
      assert.deepEqual(session.current.instances.map(({ children }) => children.map(({ key }) => key)), [[], ['x.0'], ['x.1']]);
    });

    it('as an expression that nothing can evaluate holds', () => {
      const session = asking({ expression: 'false', language: 'text/fhirpath' });
      assert.ok(isAsked(session));
    });

    it('that is circular is evaluated without a hang', () => {
      const items: Item[] = [
        { id: 'a', type: 'text', text: 'A', when: { item: 'b', is: 'answered' } },
        { id: 'b', type: 'text', text: 'B', when: { item: 'a', is: 'answered' } },
      ];
      assert.deepEqual(sessionIn(structure, { ...intake, items }).current.instances, []);
      const given = ['a', 'b'].map((item) => ({ item, state: 'answered', values: ['x'] }) as const);
      assert.deepEqual(sessionIn(structure, { ...intake, items }, { given }).current.instances, [], 'no answer holds itself up');
    });
  });
}
