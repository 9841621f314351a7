import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Prefill } from '../../src/core/answering/initial-values.ts';
import type { Instrument, Item } from '../../src/core/instrument/instrument.ts';
import { intake } from './fixtures/intake.ts';
import { answers, instance, keys } from './fixtures/session-view.ts';
import { completed, sessionOf } from './fixtures/sessions.ts';

const items: Item[] = [
  { id: 'name', type: 'text', text: 'Your name' },
  { id: 'city', type: 'text', text: 'Your city', initial: ['Bern'] },
  { id: 'age', type: 'integer', text: 'Your age' },
  {
    id: 'child',
    type: 'group',
    text: 'Your child',
    repeats: { add: 'Another child' },
    items: [
      { id: 'called', type: 'text', text: 'Name' },
      { id: 'born', type: 'date', text: 'Born' },
    ],
  },
];
const form: Instrument = { ...intake, items };
const ann = [
  { item: 'name', values: ['Ann'] },
  { item: 'city', values: ['Basel'] },
  { item: 'called', at: [0], values: ['Bea'] },
  { item: 'called', at: [1], values: ['Cem'] },
];

describe('values at the start that a host has from elsewhere', () => {
  it('are seen at once, in place of those of the form, with the repetitions that they need', () => {
    const session = sessionOf(form, { prefill: ann });
    const given = { name: ['Ann'], city: ['Basel'], 'called.0': ['Bea'], 'called.1': ['Cem'] };
    assert.deepEqual([answers(session), session.current.pristine], [given, true]);
    session.reset();
    assert.deepEqual(answers(session), given);
    session.answer('age', [40]);
    assert.deepEqual(completed(session).answers.length, 5);
  });

  it('that come late fill in what the person has not touched, and replace nothing', () => {
    const session = sessionOf(form);
    session.answer('name', ['Zoe']);
    session.answer('age', [40]);
    session.clear('age');
    session.answer('born', ['2020-02-03'], [0]);
    session.prefill([...ann, { item: 'age', values: [41] }]);
    // A repetition that the person has begun stays theirs.
    assert.deepEqual(answers(session), { name: ['Zoe'], city: ['Basel'], 'born.0': ['2020-02-03'] });
  });

  it('replace no answer of the host, and no calculated value', () => {
    const items: Item[] = [
      { id: 'name', type: 'text', text: 'Your name' },
      { id: 'age', type: 'integer', text: 'Your age' },
      { id: 'next', type: 'integer', text: 'Next', calculate: { sum: ['age'] } },
    ];
    const given = [{ item: 'name', state: 'answered', values: ['Zoe'] }, { item: 'age', state: 'answered', values: [40] }] as const;
    const session = sessionOf({ ...intake, items }, { given });
    session.prefill([{ item: 'name', values: ['Ann'] }, { item: 'next', values: [7] }]);
    assert.deepEqual(answers(session), { name: ['Zoe'], age: [40], next: [40] });
  });

  it('can be for each repetition: one that the person adds has them too, as theirs, and they can change it', () => {
    const prefill = [{ item: 'called', at: [0], values: ['Stein'], inEachRepetition: true as const }];
    const session = sessionOf(form, { prefill });
    session.add('child');
    assert.deepEqual([answers(session), instance(session, 'called.1')!.source], [{ city: ['Bern'], 'called.0': ['Stein'], 'called.1': ['Stein'] }, undefined]);
    session.clear('called', [1]);
    session.add('child');
    session.answer('called', ['Cem'], [2]);
    session.translate(session.instrument, 'de');
    assert.deepEqual([answers(session)['called.1'], answers(session)['called.2']], [undefined, ['Cem']]);
    const restored = sessionOf(form, { prefill, restore: session.current.response });
    restored.add('child');
    assert.equal(answers(restored)['called.3'], undefined);
  });

  it('do not come back when the person has cleared them', () => {
    const session = sessionOf(form, { prefill: ann });
    session.clear('name');
    session.prefill([...ann]);
    session.translate({ ...form, language: 'de' });
    assert.equal(instance(session, 'name')?.answer, undefined);
    assert.equal(instance(session, 'city')?.source, 'initial');
  });

  it('of another person replace all of the first one', () => {
    const session = sessionOf(form, { prefill: ann });
    session.prefill([{ item: 'called', at: [0], values: ['Dan'] }]);
    assert.deepEqual(answers(session), { city: ['Bern'], 'called.0': ['Dan'] });
    assert.deepEqual(keys(session).filter((key) => key.startsWith('called')), ['called.0']);
    session.answer('age', [1]);
    session.prefill([]);
    assert.deepEqual(answers(session), { city: ['Bern'], age: [1] });
  });

  it('are not in a restored record, nor in one that was sent', () => {
    const first = sessionOf(form);
    first.answer('age', [40]);
    const restored = sessionOf(form, { restore: first.current.response, prefill: ann });
    restored.prefill(ann);
    assert.deepEqual(answers(restored), { city: ['Bern'], age: [40] });
    first.markSent(first.complete());
    first.prefill(ann);
    assert.deepEqual(answers(first), { city: ['Bern'], age: [40] });
  });

  it('that are none replace nothing', () => {
    const helps: Item = { id: 'helps', type: 'choice', text: 'What helps?', multiple: true, choices: [{ code: 'walk', text: 'To walk' }], initial: ['walk'] };
    const session = sessionOf({ ...intake, items: [helps] }, { prefill: [{ item: 'helps', values: [] }] });
    assert.deepEqual(answers(session), { helps: ['walk'] });
  });

  it('that an item cannot have, or that have no item, are left out', () => {
    const session = sessionOf(form, { prefill: [{ item: 'age', values: ['old'] }, { item: 'child', values: ['x'] }, { item: 'nobody', values: [1] }, { item: 'called', at: [], values: ['x'] }] });
    assert.deepEqual([answers(session), session.current.rejected], [{ city: ['Bern'] }, []]);
  });

  it('of each repetition are in those that the person adds, as theirs', () => {
    const prefill: Prefill[] = [
      { item: 'called', at: [0], values: ['Bea'], inEachRepetition: true },
      { item: 'born', at: [0], values: ['2020-01-01'] },
      { item: 'name', values: ['Ann'], inEachRepetition: true },
    ];
    const session = sessionOf(form, { prefill });
    session.add('child');
    assert.deepEqual(answers(session), { city: ['Bern'], name: ['Ann'], 'called.0': ['Bea'], 'born.0': ['2020-01-01'], 'called.1': ['Bea'] });
    assert.equal(instance(session, 'called.1')?.source, undefined);
    session.prefill([]);
    assert.deepEqual(answers(session)['called.1'], ['Bea']);
  });

  it('of each repetition are left out where the item cannot have them', () => {
    const prefill: Prefill[] = [{ item: 'born', at: [0], values: ['soon'], inEachRepetition: true }, { item: 'nobody', at: [0], values: [1], inEachRepetition: true }];
    const session = sessionOf(form, { prefill });
    session.add('child');
    assert.deepEqual([answers(session), session.current.rejected], [{ city: ['Bern'] }, []]);
  });

  it('of each repetition do not come into a question that the person repeats', () => {
    const names: Item = { id: 'names', type: 'text', text: 'Names', repeats: { add: 'Another' } };
    const session = sessionOf({ ...intake, items: [names] }, { prefill: [{ item: 'names', at: [0], values: ['Bea'], inEachRepetition: true }] });
    session.add('names');
    assert.deepEqual(answers(session), { 'names.0': ['Bea'] });
  });

  it('of each repetition are in each place of a question that repeats in it', () => {
    const names: Item = { id: 'names', type: 'text', text: 'Names', repeats: { add: 'Another' } };
    const group: Item = { id: 'g', type: 'group', text: 'G', repeats: { add: 'Another' }, items: [names] };
    const prefill = [0, 1].map((at): Prefill => ({ item: 'names', at: [0, at], values: [`name ${at}`], inEachRepetition: true }));
    const session = sessionOf({ ...intake, items: [group] }, { prefill });
    session.add('g');
    assert.deepEqual(answers(session), { 'names.0.0': ['name 0'], 'names.0.1': ['name 1'], 'names.1.0': ['name 0'], 'names.1.1': ['name 1'] });
  });
});
