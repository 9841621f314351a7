/** Messages of the trend. */
export const trend = {
  title: 'Trust over time',
  total: 'Total',
  axis: '0 is the least possible, 100 the most.',
  none: 'No sessions yet.',
  /** There are sessions, but none of them can be shown. */
  noneShown: 'No session that can be shown here.',
  without: 'It has no such score: {form}',
  lineSummary: { one: '{form}: 1 session, {days}.', other: '{form}: {count} sessions, {days}.' },
  ends: 'First {first}, last {last}, lowest {lowest}, highest {highest}.',
  oneScore: 'Score {score}.',
  gaps: 'Without a score: {count}.',
  talks: 'Worth a conversation: {count}.',
  talk: 'Worth a conversation',
  strong: 'Strong',
  talkStrong: 'Worth a conversation: strong',
  noScore: 'No score',
  milestones: 'Milestones',
  earlier: 'Earlier: {count}',
  under: {
    one: '{score}, {difference} below the mean of the 1 session before.',
    other: '{score}, {difference} below the mean of the {count} sessions before.',
  },
  over: {
    one: '{score}, {difference} above the mean of the 1 session before.',
    other: '{score}, {difference} above the mean of the {count} sessions before.',
  },
  back: {
    one: 'Back at that mean after 1 session, {day}.',
    other: 'Back at that mean after {count} sessions, {day}.',
  },
  meaning:
    'Unusual for this person on this form. It does not say why, and it is no forecast. mean, sd, mmr (mean moving range) and limit are of the sessions before.',
  drop: 'Drop',
  /** A drop if lower scores are better. */
  rise: 'Rise',
  'control-limit': 'Control limit',
  repaired: 'Repaired',
  band:
    'Range of error, 95 %: score ± 1.96 x SEM = ± {half}. SEM = SD x sqrt(1 - reliability) = {sem}, RC95 = 1.96 x sqrt(2) x SEM = {rc95}. SD {sd}, reliability {reliability}: {source}',
  change: 'Published threshold of change: {threshold}. {source}',
  table: 'The same as a table',
  date: 'Date',
  scores: 'Score',
  answers: 'Answers',
  findings: 'Findings',
  answered: '{answered} of {of}',
  prorated: '{answered} of {of}, prorated',
  missing: 'Missing: {items}',
  few: 'Not enough sessions before',
  notNormed: 'Not normed. It does not diagnose or predict.',
  /** `{forms}` has the names of the forms that are not normed. */
  notNormedForms: 'Not normed: {forms}. It does not diagnose or predict.',
  standing: 'It does not diagnose or predict.',
  ownTitle: 'What you answered',
  filledIn: 'You filled this in.',
  milestone: 'Milestone',
  // the language of a form and the standing of its translation
  draft: '{language}, draft translation: not scored',
  reviewed: '{language}, reviewed translation',
  validated: '{language}, validated translation',
  // What a form is called: `form-` and its instrument, and `option-` with each of its options. A `{variant}` in a name is that
  // option in words. Other options and the version are named only if forms would have the same name.
  'form-trust-12': '{variant}, full form',
  'form-trust-pulse': 'after a session, short form',
  'option-variant-intake': 'before therapy',
  'option-variant-session': 'after a session',
  'option-keying-mixed': 'with reversed lines',
  'option-keying-positive': 'without reversed lines',
  version: 'version {version}',
} as const;
