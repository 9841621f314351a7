import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Evaluator } from '../../src/core/answering/evaluator.ts';
import type { OfferedChoice } from '../../src/core/answering/offered-choices.ts';
import type { Session } from '../../src/core/answering/session.ts';
import type { ChoiceItem, Expression, Instrument, Item, Value } from '../../src/core/instrument/instrument.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { limits } from '../../src/core/plain-data/limits.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import { intake } from './fixtures/intake.ts';
import { answers, instance, problemOf } from './fixtures/session-view.ts';
import { sessionOf } from './fixtures/sessions.ts';

/** A language of this test: `words of drug` gives each value as words, `values of drug` as it is, `is of drug A` whether it is that one. */
const wordy = (expression: string): Expression => ({ expression, language: 'wordy' });

let evaluations = 0;
const evaluator: Evaluator = {
  prepare: ({ expression }) => {
    const [what, , id = ''] = expression.split(' ');
    if (what === 'broken') return { ok: false, reason: 'without mistakes' };
    return {
      ok: true,
      dependsOn: [id],
      evaluate: ({ at, answers }) => {
        evaluations++;
        if (what === 'fails') return { ok: false, reason: 'possible' };
        const here = answers.filter((answer) => !answer.at || answer.at.length > at.length || answer.at.join() === at.slice(0, answer.at.length).join());
        const values = here.flatMap((answer) => (answer.state === 'answered' ? answer.values : []));
        if (what === 'is') return { ok: true, values: [values.includes(expression.split(' ')[3]!)] };
        return { ok: true, values: what === 'words' ? values.map((words) => ({ words })) : what === 'about' ? values.map((value) => `About ${String(value)}`) : values };
      },
    };
  },
};

const text = (id: string, more: Partial<Item> = {}): Item => ({ id, type: 'text', text: id, line: true, ...more }) as Item;
const choice = (id: string, more: Partial<ChoiceItem> = {}): Item => ({ id, type: 'choice', text: id, ...more });
const codes = (...names: string[]) => names.map((code) => ({ code, text: code.toUpperCase() }));
const form = (...items: Item[]): Instrument => ({ ...intake, items });
const open = (...items: Item[]): Session => sessionOf(form(...items), { evaluator });

const shown = (session: Session, key: string): [string, Value, boolean][] =>
  ((instance(session, key)!.item as ChoiceItem).choices as OfferedChoice[]).map(({ text, words, code, isGone }) => [text, words ?? code, !!isGone]);
const texts = (session: Session, key: string): string[] => shown(session, key).map(([text, , isGone]) => (isGone ? `${text} (gone)` : text));

/** A form whose expressions all have these results. */
const always = (values: readonly unknown[], ...items: Item[]): Session =>
  sessionOf(form(...items), { evaluator: { prepare: () => ({ ok: true, dependsOn: [], evaluate: () => ({ ok: true, values: values as Value[] }) }) } });
const itemOf = (session: Session, key: string): ChoiceItem => instance(session, key)!.item as ChoiceItem;

const drug = text('drug', { repeats: { add: 'Another' } });
const which = choice('which', { dynamic: { choices: wordy('words of drug') } });

