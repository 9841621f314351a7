import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agenda } from '../../src/core/record/agenda.ts';
import type { Item } from '../../src/core/instrument/instrument.ts';
import { boundaryClarity } from '../../src/instruments/boundary-clarity.ts';
import { answered, settled } from './answers.ts';

const card = settled(boundaryClarity);

describe('agenda', () => {
  it('has only lines that the person chose', () => {
    assert.deepEqual(agenda(card, { answers: [answered('b01', 'not-clear'), answered('b02', 'partly')] }), []);
  });

  it('has the chosen starters and the own questions in the order of the card', () => {
    const lines = agenda(card, {
      answers: [
        answered('b01', 'not-clear'),
        answered('b01-ask', 'ask'),
        answered('q-purpose', 'What if I change my mind?', [0]),
        answered('q-purpose', '  ', [1]),
        answered('q-purpose', ' And my partner? ', [2]),
        { item: 'q-dialogue', at: [0], state: 'declined' },
        answered('b05', 'partly'),
        answered('b05-ask', 'ask'),
      ],
    });
    assert.deepEqual(lines, [
      { item: 'b01-ask', text: 'What are we aiming for, and how will we know it helps?', first: false },
      { item: 'q-purpose', at: [0], text: 'What if I change my mind?', first: false },
      { item: 'q-purpose', at: [2], text: 'And my partner?', first: false },
      { item: 'b05-ask', text: 'When would you have to share what I say, and with whom?', first: false },
    ]);
  });

  it('moves the line marked as first to the front', () => {
    const lines = agenda(card, {
      answers: [
        answered('b01-ask', 'ask'),
        answered('q-purpose', 'One', [0]),
        answered('q-purpose', 'Two', [1]),
        answered('q-purpose-first', 'first', [1]),
      ],
    });
    assert.deepEqual(
      lines.map(({ text, first }) => [text, first]),
      [
        ['Two', true],
        ['What are we aiming for, and how will we know it helps?', false],
        ['One', false],
      ],
    );
  });

  it('has no first line if the mark was declined, or if no line can be marked', () => {
    const { answers } = { answers: [answered('b01-ask', 'ask'), answered('b02-ask', 'ask'), { item: 'b02-first', state: 'declined' } as const] };
    assert.deepEqual(agenda(card, { answers }).map(({ item, first }) => [item, first]), [['b01-ask', false], ['b02-ask', false]]);
    const note: Item = { id: 'note', type: 'text', text: 'A note' };
    const other: Item = { ...note, id: 'other', tags: { kept: 'here' } };
    const line = (id: string, items?: Item[]): Item => ({ id, type: 'text', text: id, tags: { agenda: 'line' }, ...(items && { items }) });
    const plain = { ...card, items: [line('a'), line('b', [note, other])] };
    const lines = agenda(plain, { answers: [answered('a', 'A?'), answered('b', 'B?'), answered('note', 'x'), answered('other', 'y')] });
    assert.deepEqual(lines, [{ item: 'a', text: 'A?', first: false }, { item: 'b', text: 'B?', first: false }]);
  });

  it('uses the earliest mark if several lines are marked', () => {
    const lines = agenda(card, {
      answers: [
        answered('b01-ask', 'ask'),
        answered('b02-ask', 'ask'),
        answered('b02-first', 'first'),
        answered('b03-ask', 'ask'),
        answered('b03-first', 'first'),
      ],
    });
    assert.deepEqual(
      lines.map(({ item, first }) => [item, first]),
      [
        ['b02-ask', true],
        ['b01-ask', false],
        ['b03-ask', false],
      ],
    );
  });
});
