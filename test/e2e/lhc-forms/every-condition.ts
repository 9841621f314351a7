import type { Condition, Instrument, Item, Value } from '../../../src/core/instrument/instrument.ts';
import { formOf } from '../../fhir/forms.ts';

const ends = { minText: 'Least', maxText: 'Most' };

/** What is asked, and what it is compared with. */
const asked: [Item, Value][] = [
  [{ id: 'choice', type: 'choice', text: 'Choice?', scale: 'agree' }, 'middle'],
  [{ id: 'some', type: 'choice', text: 'Some?', scale: 'agree', multiple: true }, 'middle'],
  [{ id: 'row', type: 'rating', text: 'Row?', min: 1, max: 5, ...ends }, 3],
  [{ id: 'line', type: 'slider', text: 'Line?', min: 0, max: 10, ...ends }, 5],
  [{ id: 'whole', type: 'integer', text: 'Whole?', min: 0, max: 4 }, 2],
  [{ id: 'part', type: 'decimal', text: 'Part?', min: 0, max: 2 }, 1.5],
  [{ id: 'day', type: 'date', text: 'Day?' }, '2024-02-29'],
  [{ id: 'hour', type: 'time', text: 'Hour?' }, '12:30'],
  [{ id: 'words', type: 'text', text: 'Words?', line: true }, 'Ann'],
  [{ id: 'yes', type: 'boolean', text: 'Yes?' }, true],
];

const signs = { '=': 'equal', '!=': 'other', '>': 'above', '>=': 'from', '<': 'below', '<=': 'up-to' } as const;

const when = (id: string, text: string, condition: Condition): Item => ({ id, type: 'display', text, when: condition });

const textsAfter = ([{ id }, value]: [Item, Value]): Item[] => [
  ...Object.entries(signs).map(([op, name]) => when(`${id}-${name}`, `${id} ${op} ${value}`, { item: id, op: op as keyof typeof signs, value })),
  when(`${id}-answered`, `${id} is answered`, { item: id, is: 'answered' }),
  when(`${id}-unanswered`, `${id} is unanswered`, { item: id, is: 'unanswered' }),
];

/** Every kind of question, and a text for every condition on it. */
export const everyCondition: Instrument = formOf(
  [
    ...asked.map(([item]) => item),
    ...asked.flatMap(textsAfter),
    when('both', 'both', { all: [{ item: 'whole', op: '>', value: 1 }, { item: 'yes', op: '=', value: true }] }),
    when('either', 'either', { any: [{ item: 'day', op: '>', value: '2010-01-01' }, { item: 'row', op: '<', value: 3 }] }),
    when('nested', 'nested', {
      all: [{ any: [{ item: 'hour', op: '<', value: '09:00' }, { item: 'choice', is: 'unanswered' }] }, { item: 'words', op: '!=', value: 'Ann' }],
    }),
  ],
  { id: 'every-condition' },
);
