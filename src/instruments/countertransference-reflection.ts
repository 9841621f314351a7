import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { absent, choices, licence } from './scales.ts';

/** A clinician's private note. It is part of the record only if the host asks for it. */
const note = (id: string, strategy: string, text: string) => ({
  id,
  type: 'text' as const,
  text,
  tags: { strategy, kept: { by: 'text', is: { withheld: 'here', shared: '', unsent: 'here' } } },
});

const choice = (id: string, strategy: string, text: string, ...options: string[]) => ({
  id,
  type: 'choice' as const,
  text,
  choices: choices(...options),
  tags: { strategy, kept: { by: 'text', is: { withheld: '', shared: '', unsent: 'here' } } },
});

/**
 * A clinician's thoughts about their own part in a session. The option `text` decides whether the notes are in the record.
 * With `withheld` the record holds only the choices and does not show whether a note was written. With `unsent` the record
 * would be empty, so nothing is sent.
 */
export const countertransferenceReflection = {
  schema: 1,
  id: 'countertransference-reflection',
  version: '1.0.0',
  language: 'en',
  title: 'Clinician reflection',
  audience: 'clinician',
  licence,
  normed: false,
  options: { text: { values: ['withheld', 'shared', 'unsent'], default: 'withheld' } },
  note: {
    by: 'text',
    is: {
      withheld: 'What you write in the boxes is not sent. Only your choices are.',
      shared: 'What you write in the boxes is sent with your choices.',
      unsent: 'Nothing of this is sent.',
    },
  },
  scales: {},
  absent,
  items: [
    note('c1', 'reflective-practice', 'What did I feel most strongly in this session, and when?'),
    choice(
      'c2',
      'reflective-practice',
      'Did this client remind me of someone in my own life?',
      'No',
      'Maybe',
      'Yes',
    ),
    {
      ...choice(
        'c3',
        'reflective-practice',
        'Did I act in a way that is not usual for me?',
        'No',
        'A little',
        'A lot',
      ),
      help: 'Longer, softer, harder, more distant.',
    },
    note('c4', 'reflective-practice', 'How might the client have seen me today?'),
    choice('c5', 'boundaries', 'Was any limit of time, contact, or role stretched?', 'No', 'Not sure', 'Yes'),
    note('c6', 'boundaries', 'Which limit do I want to restate, and how?'),
    choice('c7', 'supervision', 'Do I want to take this to supervision?', 'No', 'Soon', 'Before next session'),
    note('c8', 'supervision', 'What is the one question I would ask my supervisor?'),
  ],
} satisfies InstrumentDefinition;
