import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { linesOn } from './lines.ts';
import { absent, happened3, licence } from './scales.ts';

const line = linesOn('happened3', 'element');

/** A wording for meeting in a room, and one for a call. */
const at = (room: string, call: string) => ({ by: 'mode', is: { 'in-person': room, video: call, phone: call } });

/** The place and the setting, worded for how client and therapist met (`mode`). Single lines, not a scale: no score. */
export const environmentCheck = {
  schema: 1,
  id: 'environment-check',
  version: '1.0.0',
  language: 'en',
  title: 'The place and the setting',
  audience: 'client',
  licence,
  normed: false,
  options: { mode: { values: ['in-person', 'video', 'phone'], default: 'in-person' } },
  scales: { happened3 },
  absent,
  items: [
    line('n1', 'confidentiality-policies', 'I was told when my privacy has limits.'),
    line('n2', 'confidentiality-policies', 'I was given the privacy rules in writing.'),
    line('n3', 'comfortable-setting', at('The room felt calm.', 'The call was easy to join.')),
    line(
      'n4',
      'comfortable-setting',
      at('It seemed that no one else could hear us.', 'I had a private place for the call.'),
    ),
    line('n5', 'non-judgmental', 'I was treated with respect from the first contact.'),
    line('n6', 'non-judgmental', 'My background was treated with respect.'),
  ],
} satisfies InstrumentDefinition;