describe('choices that follow from answers', () => {
  it('are the results, and an answer has their words', () => {
    const session = open(drug, which);
    assert.deepEqual(texts(session, 'which'), []);
    session.answer('drug', ['Aspirin'], [0]);
    session.add('drug');
    session.answer('drug', ['Insulin'], [1]);
    assert.deepEqual(shown(session, 'which'), [['Aspirin', { words: 'Aspirin' }, false], ['Insulin', { words: 'Insulin' }, false]]);
    assert.equal(problemOf(session.answer('which', [{ words: 'Ibuprofen' }])), 'one-of-its-choices');
    assert.equal(problemOf(session.answer('which', [{ words: 'Insulin' }])), '');
    assert.deepEqual(answers(session).which, [{ words: 'Insulin' }]);
  });

  it('that go away take no answer with them: it stays, is no longer offered, and is pointed out', () => {
    const session = open(drug, which);
    session.answer('drug', ['Aspirin'], [0]);
    session.answer('which', [{ words: 'Aspirin' }]);
    assert.equal(session.current.warned, undefined);
    session.answer('drug', ['Insulin'], [0]);
    assert.deepEqual(texts(session, 'which'), ['Insulin', 'Aspirin (gone)']);
    assert.deepEqual([answers(session).which, session.current.warned, session.current.broken], [[{ words: 'Aspirin' }], ['which'], []]);
    assert.deepEqual(instance(session, 'which')!.broken, [{ id: 'no-longer-offered', severity: 'warning', expression: '', language: '' }]);
    const read = readResponse(session.instrument, session.complete(), { evaluator });
    assert.ok(read.ok, 'a server accepts it');
    session.answer('which', [{ words: 'Insulin' }]);
    assert.deepEqual([texts(session, 'which'), session.current.warned], [['Insulin'], undefined]);
  });

  it('are concepts: the code decides which is which, and the record keeps the whole concept', () => {
    const coding = { system: 'urn:s', code: 'a', display: 'Arm' };
    const concepts: Evaluator = { prepare: () => ({ ok: true, dependsOn: [], evaluate: () => ({ ok: true, values: [{ words: 'Arm', coding }] }) }) };
    const session = sessionOf(form(choice('where', { dynamic: { choices: wordy('') } })), { evaluator: concepts });
    assert.equal(problemOf(session.answer('where', [{ words: 'The arm', coding: { code: 'a', system: 'urn:s' } }])), '');
    assert.equal(problemOf(session.answer('where', [{ words: 'Arm', coding: { ...coding, code: 'b' } }])), 'one-of-its-choices');
    assert.equal(problemOf(session.answer('where', [{ words: 'Arm', coding: { ...coding, colour: 'red' } } as never])), 'one-of-its-choices');
    session.answer('where', [{ words: 'Arm', coding }]);
    assert.deepEqual(answers(session).where, [{ words: 'Arm', coding }]);
    const [concept] = itemOf(session, 'where').choices!;
    assert.deepEqual({ ...concept, code: '' }, { code: '', text: 'Arm', coding, words: { words: 'Arm', coding } });
    const [words] = itemOf(always([{ words: 'Arm' }], which), 'which').choices!;
    assert.deepEqual({ ...words, code: '' }, { code: '', text: 'Arm', words: { words: 'Arm' } });
  });

  it('can be choices that the item has', () => {
    const session = open(choice('all', { choices: codes('a', 'b', 'c'), multiple: true }), choice('best', { choices: codes('a', 'b', 'c'), dynamic: { choices: wordy('values of all') } }));
    session.answer('all', ['c', 'a']);
    assert.deepEqual(texts(session, 'best'), ['A', 'C']);
    session.answer('best', ['c']);
    session.answer('all', ['a', 'b']);
    assert.deepEqual(texts(session, 'best'), ['A', 'B', 'C (gone)']);
  });

  it('that cannot be evaluated leave the choices of the item, else own words', () => {
    for (const expression of ['broken', 'fails']) {
      const session = open(choice('which', { dynamic: { choices: wordy(expression) } }), choice('best', { choices: codes('a'), dynamic: { choices: wordy(expression) } }));
      assert.equal((instance(session, 'which')!.item as ChoiceItem).open, true);
      assert.equal(problemOf(session.answer('which', [{ words: 'Mine' }])), '');
      assert.deepEqual([texts(session, 'which'), texts(session, 'best'), session.current.warned], [[], ['A'], undefined]);
      assert.deepEqual(session.current.problems!.map(({ path }) => path), ['which.dynamic', 'best.dynamic']);
    }
    const without = sessionOf(form(which));
    assert.equal(problemOf(without.answer('which', [{ words: 'Mine' }])), '');
  });

  it('are those of the same repetition', () => {
    const session = open({ id: 'g', type: 'group', text: 'g', repeats: { add: 'More' }, items: [text('drug'), which] });
    session.add('g');
    session.answer('drug', ['Aspirin'], [0]);
    session.answer('drug', ['Insulin'], [1]);
    assert.deepEqual([texts(session, 'which.0'), texts(session, 'which.1')], [['Aspirin'], ['Insulin']]);
    session.answer('which', [{ words: 'Insulin' }], [1]);
    session.remove('g', [0]);
    assert.deepEqual([texts(session, 'which.0'), answers(session)['which.0'], session.current.warned], [['Insulin'], [{ words: 'Insulin' }], undefined]);
  });
});

const problems = (session: Session): string[] => (session.current.problems ?? []).map(({ path, message }) => `${path}: ${message}`);

