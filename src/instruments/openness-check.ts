import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { linesOn, profileMean } from './lines.ts';
import { absent, agree5, licence } from './scales.ts';

const line = linesOn('agree5', 'technique');

/** How open a person can be in a session: three techniques of the therapist, two lines each. A profile, never a total. */
export const opennessCheck = {
  schema: 1,
  id: 'openness-check',
  version: '1.0.0',
  language: 'en',
  title: 'How open I can be',
  audience: 'client',
  licence,
  normed: false,
  scales: { agree5 },
  absent,
  items: [
    line('o1', 'validating-feelings', 'My therapist treats my feelings as okay to have.'),
    line('o2', 'validating-feelings', 'I can show strong feelings in a session.'),
    line('o3', 'judgment-free', 'I can talk about things I am ashamed of.'),
    line('o4', 'judgment-free', 'I can tell my therapist when I disagree.'),
    line('o5', 'open-questions', 'My therapist asks questions that let me say more.'),
    line('o6', 'open-questions', "My therapist's questions leave room for my own answer."),
  ],
  scoring: {
    scales: {
      'validating-feelings': profileMean('o1', 'o2'),
      'judgment-free': profileMean('o3', 'o4'),
      'open-questions': profileMean('o5', 'o6'),
    },
  },
} satisfies InstrumentDefinition;
