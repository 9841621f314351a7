import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { absent, choices, licence } from './scales.ts';

const written = (id: string, text: string) => ({ id, type: 'text' as const, text });

/**
 * A person's progress towards what they want from therapy. `p2` rates the goal that they wrote in `p1`. Ratings of several
 * sessions are comparable only while the goal stays the same (see `goalCourse`). There is no score.
 */
export const progressCheckIn = {
  schema: 1,
  id: 'progress-check-in',
  version: '1.0.0',
  language: 'en',
  title: 'Check-in',
  audience: 'client',
  licence,
  normed: false,
  scales: {},
  absent,
  items: [
    written('p1', 'What is the main thing you want from therapy right now?'),
    {
      id: 'p2',
      type: 'rating',
      min: 0,
      max: 10,
      minText: 'Just starting',
      maxText: 'There',
      text: 'How close do you feel to it today?',
      when: { item: 'p1', is: 'answered' },
    },
    written('p3', 'What has helped since last time, even a little?'),
    written('p4', 'What got in the way?'),
    {
      id: 'p5',
      type: 'choice',
      text: 'What would you like next?',
      choices: choices(
        'Keep going as we are',
        'Go slower',
        'Go faster',
        'Try something else',
        'Take a break',
        'Talk about ending',
        'Not sure',
      ),
    },
    {
      id: 'p6',
      type: 'choice',
      text: 'Do you want to talk about how we work together?',
      choices: choices('Yes', 'No', 'I am not sure'),
    },
    { id: 'p7', type: 'date', text: 'When shall we look at this again?' },
  ],
} satisfies InstrumentDefinition;