describe('results that are no choices', () => {
  it('are left out and reported: blank words, a code of no choice, a number', () => {
    for (const wrong of [{ words: ' ' }, 'x', 7]) {
      const session = always([wrong, { words: 'Arm' }], which);
      assert.deepEqual([texts(session, 'which'), problems(session)], [['Arm'], ['which.dynamic: Must be evaluable with choices as its results']]);
    }
    assert.deepEqual(problems(always([{ words: 'Arm' }], which)), []);
  });

  it('are the same one twice, and more than an item may have', () => {
    assert.deepEqual(texts(always([{ words: 'Arm' }, { words: 'Leg' }, { words: 'Arm' }], which), 'which'), ['Arm', 'Leg']);
    const many = Array.from({ length: limits.choices + 1 }, (_, i) => ({ words: `Place ${i}` }));
    assert.deepEqual(texts(always(many, which), 'which'), many.slice(0, -1).map(({ words }) => words));
  });
});

describe('an item that follows from answers', () => {
  it('has of its definition all that does not follow from them', () => {
    const session = always([{ words: 'Arm' }], choice('which', { dynamic: { choices: wordy('') }, multiple: true, markup: { format: 'xhtml', content: '<b>which</b>' } } as Partial<ChoiceItem>));
    const { choices, ...rest } = itemOf(session, 'which');
    assert.equal(choices!.length, 1);
    assert.deepEqual(rest, { id: 'which', type: 'choice', text: 'which', multiple: true, markup: { format: 'xhtml', content: '<b>which</b>' }, dynamic: {} });
    assert.ok(Object.isFrozen(itemOf(session, 'which')));
  });

  it('has no markup of a text that was replaced, and no scale of choices that were', () => {
    const scales = { often: { choices: codes('no', 'yes') } };
    const some = { scale: 'often', markup: { format: 'xhtml', content: '<b>why</b>' } } as Partial<ChoiceItem>;
    const open = (dynamic: ChoiceItem['dynamic'], values: Value[]): ChoiceItem => {
      const evaluator: Evaluator = { prepare: () => ({ ok: true, dependsOn: [], evaluate: () => ({ ok: true, values }) }) };
      return itemOf(sessionOf({ ...form(choice('why', { ...some, ...(dynamic && { dynamic }) })), scales }, { evaluator }), 'why');
    };
    assert.deepEqual(open({ text: wordy('') }, ['Because']), { id: 'why', type: 'choice', text: 'Because', scale: 'often', dynamic: {} });
    assert.deepEqual(open({ choices: wordy('') }, ['yes']), { id: 'why', type: 'choice', text: 'why', markup: { format: 'xhtml', content: '<b>why</b>' }, choices: codes('yes'), dynamic: {} });
  });

  it('keeps its own text for a result that is none', () => {
    for (const result of [[' '], [7], []]) {
      const session = always(result, text('why', { dynamic: { text: wordy('') } }));
      assert.deepEqual([instance(session, 'why')!.item.text, problems(session)], ['why', []]);
    }
  });

  it('is the same object until its text or its choices change', () => {
    const session = open(drug, which, text('other'));
    session.answer('drug', ['Aspirin'], [0]);
    const before = itemOf(session, 'which');
    session.answer('other', ['x']);
    session.add('drug');
    session.answer('which', [{ words: 'Aspirin' }]);
    assert.equal(itemOf(session, 'which'), before);
    session.answer('drug', ['Insulin'], [1]);
    assert.notEqual(itemOf(session, 'which'), before);
  });

  it('offers no words that were rejected because nothing offered them', () => {
    const session = open(drug, which);
    session.answer('drug', ['Aspirin'], [0]);
    session.answer('which', [{ words: 'Ibuprofen' }]);
    assert.deepEqual(texts(session, 'which'), ['Aspirin']);
  });

  it('goes on to offer what a rejected answer has and offered before', () => {
    const session = open(choice('all', { choices: codes('a', 'b', 'c'), multiple: true }), choice('best', { choices: codes('a', 'b', 'c'), dynamic: { choices: wordy('values of all') } }));
    session.answer('all', ['a', 'b']);
    assert.equal(problemOf(session.answer('best', ['a', 'b'])), 'single');
    session.answer('all', ['c']);
    assert.deepEqual(texts(session, 'best'), ['C', 'A (gone)', 'B (gone)']);
    session.answer('best', ['a', 'c']);
    assert.deepEqual(texts(session, 'best'), ['C', 'A (gone)']);
    session.answer('best', ['b']);
    assert.deepEqual(texts(session, 'best'), ['C', 'B (gone)'], 'also if nothing is wrong with it but that');
  });

  it('goes on to offer words of a rejected answer that it offered before', () => {
    const session = open(drug, which);
    session.answer('drug', ['Aspirin'], [0]);
    session.add('drug');
    session.answer('drug', ['Insulin'], [1]);
    assert.equal(problemOf(session.answer('which', [{ words: 'Aspirin' }, { words: 'Insulin' }])), 'single');
    session.answer('drug', ['Ibuprofen'], [0]);
    assert.deepEqual(texts(session, 'which'), ['Ibuprofen', 'Insulin', 'Aspirin (gone)']);
  });

  it('that is hidden points out nothing', () => {
    const session = open(choice('all', { choices: codes('a', 'b'), multiple: true, initial: ['b'] }), choice('best', { choices: codes('a', 'b'), initial: ['a'], hidden: true, dynamic: { choices: wordy('values of all') } }));
    assert.deepEqual([answers(session).best, session.current.warned, instance(session, 'best')?.broken], [['a'], undefined, undefined]);
  });

  it('has what is no longer offered among its own broken rules', () => {
    const session = open(drug, { ...which, constraints: [{ id: 'never', severity: 'warning', expression: 'is of which nothing', language: 'wordy' }] } as Item);
    session.answer('drug', ['Aspirin'], [0]);
    session.answer('which', [{ words: 'Aspirin' }]);
    const own = instance(session, 'which')!.broken!;
    assert.deepEqual(own.map(({ id }) => id), ['never']);
    session.answer('drug', ['Insulin'], [0]);
    const both = instance(session, 'which')!.broken!;
    assert.deepEqual(both.map(({ id }) => id), ['never', 'no-longer-offered']);
    assert.ok(Object.isFrozen(both));
    session.answer('drug', ['Paracetamol'], [0]);
    assert.equal(instance(session, 'which')!.broken, both, 'the same list');
  });
});

