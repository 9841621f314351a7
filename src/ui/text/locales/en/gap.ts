/** Messages of the perspective gap, for clinicians. The scale shows the first letter of each perspective. */
export const gap = {
  client: 'Client',
  therapist: 'Therapist',
  observer: 'Observer',
  summary: 'Lines: {lines}. Apart: {differ}. The same: {agree}. Cannot be compared: {not-comparable}.',
  note: 'A gap is something to talk about. It does not say who is right.',
  both: 'Both say: {answer}.',
  all: 'All say: {answer}.',
  agree: 'The same.',
  differ: 'Not the same.',
  steps: 'Steps apart: {steps}.',
  'not-comparable': 'Cannot be compared.',
  'not-asked': 'Not asked',
  repeated: 'Asked more than once',
} as const;
