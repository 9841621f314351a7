import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { absent, happened3, licence } from './scales.ts';

const more = 'I would like more of this';

/** One thing that a therapist may have done. Only the client is offered "more of this". It is never ticked in advance. */
const line = (id: string, client: string, therapist: string, observer: string) => ({
  id,
  type: 'choice' as const,
  scale: 'happened3',
  text: { by: 'perspective', is: { client, therapist, observer } },
  items: [
    {
      id: `${id}-more`,
      type: 'choice' as const,
      text: more,
      choices: [{ code: 'more', text: more }],
      multiple: true,
      optional: true,
      only: { perspective: ['client'] },
    },
  ],
});

/** A line that may not apply, because there may have been no occasion for it. */
const maybe = (...words: Parameters<typeof line>) => ({ ...line(...words), na: true });

/** Behaviours by component, seen from the `perspective` client, therapist or observer. Not a scale: there is no total. */
export const empathyChecklist = {
  schema: 1,
  id: 'empathy-checklist',
  version: '1.0.0',
  language: 'en',
  title: {
    by: 'perspective',
    is: { client: 'What my therapist did today', therapist: 'What I did today', observer: 'What the therapist did' },
  },
  audience: { by: 'perspective', is: { client: 'client', therapist: 'clinician', observer: 'observer' } },
  licence,
  normed: false,
  options: { perspective: { values: ['client', 'therapist', 'observer'], default: 'client' } },
  scales: { happened3 },
  absent,
  items: [
    {
      id: 'listening',
      type: 'group',
      text: 'Active listening',
      items: [
        line(
          'e11',
          'My therapist let me finish before they spoke.',
          'I let the client finish before I spoke.',
          'The therapist let the client finish before they spoke.',
        ),
        line(
          'e12',
          'My therapist summed up what I said.',
          'I summed up what the client said.',
          'The therapist summed up what the client said.',
        ),
        maybe(
          'e13',
          'My therapist asked me more about something I had said.',
          'I asked more about something the client had said.',
          'The therapist asked more about something the client had said.',
        ),
        line(
          'e14',
          'My therapist kept their attention on me.',
          'I kept my attention on the client.',
          'The therapist kept their attention on the client.',
        ),
      ],
    },
    {
      id: 'validation',
      type: 'group',
      text: 'Emotional validation',
      items: [
        maybe(
          'e21',
          'My therapist put a feeling of mine into words.',
          "I put a feeling of the client's into words.",
          "The therapist put a feeling of the client's into words.",
        ),
        maybe(
          'e22',
          'My therapist said my feelings made sense.',
          "I said the client's feelings made sense.",
          "The therapist said the client's feelings made sense.",
        ),
        maybe(
          'e23',
          'My therapist gave me time with a hard feeling.',
          'I gave the client time with a hard feeling.',
          'The therapist gave the client time with a hard feeling.',
        ),
        maybe(
          'e24',
          'My therapist checked if they got my feelings right.',
          "I checked if I got the client's feelings right.",
          "The therapist checked if they got the client's feelings right.",
        ),
      ],
    },
    {
      id: 'support',
      type: 'group',
      text: 'Supportive responses',
      items: [
        maybe(
          'e31',
          'My therapist pointed out something I did well.',
          'I pointed out something the client did well.',
          'The therapist pointed out something the client did well.',
        ),
        maybe(
          'e32',
          'My therapist asked what kind of help I wanted.',
          'I asked what kind of help the client wanted.',
          'The therapist asked what kind of help the client wanted.',
        ),
        line(
          'e33',
          'My therapist said something encouraging.',
          'I said something encouraging.',
          'The therapist said something encouraging.',
        ),
        line(
          'e34',
          'My therapist checked how I was before we ended.',
          'I checked how the client was before we ended.',
          'The therapist checked how the client was before we ended.',
        ),
      ],
    },
  ],
  scoring: {
    scales: {
      listening: { title: 'Active listening', method: 'percent', items: ['e11', 'e12', 'e13', 'e14'], least: 2 },
      validation: { title: 'Emotional validation', method: 'percent', items: ['e21', 'e22', 'e23', 'e24'], least: 2 },
      support: { title: 'Supportive responses', method: 'percent', items: ['e31', 'e32', 'e33', 'e34'], least: 2 },
    },
  },
} satisfies InstrumentDefinition;
