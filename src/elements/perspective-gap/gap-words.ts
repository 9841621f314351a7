import { absenceWords } from '../../ui/text/form-words.ts';
import { words } from '../../ui/text/words.ts';

/** The interface words of the perspective gap, for clinicians. The scale shows the first letter of each perspective. */
export const gapWords = {
  client: 'Client',
  therapist: 'Therapist',
  observer: 'Observer',
  summary: 'Of {lines} lines: {differ} apart, {agree} the same, {not-comparable} that cannot be compared.',
  note: 'A gap is something to talk about. It does not say who is right.',
  both: 'Both say {answer}.',
  all: 'All say {answer}.',
  agree: 'The same.',
  differ: 'Not the same.',
  steps: 'Steps apart: {steps}.',
  'not-comparable': 'Cannot be compared.',
  'not-asked': 'Not asked',
  repeated: 'Asked more than once',
  // Each common word is named, so that a CDN file leaves the others out.
  leftBlank: words.leftBlank,
  ...absenceWords,
  yes: words.yes,
  no: words.no,
};

export type GapWords = typeof gapWords;
