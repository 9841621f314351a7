import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instrument, Item } from '../../src/core/instrument/instrument.ts';
import { leanings } from '../../src/core/scoring/result-words.ts';
import { answered } from './answers.ts';
import { intake } from './fixtures/intake.ts';

const choices = [
  { code: 'no', text: 'No', value: 0 },
  { code: 'partly', text: 'Partly', value: 1 },
  { code: 'yes', text: 'Yes', value: 2 },
];
const item = (id: string, more: object = {}): Item => ({ id, type: 'choice', text: id, choices, ...more });
const asking = (more: Partial<Instrument> = {}): Instrument => ({
  ...intake,
  items: [item('a'), item('b'), item('c', { reverse: true }), item('d', { choices: [...choices, { code: 'other', text: 'Other' }] })],
  ...more,
});
const result = { items: ['a', 'b', 'c', 'd'], counts: '', list: '', oneSided: '', tooFew: '', provenance: '' };

describe('the sides to which answers lean', () => {
  it('are above, at and below the middle, after reversing', () => {
    const answers = [answered('a', 'yes'), answered('b', 'partly'), answered('c', 'yes')];
    assert.deepEqual(leanings(asking({ result }), { answers }), { towards: ['a'], between: ['b'], away: ['c'] });
  });

  it('do not contain items without an answer', () => {
    assert.deepEqual(leanings(asking({ result }), { answers: [answered('a', 'yes')] }), { towards: ['a'], between: [], away: [] });
  });

  it('contain only items of the result, and only answers with a weight', () => {
    const answers = [answered('a', 'yes'), answered('b', 'no'), answered('d', 'other')];
    assert.deepEqual(leanings(asking({ result: { ...result, items: ['b', 'd'] } }), { answers }), { towards: [], between: [], away: ['b'] });
  });

  it('are empty for an instrument without a result', () => {
    assert.deepEqual(leanings(asking(), { answers: [answered('a', 'yes')] }), { towards: [], between: [], away: [] });
  });
});