describe('a toggle', () => {
  const by = (expression: string, ...choices: string[]) => ({ ...wordy(expression), choices });
  const limb = choice('limb', { choices: codes('arm', 'leg') });
  const sides = (...toggles: ReturnType<typeof by>[]): Item => choice('part', { choices: codes('hand', 'foot', 'none'), multiple: true, dynamic: { toggles } });

  it('offers its choices while it is on, and those of no toggle always', () => {
    const session = open(limb, sides(by('is of limb arm', 'hand'), by('is of limb leg', 'foot')));
    assert.deepEqual(texts(session, 'part'), ['NONE']);
    session.answer('limb', ['arm']);
    assert.deepEqual(texts(session, 'part'), ['HAND', 'NONE']);
    assert.equal(problemOf(session.answer('part', ['foot'])), 'one-of-its-choices');
    session.answer('part', ['hand']);
    session.answer('limb', ['leg']);
    assert.deepEqual([texts(session, 'part'), answers(session).part, session.current.warned], [['HAND (gone)', 'FOOT', 'NONE'], ['hand'], ['part']]);
    assert.equal(problemOf(session.answer('part', ['hand', 'foot'])), '', 'what is gone can stay beside others');
    session.answer('part', ['foot']);
    assert.deepEqual([texts(session, 'part'), session.current.warned], [['FOOT', 'NONE'], undefined]);
  });

  it('is one of several for a choice: one that is on is enough. One that does not work is on', () => {
    const session = open(limb, sides(by('is of limb arm', 'hand'), by('is of limb leg', 'hand', 'foot'), by('fails', 'none')));
    assert.deepEqual(texts(session, 'part'), ['NONE']);
    session.answer('limb', ['leg']);
    assert.deepEqual(texts(session, 'part'), ['HAND', 'FOOT', 'NONE']);
  });

  it('of an item that the person cannot change points out nothing', () => {
    const part = { ...sides(by('is of limb arm', 'hand')), readOnly: true, initial: ['hand'] } as Item;
    const session = open(limb, part);
    assert.deepEqual([texts(session, 'part'), session.current.warned], [['HAND (gone)', 'FOOT', 'NONE'], undefined]);
  });
});

