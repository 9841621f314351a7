import type { Instrument, Item } from '../../src/core/instrument/instrument.ts';
import { getInstrument, listInstruments } from '../../src/instruments/index.ts';
import { everyForm } from '../core/answers.ts';
import { intake } from '../core/fixtures/intake.ts';
import { ownLicence } from '../core/fixtures/own-licence.ts';

/** An instrument with these items. */
export const formOf = (items: Item[], more: Partial<Instrument> = {}): Instrument => ({
  schema: 1,
  id: 'own-form',
  version: '2.1.0',
  language: 'en',
  title: 'Own form',
  audience: 'client',
  licence: ownLicence,
  normed: false,
  options: {},
  scales: {
    agree: {
      choices: [
        { code: 'low', text: 'Low', value: 0 },
        { code: 'middle', text: 'In between', value: 1 },
        { code: 'high', text: 'High', value: 2 },
      ],
    },
  },
  absent: {},
  items,
  ...more,
});

const labels = [{ value: 0.5, text: 'Half' }];

/** Every item type with every field of its own. */
export const everyItem = formOf([
  { id: 'hello', type: 'display', text: 'Hello.', help: 'Take your time.' },
  { id: 'one', type: 'choice', text: 'One?', scale: 'agree', reverse: true, required: true, help: 'Only one.' },
  { id: 'some', type: 'choice', text: 'Some?', scale: 'agree', multiple: true },
  { id: 'row', type: 'rating', text: 'Row?', min: 0, max: 3, minText: 'Least', maxText: 'Most', reverse: true },
  { id: 'line', type: 'slider', text: 'Line?', min: 0, max: 100, step: 5, minText: 'Left', maxText: 'Right' },
  { id: 'fine', type: 'slider', text: 'Fine?', min: 0, max: 1, step: 0.25, minText: 'Left', maxText: 'Right', reverse: true, labels },
  { id: 'yes', type: 'boolean', text: 'Yes?' },
  { id: 'words', type: 'text', text: 'Words?', minLength: 2, maxLength: 500 },
  { id: 'mail', type: 'text', text: 'Mail?', format: 'email' },
  { id: 'whole', type: 'integer', text: 'Whole?', min: 1, max: 20, unit: 'people' },
  { id: 'part', type: 'decimal', text: 'Part?', min: 0.5, max: 2.5 },
  { id: 'day', type: 'date', text: 'Day?', min: '2000-01-01', max: '2030-12-31' },
  { id: 'hour', type: 'time', text: 'Hour?', min: '08:00', max: '20:00' },
  { id: 'second', type: 'time', text: 'Second?', seconds: true },
  { id: 'table', type: 'group', text: 'Table', items: ['row-1', 'row-2'].map((id) => ({ id, type: 'choice', text: id, scale: 'agree' })) },
  {
    id: 'rep',
    type: 'group',
    text: 'Again',
    repeats: { min: 2, max: 4, add: 'Add' },
    items: [
      { id: 'name', type: 'text', text: 'Name?', line: true },
      { id: 'near', type: 'boolean', text: 'Near?', when: { item: 'name', op: '=', value: 'Ann' } },
    ],
  },
]);

/** Every form of the package in its own language, and two of other forms. */
export const forms: Instrument[] = [...listInstruments().flatMap((definition) => [...everyForm(definition)]), intake, everyItem];

/** A form of the package. */
export function shipped(id: string, options?: Record<string, string>): Instrument {
  const got = getInstrument(id, options);
  if (!got.ok) throw new Error(JSON.stringify(got.problems));
  return got.instrument;
}
