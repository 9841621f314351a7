import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import type { Condition } from '../core/instrument/instrument.ts';
import { absent, clear3, happened3, licence } from './scales.ts';

const first = 'Ask this first';

/** A checkbox that is shown only while `when` holds. It is never ticked in advance. */
const tick = (id: string, code: string, text: string, when: Condition) => ({
  id,
  type: 'choice' as const,
  text,
  choices: [{ code, text }],
  multiple: true,
  optional: true,
  when,
});

const markFirst = (id: string, line: string) => ({
  ...tick(id, 'first', first, { item: line, is: 'answered' }),
  tags: { agenda: 'first' },
});

/** How clear one topic is, and the question to ask about it if it is not clear. */
const line = (id: string, text: string, starter: string) => ({
  id,
  type: 'choice' as const,
  scale: 'clear3',
  text,
  items: [
    {
      ...tick(`${id}-ask`, 'ask', starter, {
        any: [
          { item: id, op: '=', value: 'not-clear' },
          { item: id, op: '=', value: 'partly' },
          { item: id, is: 'unknown' },
        ],
      }),
      help: 'Suggested',
      tags: { agenda: 'line' },
      items: [markFirst(`${id}-first`, `${id}-ask`)],
    },
  ],
});

const topic = (id: string, text: string, ...lines: ReturnType<typeof line>[]) => ({
  id,
  type: 'group' as const,
  text,
  help: 'How clear is this?',
  only: { topics: [id] },
  items: [
    ...lines,
    {
      id: `own-${id}`,
      type: 'group' as const,
      text: '',
      repeats: { min: 1, max: 5, add: 'Add a question' },
      items: [
        {
          id: `q-${id}`,
          type: 'text' as const,
          text: 'A question I want to ask',
          maxLength: 280,
          optional: true,
          tags: { agenda: 'line' },
          items: [markFirst(`q-${id}-first`, `q-${id}`)],
        },
      ],
    },
  ],
});

/**
 * What is clear about working together, and what to ask: an agenda, not a score. `topics` are the topics that the clinic
 * shows. `policy` is the version of the clinic's own text beside them. With `last-time` yes, the host gives the questions
 * of the last time as answers to `last-question`.
 */
export const boundaryClarity = {
  schema: 1,
  id: 'boundary-clarity',
  version: '1.0.0',
  language: 'en',
  title: 'What is clear, and what I want to ask',
  audience: 'client',
  licence,
  normed: false,
  options: {
    topics: {
      values: ['purpose', 'dialogue', 'boundaries', 'confidentiality', 'contact', 'cost', 'records', 'ending'],
      many: true,
      default: 'purpose dialogue boundaries confidentiality',
    },
    policy: { default: '' },
    'last-time': { values: ['no', 'yes'], default: 'no' },
  },
  note: 'Clear does not mean that you agree or sign anything.',
  scales: { clear3, happened3 },
  absent,
  items: [
    {
      id: 'last-time',
      type: 'group',
      text: '',
      only: { 'last-time': ['yes'] },
      repeats: { min: 0 },
      items: [
        { id: 'last-question', type: 'text', text: '', hidden: true },
        {
          id: 'last-answered',
          type: 'choice',
          scale: 'happened3',
          text: 'Last time you asked: {last-question} Was it answered?',
        },
      ],
    },
    topic(
      'purpose',
      'Clarity of purpose',
      line('b01', 'What we are working on', 'What are we aiming for, and how will we know it helps?'),
    ),
    topic(
      'dialogue',
      'Open dialogue',
      line(
        'b02',
        'How to say when something is not working',
        'What should I do if something you say does not sit well with me?',
      ),
    ),
    topic(
      'boundaries',
      'Defined boundaries',
      line('b03', "What my therapist's role is", 'What can I ask you for, and what is outside your role?'),
    ),
    {
      ...topic(
        'confidentiality',
        'Privacy and its limits',
        line('b04', 'What stays private', 'Who can see what I tell you?'),
        line(
          'b05',
          'When my therapist may have to tell someone',
          'When would you have to share what I say, and with whom?',
        ),
      ),
      tags: { open: 'yes' },
    },
    topic(
      'contact',
      'Contact between sessions',
      line('b06', 'How to reach my therapist between sessions', 'How do I reach you, and when will you reply?'),
    ),
    topic(
      'cost',
      'Time and cost',
      line('b07', 'What therapy costs', 'What will I pay?'),
      line('b08', 'What happens if I miss a session', 'What happens if I have to cancel?'),
    ),
    topic(
      'records',
      'Notes and recordings',
      line('b09', 'What is written down or recorded', 'What do you write down about me?'),
      line('b10', 'Who can see it', 'Who can read your notes about me?'),
    ),
    topic(
      'ending',
      'Endings and complaints',
      line('b11', 'How therapy can end', 'How do we decide when to stop?'),
      line('b12', 'Where I can complain', 'Who can I complain to?'),
    ),
  ],
  words: {
    policyEmpty: 'Your clinic has not written this here yet. You can ask.',
  },
} satisfies InstrumentDefinition;
