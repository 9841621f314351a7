import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Constraint, Instrument, Item } from '../../src/core/instrument/instrument.ts';
import type { Evaluator } from '../../src/core/answering/evaluator.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { intake } from './fixtures/intake.ts';
import { instance } from './fixtures/session-view.ts';
import { sessionOf } from './fixtures/sessions.ts';

/** A rule in a language of this test: names of items whose numbers must not fall, such as `from to`. `!` is broken, and `?!` fails. */
const rule = (id: string, expression: string, severity: Constraint['severity'] = 'error'): Constraint => ({ id, severity, message: `${id} is broken.`, expression, language: 'rising' });

let evaluations = 0;
const rising: Evaluator = {
  prepare: ({ expression }) => {
    const ids = expression.split(' ');
    if (ids.includes('?')) return { ok: false, reason: 'without ?' };
    return {
      ok: true,
      dependsOn: ids,
      evaluate: ({ at, answers }) => {
        evaluations++;
        if (ids[0] === '!') return { ok: true, values: [false] };
        if (ids[0] === '?!') return { ok: false, reason: 'on Mondays' };
        const here = answers.filter((answer) => !answer.at || answer.at.join() === at.slice(0, answer.at.length).join());
        const numbers = ids.flatMap((id) => here.flatMap((answer) => (answer.item === id && answer.state === 'answered' ? [Number(answer.values[0])] : [])));
        return { ok: true, values: numbers.length < 2 ? [] : [numbers.every((number, i) => !i || number >= numbers[i - 1]!)] };
      },
    };
  },
};

const number = (id: string, more: Partial<Item> = {}): Item => ({ id, type: 'integer', text: id, ...more }) as Item;
const form = (items: Item[], constraints?: Constraint[]): Instrument => ({ ...intake, items, ...(constraints && { constraints }) });
const open = (...given: Parameters<typeof form>) => sessionOf(form(...given), { evaluator: rising });

