import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { linesOn, profileMean } from './lines.ts';
import { absent, agree5, licence } from './scales.ts';

const line = linesOn('agree5', 'component');

const atEase = "My therapist's body language puts me at ease.";

/**
 * How client and therapist connect: four components with two lines each. A profile, never a total. What can be seen or
 * heard depends on how they met (`mode`): a line that makes no sense in a mode is not asked, and profiles of different
 * modes are not compared.
 */
export const rapportCheck = {
  schema: 1,
  id: 'rapport-check',
  version: '1.0.0',
  language: 'en',
  title: 'How we connect',
  audience: 'client',
  licence,
  normed: false,
  options: { mode: { values: ['in-person', 'video', 'phone', 'chat'], default: 'in-person' } },
  scales: { agree5 },
  absent,
  items: [
    line('r1', 'active-listening', 'My therapist listens closely to what I say.'),
    line('r2', 'active-listening', 'My therapist notices when I find something hard to say.'),
    line('r3', 'warmth', "My therapist's warmth feels real."),
    line('r4', 'warmth', 'My therapist shows they care how I am.'),
    {
      ...line('r5', 'nonverbal', {
        by: 'mode',
        is: { 'in-person': atEase, video: atEase, phone: "My therapist's tone of voice puts me at ease.", chat: '' },
      }),
      only: { mode: ['in-person', 'video', 'phone'] },
    },
    {
      ...line('r6', 'nonverbal', 'My therapist looks open to what I have to say.'),
      only: { mode: ['in-person', 'video'] },
    },
    line('r7', 'consistency', 'My therapist treats me the same way each time.'),
    line('r8', 'consistency', 'My therapist keeps to the times we agreed.'),
  ],
  scoring: {
    scales: {
      'active-listening': profileMean('r1', 'r2'),
      warmth: profileMean('r3', 'r4'),
      nonverbal: profileMean('r5', 'r6'),
      consistency: profileMean('r7', 'r8'),
    },
  },
} satisfies InstrumentDefinition;