describe('a text that follows from answers', () => {
  it('replaces the text of its item, also of a group and of a text to read', () => {
    const dynamic = { text: wordy('about of drug') };
    const session = open(text('drug'), text('why', { dynamic }), { id: 'g', type: 'group', text: 'g', dynamic, items: [text('in')] } as Item, { id: 'd', type: 'display', text: 'd', dynamic });
    const all = (): string[] => ['why', 'g', 'd'].map((key) => instance(session, key)!.item.text);
    assert.deepEqual(all(), ['why', 'g', 'd']);
    session.answer('drug', ['Aspirin']);
    assert.deepEqual(all(), ['About Aspirin', 'About Aspirin', 'About Aspirin']);
    assert.deepEqual(session.instrument.items.map(({ text }) => text), ['drug', 'why', 'g', 'd']);
  });

  it('is evaluated for an answer that it depends on, and for no other', () => {
    const session = open(text('drug'), text('other'), text('why', { dynamic: { text: wordy('about of drug') } }));
    const before = evaluations;
    session.answer('other', ['x']);
    assert.equal(evaluations, before);
    const kept = instance(session, 'why');
    session.answer('drug', ['Aspirin']);
    session.answer('other', ['y']);
    assert.equal(evaluations, before + 1);
    assert.notEqual(instance(session, 'why'), kept);
  });

  it('can follow from the answer of its own item, from which others are calculated', () => {
    const session = open(text('copy', { calculate: wordy('values of why') }), text('why', { dynamic: { text: wordy('about of why') } }));
    session.answer('why', ['Rain']);
    assert.deepEqual([instance(session, 'why')!.item.text, answers(session).copy], ['About Rain', ['Rain']]);
  });

  it('is the only expression that is prepared, if the item has no other', () => {
    const prepared: unknown[] = [];
    const dynamic = { text: wordy('about of drug') };
    sessionOf(form(text('drug'), text('why', { dynamic })), { evaluator: { prepare: (expression) => (prepared.push(expression), evaluator.prepare(expression, {} as never)) } });
    assert.deepEqual(prepared, [dynamic.text]);
  });

  it('is evaluated only while its item is asked', () => {
    const session = open(text('drug'), text('why', { when: { item: 'drug', is: 'answered' }, dynamic: { text: wordy('about of drug') } }));
    const before = evaluations;
    session.answer('drug', ['Aspirin']);
    assert.deepEqual([instance(session, 'why')!.item.text, evaluations], ['About Aspirin', before + 1]);
    const unasked = open(text('drug'), text('asks'), text('why', { when: { item: 'asks', is: 'answered' }, dynamic: { text: wordy('about of drug') } }));
    unasked.answer('drug', ['Aspirin']);
    assert.equal(evaluations, before + 1);
  });
});

describe('a definition', () => {
  const read = (item: object) => readDefinition({ ...intake, options: {}, items: [item] } as object);

  it('can have all of it', () => {
    const dynamic = { text: wordy('x'), choices: wordy('x'), toggles: [{ ...wordy('x'), choices: ['a'] }] };
    assert.equal(read(choice('c', { choices: codes('a'), dynamic })).ok, true);
    assert.equal(read(choice('c', { dynamic: { choices: wordy('x') } })).ok, true);
  });

  it('is refused if a toggle is about other choices, or choices are those of no list', () => {
    const problems = (item: Item) => {
      const result = read(item);
      return result.ok ? [] : result.problems.map(({ path, code }) => [path.replace(/^items\[0\]\./, ''), code]);
    };
    assert.deepEqual(problems(choice('c', { choices: codes('a'), dynamic: { toggles: [{ ...wordy('x'), choices: ['b'] }] } })), [['c.dynamic.toggles[0].choices[0]', 'one-of-its-choices']]);
    for (const dynamic of [{ choices: wordy('x') }, { toggles: [{ ...wordy('x'), choices: ['a'] }] }]) assert.deepEqual(problems(text('t', { dynamic })), [['t.dynamic', 'for-choices']]);
    assert.equal(problems(choice('c')).length, 1);
    const dynamic = { choices: wordy('x') };
    for (const wrong of [{ scale: 'unknown' }, { choices: codes('a', 'a') }]) assert.equal(problems(choice('c', { ...wrong, dynamic })).length, 1, JSON.stringify(wrong));
  });
});