describe('a rule about answers', () => {
  it('is broken at its item, and mended by an answer that satisfies it', () => {
    const session = open([number('from'), number('to', { constraints: [rule('order', 'from to')] })]);
    assert.equal(session.current.broken, undefined);
    session.answer('from', [5]);
    session.answer('to', [3]);
    assert.deepEqual([session.current.broken, session.current.warned], [['to'], []]);
    assert.deepEqual(instance(session, 'to')!.broken!.map(({ message }) => message), ['order is broken.']);
    session.answer('from', [2]);
    assert.deepEqual([session.current.broken, instance(session, 'to')!.broken], [undefined, undefined]);
  });

  it('of the form has no item. One of a hidden item is about the form, too', () => {
    const session = open([number('from'), number('to'), number('sum', { hidden: true, constraints: [rule('hidden', 'from to', 'warning')] })], [rule('whole', 'from to')]);
    session.answer('from', [5]);
    session.answer('to', [3]);
    assert.deepEqual([session.current.broken, session.current.warned], [[''], ['']]);
    assert.deepEqual(session.current.form!.broken!.map(({ id }) => id), ['whole', 'hidden']);
  });

  it('of a repeating group is checked in each repetition with an answer', () => {
    const period: Item = { id: 'period', type: 'group', text: 'Period', repeats: { add: 'Another' }, constraints: [rule('order', 'from to')], items: [number('from'), number('to')] };
    const session = open([period]);
    session.add('period');
    for (const [item, value, at] of [['from', 1, 0], ['to', 2, 0], ['from', 4, 1], ['to', 3, 1]] as const) session.answer(item, [value], [at]);
    assert.deepEqual(session.current.broken, ['period.1']);
    session.remove('period', [0]);
    assert.deepEqual(session.current.broken, ['period.0']);
  });

  it('is not broken in a repetition in which nobody has answered', () => {
    const always = { constraints: [rule('always', '!')] };
    const items: Item[] = [
      number('before', always),
      { id: 'part', type: 'group', text: 'Part', ...always, items: [number('inner'), number('other')] },
      number('own', always),
      { id: 'drug', type: 'text', text: 'Drug', repeats: { add: 'Add' }, ...always },
    ];
    const session = open([number('outside'), { id: 'g', type: 'group', text: 'G', repeats: { add: 'Add' }, ...always, items }]);
    session.add('g');
    evaluations = 0;
    session.answer('outside', [1]);
    assert.deepEqual([session.current.broken, evaluations], [undefined, 0]);
    session.answer('inner', [1], [1]);
    assert.deepEqual(session.current.broken, ['part.1', 'g.1']);
    session.answer('other', [1], [1]);
    session.answer('own', [1], [0]);
    assert.deepEqual(session.current.broken, ['own.0', 'g.0', 'part.1', 'g.1']);
    session.clear('inner', [1]);
    assert.deepEqual(session.current.broken, ['own.0', 'g.0', 'part.1', 'g.1']);
    session.clear('other', [1]);
    session.clear('own', [0]);
    session.answer('drug', ['Iron'], [1, 0]);
    session.add('drug', [1]);
    assert.deepEqual(session.current.broken, ['drug.1.0', 'g.1']);
    evaluations = 0;
    session.answer('outside', [2]);
    assert.equal(evaluations, 0);
    session.answer('other', [1], [0]);
    assert.deepEqual(session.current.broken, ['part.0', 'g.0', 'drug.1.0', 'g.1']);
    session.clear('other', [0]);
    session.remove('g', [1]);
    assert.equal(session.current.broken, undefined);
    session.add('g');
    assert.equal(session.current.broken, undefined);
  });

  it('can be one of several: the item lists those that are broken, and keeps the same lists until something changes', () => {
    const items = [number('from'), number('to', { constraints: [rule('a', 'from to'), rule('b', 'least to', 'warning'), rule('c', 'to from')] }), number('least'), number('other')];
    const session = open(items, [rule('whole', 'from to')]);
    const told = (): unknown => instance(session, 'to')?.broken?.map(({ id }) => id);
    session.answer('to', [3]);
    assert.equal(told(), undefined);
    session.answer('from', [5]);
    session.answer('least', [4]);
    assert.deepEqual([told(), session.current.broken, session.current.warned], [['a', 'b'], ['', 'to'], ['to']]);
    const { broken, warned, form } = session.current;
    const { broken: ofItem } = instance(session, 'to')!;
    session.answer('other', [1]);
    session.answer('from', [6]);
    assert.deepEqual([session.current.broken === broken, session.current.warned === warned, session.current.form === form, instance(session, 'to')!.broken === ofItem], [true, true, true, true]);
    session.answer('from', [2]);
    assert.deepEqual([told(), session.current.broken, session.current.warned], [['b', 'c'], ['to'], ['to']]);
    session.answer('least', [2]);
    assert.deepEqual(told(), ['c']);
  });

  it('can be broken in place of another one, beside one that stays broken', () => {
    const to = number('to', { constraints: [rule('a', 'from to'), rule('b', 'least to'), rule('c', 'to most')] });
    const session = open([number('from'), number('least'), number('most'), to]);
    const told = (): unknown => instance(session, 'to')?.broken?.map(({ id }) => id);
    for (const [id, value] of [['from', 9], ['least', 4], ['most', 5], ['to', 3]] as const) session.answer(id, [value]);
    assert.deepEqual(told(), ['a', 'b']);
    session.answer('to', [6]);
    assert.deepEqual(told(), ['a', 'c']);
  });

  it('of the whole form is reported by the instance of the form', () => {
    const whole = rule('whole', '!');
    const { form, broken } = open([number('a')], [whole]).current;
    assert.deepEqual(form, { key: '', item: { id: '', type: 'display', text: intake.title }, at: [], children: [], broken: [whole] });
    assert.deepEqual(broken, ['']);
  });

  it('is not checked while its item is not asked', () => {
    const session = open([number('from'), number('to', { when: { item: 'from', op: '>', value: 4 }, constraints: [rule('order', 'from to')] })]);
    session.answer('from', [5]);
    session.answer('to', [3]);
    assert.deepEqual(session.current.broken, ['to']);
    session.answer('from', [4]);
    assert.equal(session.current.broken, undefined);
  });

  it('is checked after everything that decides about its item, which decides about other items too', () => {
    const when = { item: 'from', op: '>', value: 4 } as const;
    const to = number('to', { when, calculate: { sum: ['from'] }, constraints: [rule('order', 'from to')] });
    const session = open([number('from'), to, number('sum', { readOnly: true, calculate: { sum: ['to'] } })]);
    session.answer('from', [5]);
    assert.deepEqual([instance(session, 'sum')!.answer?.state, session.current.broken], ['answered', undefined]);
    session.answer('to', [3]);
    assert.deepEqual([session.current.broken, evaluations > 0], [['to'], true]);
  });

  it('sees calculated values', () => {
    const session = open([number('a'), number('sum', { calculate: { sum: ['a'] }, readOnly: true }), number('least', { constraints: [rule('order', 'least sum')] })]);
    session.answer('least', [3]);
    session.answer('a', [2]);
    assert.deepEqual(session.current.broken, ['least']);
  });

  it('is evaluated again only if an answer that it uses has changed', () => {
    const session = open([number('from'), number('to', { constraints: [rule('order', 'from to')] }), number('other')]);
    session.answer('from', [5]);
    evaluations = 0;
    session.answer('other', [1]);
    assert.equal(evaluations, 0);
    session.answer('to', [6]);
    assert.equal(evaluations, 1);
  });

  it('that cannot be evaluated is reported, and not broken', () => {
    const session = open([number('a', { constraints: [rule('order', '? a')] })], [rule('whole', '?')]);
    session.answer('a', [1]);
    assert.equal(session.current.broken, undefined);
    assert.deepEqual(session.current.problems!.map(({ path }) => path), ['a.constraints', '.constraints']);
    const failing = open([number('a', { constraints: [rule('order', '?! a')] })]);
    failing.answer('a', [1]);
    assert.equal(failing.current.broken, undefined);
    assert.deepEqual(failing.current.problems!.map(({ path, code, message }) => [path, code, message]), [['a.constraints', 'evaluable', 'Must be evaluable on Mondays']]);
  });

  it('has a severity, an id, and a message in a definition', () => {
    const { options: _, ...definition } = { ...form([number('a')], [{ ...rule('r', 'a'), severity: 'fatal' as 'error' }]), options: {} };
    const read = readDefinition({ ...definition, items: [number('a', { constraints: [rule('r', 'a')] })] });
    assert.deepEqual(read.ok ? [] : read.problems.map(({ path }) => path), ['constraints[0].severity']);
  });
});
