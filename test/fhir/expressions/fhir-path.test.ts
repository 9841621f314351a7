import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answers, keys } from '../../core/fixtures/session-view.ts';
import { form, type Json } from '../in/read.ts';
import { calculated, enabledBy, filling, variable } from './asked.ts';

const item = (linkId: string, type: string, more: Json = {}): Json => ({ linkId, type, text: linkId, ...more });
const value = (id: string): string => `%resource.item.where(linkId = '${id}').answer.value`;
const weighted = (code: string, valueDecimal: number): Json => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal }],
  valueCoding: { system: 'urn:own', code, display: code },
});

describe('a calculatedExpression', () => {
  it('gives a value as soon as the answers are there, and none without them', () => {
    const bmi = calculated(`(${value('kg')} / (${value('m')} * ${value('m')})).round(1)`);
    const { session, problems } = filling(form([item('kg', 'decimal'), item('m', 'decimal'), item('bmi', 'decimal', { readOnly: true, extension: [bmi] })]));
    assert.deepEqual(answers(session), {});
    session.answer('kg', [72]);
    session.answer('m', [1.8]);
    assert.deepEqual(answers(session).bmi, [22.2]);
    session.clear('m');
    assert.equal(answers(session).bmi, undefined);
    assert.deepEqual(problems(), []);
  });

  it('gives values of each type', () => {
    const items = [
      item('days', 'date', { extension: [calculated('@2026-03-01 + 1 month')] }),
      item('yes', 'boolean', { extension: [calculated('1 < 2')] }),
      item('whole', 'integer', { extension: [calculated('6 / 2')] }),
      item('part', 'decimal', { extension: [calculated('0.1 + 0.2')] }),
      item('words', 'string', { extension: [calculated("'a' & 'b'")] }),
      item('mass', 'quantity', { extension: [calculated("2 'kg' + 0.5 'kg'")] }),
      item('one', 'choice', { answerOption: [weighted('a', 1), weighted('b', 2)], extension: [calculated('%qitem.answerOption.value.last()')] }),
    ];
    const { session, problems } = filling(form(items));
    assert.deepEqual(answers(session), {
      days: ['2026-04-01'],
      yes: [true],
      whole: [3],
      part: [0.3],
      words: ['ab'],
      mass: [{ value: 2.5, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' }],
      one: ['b'],
    });
    assert.deepEqual(problems(), []);
  });

  it('that gives several values fills in a question with several answers', () => {
    const options = [weighted('a', 1), weighted('b', 2), weighted('c', 3)];
    const { session } = filling(
      form([item('some', 'choice', { repeats: true, answerOption: options, extension: [calculated("%qitem.answerOption.value.where(code != 'b')")] })]),
    );
    assert.deepEqual(answers(session).some, ['a', 'c']);
  });

  it('of an unfitting type is reported, and the question stays blank', () => {
    const { session, problems } = filling(form([item('n', 'integer', { extension: [calculated("'many'")] })]));
    assert.deepEqual(answers(session), {});
    assert.deepEqual(problems(), ['n.calculate: Must be of its type']);
  });

  it('adds up weights by weight() and ordinal(), and counts a choice without a weight as nothing', () => {
    const options = [weighted('a', 1), weighted('b', 2.5), { valueCoding: { system: 'urn:own', code: 'c', display: 'c' } }];
    const sum = `${value('x')}.weight().sum() + ${value('y')}.ordinal().sum()`;
    const { session, problems } = filling(
      form([item('x', 'choice', { answerOption: options }), item('y', 'choice', { repeats: true, answerOption: options }), item('sum', 'decimal', { extension: [calculated(sum)] })]),
    );
    session.answer('x', ['b']);
    session.answer('y', ['a', 'b', 'c']);
    assert.deepEqual(answers(session).sum, [6]);
    assert.deepEqual(problems(), []);
  });

  it('in a repetition sees its own repetition by %context, and all of them by %resource', () => {
    const own = calculated("%context.linkId & ' ' & %row.item.where(linkId = 'n').answer.value.toString()");
    const all = calculated("%resource.repeat(item).where(linkId = 'n').answer.value.sum()");
    const group = item('g', 'group', {
      repeats: true,
      extension: [variable('row', '%context')],
      item: [item('n', 'integer'), item('own', 'string', { extension: [own] })],
    });
    const { session, problems } = filling(form([group, item('all', 'integer', { extension: [all] })]));
    session.add('g');
    session.answer('n', [3], [0]);
    session.answer('n', [4], [1]);
    assert.deepEqual(answers(session), { 'n.0': [3], 'own.0': ['own 3'], 'n.1': [4], 'own.1': ['own 4'], all: [7] });
    assert.deepEqual(problems(), []);
  });

  it('finds an item inside an answer there', () => {
    const inner = calculated("%resource.item.where(linkId = 'a').answer.item.where(linkId = 'b').answer.value + 1");
    const { session } = filling(form([item('a', 'boolean', { item: [item('b', 'integer')] }), item('c', 'integer', { extension: [inner] })]));
    session.answer('a', [true]);
    session.answer('b', [1]);
    assert.deepEqual(answers(session).c, [2]);
  });
});

describe('an enableWhenExpression', () => {
  it('decides what is asked', () => {
    const { session } = filling(form([item('age', 'integer'), item('work', 'string', { extension: [enabledBy(`${value('age')} >= 18`)] })]));
    assert.deepEqual(keys(session), ['age']);
    session.answer('age', [18]);
    assert.deepEqual(keys(session), ['age', 'work']);
  });
});

describe('a variable', () => {
  it('can use those before it and those around, and the inner one of two names counts', () => {
    const inside = item('in', 'integer', { extension: [variable('a', '%a + 100'), variable('b', '%a + 1'), calculated('%b')] });
    const { session, problems } = filling(
      form([item('n', 'integer'), item('g', 'group', { item: [inside] }), item('out', 'integer', { extension: [calculated('%a')] })], {
        extension: [variable('a', "item.where(linkId = 'n').answer.value * 2")],
      }),
    );
    session.answer('n', [5]);
    assert.deepEqual(answers(session), { n: [5], in: [111], out: [10] });
    assert.deepEqual(problems(), []);
  });

  it('that does not exist, or comes later, is reported', () => {
    const extension = [variable('a', '%b'), variable('b', '1'), calculated('%a')];
    const { problems } = filling(form([item('x', 'integer', { extension })]));
    assert.deepEqual(problems(), ['x.calculate: Must be evaluable as FHIRPath: Attempting to access an undefined environment variable: b']);
  });
});

describe('what the host gives', () => {
  it('is there by its name', () => {
    const patient = { resourceType: 'Patient', gender: 'female', birthDate: '1990-01-02' };
    const { session } = filling(form([item('born', 'date', { extension: [calculated("%patient.where(gender = 'female').birthDate")] })]), {
      launchContext: { patient },
    });
    assert.deepEqual(answers(session).born, ['1990-01-02']);
    assert.deepEqual(Object.keys(patient), ['resourceType', 'gender', 'birthDate']);
  });
});

describe('an answer', () => {
  it('evaluates what depends on it, and nothing else', () => {
    const questions = Array.from({ length: 50 }, (_, i) => item(`q${i}`, 'integer'));
    const doubles = questions.map(({ linkId }) => item(`${linkId as string}d`, 'integer', { extension: [calculated(`${value(linkId as string)} * 2`)] }));
    const { session, counts, seen } = filling(form([...questions, ...doubles, item('sum', 'integer', { extension: [calculated("item.exists() or %resource.repeat(item).where(linkId.endsWith('d')).answer.value.sum() > 0")] })]));
    const before = { ...counts };
    session.answer('q7', [4]);
    const changed = Object.keys(counts).filter((id) => counts[id] !== before[id]);
    assert.deepEqual(changed, ['q7d', 'sum']);
    assert.deepEqual(seen.q7d?.map((answer) => answer.item), ['q7']);
  });
});
