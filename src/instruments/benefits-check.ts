import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { linesOn, profileMean } from './lines.ts';
import { absent, agree5, licence } from './scales.ts';

const line = linesOn('agree5', 'benefit');

/** How things were for a person in the last two weeks: four benefits with two lines each. A profile, never a total. */
export const benefitsCheck = {
  schema: 1,
  id: 'benefits-check',
  version: '1.0.0',
  language: 'en',
  title: 'How things are for me',
  audience: 'client',
  licence,
  normed: false,
  stem: 'In the last two weeks',
  scales: { agree5 },
  absent,
  items: [
    line('g1', 'self-efficacy', 'I can handle my problems.'),
    line('g2', 'self-efficacy', 'I can make choices that are right for me.'),
    line('g3', 'resilience', 'When I get upset, I know what helps me.'),
    line('g4', 'resilience', 'I feel steady again after a hard day.'),
    line('g5', 'motivation', 'I want to keep working on my goals.'),
    line('g6', 'motivation', 'I try out things we talk about.'),
    line('g7', 'satisfaction', 'Therapy is worth my time.'),
    line('g8', 'satisfaction', 'I am glad I am in therapy.'),
  ],
  scoring: {
    scales: {
      'self-efficacy': profileMean('g1', 'g2'),
      resilience: profileMean('g3', 'g4'),
      motivation: profileMean('g5', 'g6'),
      satisfaction: profileMean('g7', 'g8'),
    },
  },
} satisfies InstrumentDefinition;
