import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Calculation, Condition, Instrument, Item } from '../../src/core/instrument/instrument.ts';
import type { createSession } from '../../src/core/answering/session.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import type { Answer } from '../../src/core/record/response.ts';
import { intake } from './fixtures/intake.ts';
import { flat } from './fixtures/session-view.ts';
import { sessionOf } from './fixtures/sessions.ts';
import { sumLanguage, sumOf } from './fixtures/sum-language.ts';

type Session = ReturnType<typeof createSession>;

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
/** These are in a repeating group; `h` is a question that repeats. */
const INSIDE = new Set(['c', 'd', 'e']);

/** What an item can depend on: the items before it in `IDS`, so that there is no circle. */
const ruleFor = (i: number): fc.Arbitrary<Partial<Item>> => {
  if (!i) return fc.constant({});
  const id = fc.constantFrom(...IDS.slice(0, i));
  const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 3 });
  const over = fc.constantFrom<{ over?: 'any' | 'all' }>({}, { over: 'any' }, { over: 'all' });
  const one: fc.Arbitrary<Condition> = fc.oneof(
    fc.tuple(id, fc.constantFrom('>' as const, '<=' as const, '!=' as const), fc.nat(4), over).map(([item, op, value, over]) => ({ item, op, value, ...over })),
    fc.tuple(id, fc.boolean(), over).map(([item, value, over]) => ({ item, op: 'exists' as const, value, ...over })),
    fc.tuple(id, over).map(([item, over]) => ({ item, is: 'unanswered' as const, ...over })),
    fc.tuple(ids, fc.nat(6)).map(([list, limit]) => sumOf(`${list.join(' ')} > ${limit}`)),
  );
  const when: fc.Arbitrary<Condition> = fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 3 }).map((all) => ({ all })), fc.array(one, { minLength: 1, maxLength: 3 }).map((any) => ({ any })));
  const calculate: fc.Arbitrary<Calculation> = fc.oneof(
    ids.map((sum) => ({ sum })),
    fc.tuple(id, id).map((difference) => ({ difference })),
    ids.map((count) => ({ count })),
    ids.map((list) => sumOf(list.join(' '))),
  );
  const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  return fc.record({ when: option(when), calculate: option(calculate), readOnly: option(fc.constant(true as const)) }).map((rule) => {
    const { readOnly, ...rest } = Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined)) as Partial<Item>;
    return { ...rest, ...(rest.calculate && readOnly && { readOnly }) };
  });
};

