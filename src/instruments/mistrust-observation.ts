import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { linesOn } from './lines.ts';
import { absent, choices, licence, often4, seen2 } from './scales.ts';

const line = (id: string, indicator: string, scale: string, text: string, help: string) => ({
  ...linesOn(scale, 'indicator')(id, indicator, text),
  help,
});

// How often one sign was seen says nothing about another, so nothing is imputed: every line of an indicator is needed.
const indicator = (title: string, ...items: string[]) => ({ title, method: 'sum' as const, items, least: items.length });

/**
 * What a clinician saw, other reasons for it, and what to try next: a profile by indicator, never a total. Widgets for
 * clients never show it. The source article announces a list of techniques for the next step but leaves it empty, so the
 * techniques here are our own.
 */
export const mistrustObservation = {
  schema: 1,
  id: 'mistrust-observation',
  version: '1.0.0',
  language: 'en',
  title: 'Signs that trust may be strained',
  audience: 'clinician',
  licence,
  normed: false,
  intro: 'Note what you saw, not what you think it means. Clients may read these notes. There is no total score.',
  scales: { often4, seen2 },
  absent,
  items: [
    line(
      'm1',
      'avoidance',
      'often4',
      'Moved away from a topic that matters to them.',
      'Changed the subject, joked, or kept to safe topics.',
    ),
    line('m2', 'avoidance', 'seen2', 'Came late, left early, or cancelled.', 'Since the last review.'),
    line(
      'm3',
      'silence',
      'often4',
      'Long pauses or very short answers that were unusual for them.',
      "Compare with this person's own usual pace.",
    ),
    line('m4', 'defensiveness', 'often4', 'Answered feedback with anger or denial.', 'Write the words used.'),
    line(
      'm5',
      'questions',
      'often4',
      'Asked about your skill, training, or motives.',
      'This can be a fair question. Answer it.',
    ),
    {
      ...line(
        'm6',
        'steps-not-done',
        'seen2',
        'Steps you had both agreed on were not done.',
        'Was the step theirs, or yours?',
      ),
      tags: { indicator: 'steps-not-done', sourceTerm: 'noncompliance' },
    },
    {
      id: 'm-why',
      type: 'choice',
      multiple: true,
      text: 'Other reasons to weigh before you call it mistrust',
      choices: choices(
        'Culture or language',
        'Stigma or discrimination',
        'Neurodivergence',
        'Past trauma',
        'Past harm in care',
        'Low mood or fatigue',
        'Medication or physical health',
        'Money, travel or care duties',
        'Technology problem',
        'A fair reaction to what happened here',
        'My own behaviour',
        'Not known',
      ),
    },
    {
      id: 'm-next',
      type: 'choice',
      multiple: true,
      text: 'What will you try next?',
      choices: choices(
        'Ask how the session felt',
        'Own my part and say sorry',
        'Slow down',
        'Review goals together',
        'Go over privacy and limits again',
        'Offer a choice of method or pace',
        'Take it to supervision',
        'Offer another clinician',
      ),
    },
  ],
  scoring: {
    scales: {
      avoidance: indicator('Avoidance', 'm1', 'm2'),
      silence: indicator('Silence', 'm3'),
      defensiveness: indicator('Defensiveness', 'm4'),
      questions: indicator('Questions', 'm5'),
      'steps-not-done': indicator('Steps not done', 'm6'),
    },
  },
} satisfies InstrumentDefinition;
