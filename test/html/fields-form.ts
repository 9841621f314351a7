import type { Instrument } from '../../src/core/instrument/instrument.ts';
import { formOf } from '../fhir/forms.ts';

const mg = { text: 'mg', system: 'http://unitsofmeasure.org', code: 'mg' };
const drops = { text: 'drops' };

/** The item types and fields that forms of other systems have. */
export const fieldsForm: Instrument = formOf(
  [
    { id: 'id', type: 'choice', text: 'Which?', choices: [{ code: 'unknown', text: 'Unknown song' }, { code: '~', text: 'Tilde' }, { code: 'b', text: 'B', prefix: 'b)' }], na: true },
    { id: '1.2', type: 'choice', text: 'Open?', choices: [{ code: 'a', text: 'A' }, { code: 'none', text: 'None', exclusive: true }], open: 'Another one', multiple: true },
    { id: 'menu', type: 'choice', text: 'Menu?', scale: 'agree', control: 'drop-down', open: true },
    { id: 'moment', type: 'dateTime', text: 'Moment?', min: '2020-01-01T00:00:00Z' },
    { id: 'link', type: 'url', text: 'Link?' },
    { id: 'dose', type: 'quantity', text: 'Dose?', units: [mg, drops], min: 0, decimals: 1 },
    { id: 'length', type: 'quantity', text: 'Length?', units: [{ text: 'cm' }] },
    { id: 'free', type: 'quantity', text: 'Free?', freeUnit: true },
    { id: 'bare', type: 'quantity', text: 'Bare?' },
    { id: 'scan', type: 'file', text: 'Scan?', mimeTypes: ['application/pdf'], maxSize: 1000 },
    { id: 'code', type: 'text', text: 'Code?', line: true, pattern: { regex: '[a-z]{3}', message: 'Three letters.' }, entryFormat: 'abc' },
    { id: 'again', type: 'integer', text: 'Again?', repeats: { min: 1, max: 4, add: 'One more' }, initial: [3, 4] },
    { id: 'ready', type: 'text', text: 'Ready?', initial: ['Ready.'] },
    { id: 'fixed', type: 'text', text: 'Fixed', initial: ['As it is'], readOnly: true },
    { id: 'sum', type: 'integer', text: 'Sum', calculate: { sum: ['again'] }, readOnly: true },
    { id: 'much', type: 'text', text: 'Why so many?', when: { item: 'again', op: '>=', value: 10, over: 'any' } },
    { id: 'asked', type: 'boolean', text: 'Asked?', when: { expression: 'true', language: 'text/fhirpath' } },
  ],
  { id: 'fields', language: 'en' },
);
