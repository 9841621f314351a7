import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fullStructure } from '../../src/core/answering/full-structure.ts';
import type { Instrument, Item, Value } from '../../src/core/instrument/instrument.ts';
import { takeChangedLists } from '../../src/core/record/changed-lists.ts';
import type { Answer, Response } from '../../src/core/record/response.ts';
import { intake } from './fixtures/intake.ts';
import { sessionOf } from './fixtures/sessions.ts';

const source: Instrument['source'] = { resourceType: 'Questionnaire', fhirVersion: 'R4' };
const item = (id: string, type: Item['type'], more: object = {}): Item => ({ id, type, text: id, ...more }) as Item;
const list = (id: string, more: object = {}): Item => item(id, 'choice', { choices: [{ code: 'tea', text: 'Tea' }, { code: 'milk', text: 'Milk' }], ...more });
const form = (...items: Item[]): Instrument => ({ ...intake, source, items });
const given = (id: string, values: readonly Value[], at?: readonly number[]): Answer => ({ item: id, ...(at && { at }), state: 'answered', values });

const blank = (instrument: Instrument): Response => sessionOf(instrument).current.response;
const taken = (instrument: Instrument, answers: readonly Answer[], more: object = {}) =>
  takeChangedLists(instrument, { ...blank(instrument), answers, ...more }, fullStructure());

/** The answers, and where they do not fit. */
const read = (items: Item[], ...answers: Answer[]): { answers: readonly Answer[]; problems: string[] } => {
  const found = taken(form(...items), answers);
  assert.ok(found);
  return { answers: found.response.answers, problems: found.problems.map(({ path }) => path) };
};

describe('a record that was made with other lists of answers', () => {
  it('keeps what is in the list as its code', () => {
    assert.deepEqual(read([list('drink')], given('drink', ['milk'])), { answers: [given('drink', ['milk'])], problems: [] });
  });

  it('has own words for what is not in an open list', () => {
    assert.deepEqual(read([list('drink', { open: true })], given('drink', ['Juice'])), { answers: [given('drink', [{ words: 'Juice' }])], problems: [] });
  });

  it('has own words for what is not in a list, and says that they do not fit', () => {
    const answers = [given('other', ['tea']), given('drink', ['Juice'])];
    assert.deepEqual(read([list('other'), list('drink')], ...answers), {
      answers: [given('other', ['tea']), given('drink', [{ words: 'Juice' }])],
      problems: ['answers[1].values'],
    });
  });

  it('keeps own words and their concept', () => {
    const words = { words: 'Juice', coding: { code: 'j', system: 'urn:s' } };
    assert.deepEqual(read([list('drink', { open: true })], given('drink', [words])).answers, [given('drink', [words])]);
  });

  it('has a text for own words of a list that is a field for words now', () => {
    assert.deepEqual(read([item('drink', 'text')], given('drink', [{ words: 'Juice' }])), { answers: [given('drink', ['Juice'])], problems: [] });
    assert.deepEqual(read([item('drink', 'text')], given('drink', ['Juice'])).answers, [given('drink', ['Juice'])]);
  });

  it('leaves the values of other items as they are', () => {
    assert.deepEqual(read([item('n', 'integer', { max: 9 })], given('n', [3])).answers, [given('n', [3])]);
  });

  it('keeps what was left out, with its reason', () => {
    const declined: Answer = { item: 'drink', state: 'declined' };
    assert.deepEqual(read([list('drink')], declined), { answers: [declined], problems: [] });
  });

  it('joins the answers of a field that repeated where the list takes several', () => {
    const items = [list('drink', { multiple: true, open: true }), item('n', 'integer', { max: 9 })];
    const repeated = [given('drink', ['tea'], [0]), given('n', [1]), given('drink', ['Juice'], [1])];
    assert.deepEqual(read(items, ...repeated), { answers: [given('drink', ['tea', { words: 'Juice' }]), given('n', [1])], problems: [] });
  });

  it('joins them in each repetition of the group around', () => {
    const group = item('g', 'group', { items: [list('drink', { multiple: true })], repeats: { add: 'Another' } });
    const repeated = [given('drink', ['tea'], [0, 0]), given('drink', ['milk'], [0, 1]), given('drink', ['milk'], [1, 0])];
    assert.deepEqual(read([group], ...repeated), { answers: [given('drink', ['tea', 'milk'], [0]), given('drink', ['milk'], [1])], problems: [] });
  });

  it('divides the answers of a list where a field repeats', () => {
    const field = item('drink', 'text', { repeats: { add: 'Another' } });
    assert.deepEqual(read([field], given('drink', [{ words: 'Tea' }, { words: 'Juice' }])), {
      answers: [given('drink', ['Tea'], [0]), given('drink', ['Juice'], [1])],
      problems: [],
    });
    assert.deepEqual(read([field], given('drink', ['Tea'], [0])).answers, [given('drink', ['Tea'], [0])]);
  });

  it('divides them in each repetition of the group around', () => {
    const group = item('g', 'group', { items: [item('drink', 'text', { repeats: { add: 'Another' } })], repeats: { add: 'Another' } });
    assert.deepEqual(read([group], given('drink', [{ words: 'Tea' }, { words: 'Juice' }], [1])).answers, [
      given('drink', ['Tea'], [1, 0]),
      given('drink', ['Juice'], [1, 1]),
    ]);
  });

  it('keeps several answers of a list that takes several', () => {
    const several = given('drink', ['tea', 'milk']);
    assert.deepEqual(read([list('drink', { multiple: true })], several).answers, [several]);
  });

  it('keeps the place of an answer in a group', () => {
    for (const more of [{}, { multiple: true }]) {
      const group = item('g', 'group', { items: [list('drink', more)], repeats: { add: 'Another' } });
      const places = [given('drink', ['tea'], [0]), given('drink', ['milk'], [1])];
      assert.deepEqual(read([group], ...places).answers, places);
    }
  });

  it('cannot be changed afterwards', () => {
    const found = taken(form(list('drink')), [given('drink', ['tea'])])!;
    assert.ok(Object.isFrozen(found.response) && Object.isFrozen(found.response.answers));
  });
});

describe('a record that is wrong in another way', () => {
  it('is refused: an item that the form does not have', () => {
    assert.equal(taken(form(list('drink')), [given('food', ['tea'])]), undefined);
  });

  it('is refused: two answers to one item, also beside a value that does not fit', () => {
    assert.equal(taken(form(list('drink')), [given('drink', ['tea']), given('drink', ['milk'])]), undefined);
    assert.equal(taken(form(list('drink'), list('other')), [given('drink', ['tea']), given('drink', ['milk']), given('other', ['Juice'])]), undefined);
  });

  it('is refused: a completed record without its time', () => {
    assert.equal(taken(form(list('drink')), [given('drink', ['tea'])], { status: 'completed' }), undefined);
  });

  it('is refused: not a record', () => {
    assert.equal(takeChangedLists(form(list('drink')), 'x', fullStructure()), undefined);
  });

  it('is refused: the instrument is not a form of another system, so its lists do not change', () => {
    const { source: _, ...own } = form(list('drink', { open: true }));
    assert.equal(taken(own, [given('drink', ['tea'])]), undefined);
  });
});