const instrument: fc.Arbitrary<Instrument> = fc.tuple(fc.tuple(...IDS.map((_, i) => ruleFor(i))), fc.boolean()).map(([rules, isReversed]) => {
  const all = IDS.map((id, i): Item => ({ id, type: 'decimal', text: id, ...rules[i], ...(id === 'h' && { repeats: { max: 3, add: 'Add' } }) }) as Item);
  const group: Item = { id: 'group', type: 'group', text: 'Group', repeats: { max: 3, add: 'Add' }, items: all.filter(({ id }) => INSIDE.has(id)) };
  const items = [...all.filter(({ id }) => !INSIDE.has(id)), group];
  return { ...intake, items: isReversed ? items.reverse() : items };
});

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('answer' as const), id: fc.constantFrom(...IDS), place: fc.nat(2), value: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('clear' as const), id: fc.constantFrom(...IDS), place: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('add' as const, 'remove' as const), id: fc.constantFrom('group', 'h'), place: fc.nat(2) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** How often an expression is in a definition. `name`: the expression, and the place of an evaluation. */
const timesIn = (form: Instrument, name: string): number =>
  JSON.stringify(form).split(/"expression":"/).filter((rest) => name === rest.split('"')[0] || name.startsWith(`${rest.split('"')[0]}.`)).length;

const atOf = (id: string, place: number): number[] => (INSIDE.has(id) || id === 'h' ? [place] : []);
const keyOf = ({ item, at = [] }: Answer): string => [item, ...at].join('.');

/** Does a step. Returns whether the session took it. */
function run(session: Session, step: Step): boolean {
  if (step.do === 'answer') return session.answer(step.id, [step.value], atOf(step.id, step.place)).ok;
  if (step.do === 'clear') return session.clear(step.id, atOf(step.id, step.place)).ok;
  return step.do === 'add' ? session.add(step.id).ok : session.remove(step.id, [step.place]).ok;
}

const shown = (session: Session): unknown => flat(session.current.instances).map(({ key, answer }) => [key, answer]);
const steps = fc.array(step, { maxLength: 25, size: 'max' });

describe('whatever depends on whatever', () => {
  it('every definition of these tests is accepted', () => {
    fc.assert(
      fc.property(instrument, ({ options: _, ...definition }) => {
        const read = readDefinition(JSON.parse(JSON.stringify(definition)));
        assert.ok(read.ok, JSON.stringify(read));
      }),
    );
  });

  it('what is shown and recorded depends on the answers only, not on their order', () => {
    fc.assert(
      fc.property(instrument, fc.array(step.filter((step) => step.do === 'answer' || step.do === 'clear'), { maxLength: 25, size: 'max' }), (form, list) => {
        const { evaluator } = sumLanguage();
        const session = sessionOf(form, { evaluator });
        const given = new Map<string, Answer>();
        for (const one of list) {
          if (!run(session, one)) continue;
          const at = atOf(one.id, one.place);
          const answer: Answer = { item: one.id, ...(at.length && { at }), state: 'answered', values: 'value' in one ? [one.value] : [] };
          given.delete(keyOf(answer));
          const instance = flat(session.current.instances).find(({ key }) => key === keyOf(answer));
          if ('value' in one && instance?.source !== 'calculated') given.set(keyOf(answer), answer);
        }
        const atOnce = sessionOf(form, { evaluator, given: [...given.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1)) });
        assert.deepEqual(shown(session), shown(atOnce));
        assert.deepEqual(session.current.response.answers, atOnce.current.response.answers);
      }),
    );
  });

  it('a record is accepted, and the session that it restores shows the same', () => {
    fc.assert(
      fc.property(instrument, steps, (form, list) => {
        const { evaluator } = sumLanguage();
        const session = sessionOf(form, { evaluator });
        for (const one of list) run(session, one);
        const { response } = session.current;
        const read = readResponse(form, JSON.parse(JSON.stringify(response)), { evaluator });
        assert.ok(read.ok, JSON.stringify(read));
        assert.deepEqual(read.response, response);
        assert.deepEqual(sessionOf(form, { evaluator, restore: read.response }).current.response.answers, response.answers);
      }),
    );
  });

  it('an answer evaluates each expression at most once at each place, and none without a cause', () => {
    fc.assert(
      fc.property(instrument, fc.array(step.filter((step) => step.do === 'answer' || step.do === 'clear'), { maxLength: 15, size: 'max' }), (form, list) => {
        const { evaluator, counts } = sumLanguage();
        const session = sessionOf(form, { evaluator });
        const usesOf = (name: string): string[] => name.split('>')[0]!.replace(/[.\d]+$/, '').trim().split(' ');
        for (const one of list) {
          for (const name of Object.keys(counts)) delete counts[name];
          const before = session.current.response.answers;
          const asked = new Set(flat(session.current.instances).map(({ key }) => key));
          run(session, one);
          const changed = new Set([...before, ...session.current.response.answers].filter((answer) => !before.includes(answer) || !session.current.response.answers.includes(answer)).map(({ item }) => item));
          const moved = flat(session.current.instances).some(({ key }) => !asked.has(key)) || flat(session.current.instances).length !== asked.size;
          for (const [name, count] of Object.entries(counts)) {
            assert.ok(count <= timesIn(form, name), name);
            assert.ok(moved || changed.has(one.id) || usesOf(name).some((id) => changed.has(id)), `${name} after ${JSON.stringify(one)}`);
          }
          if (!changed.size && !moved) assert.deepEqual(counts, {});
        }
      }),
    );
  });
});
