/** The interface words of the trend. A host can replace each of them. */
export const trendWords = {
  title: 'Trust over time',
  total: 'Total',
  axis: '0 is the least possible, 100 the most.',
  none: 'No sessions yet.',
  /** There are sessions, but none of them can be shown. */
  noneShown: 'No session that can be shown here.',
  without: 'It has no such score: {form}',
  sessions: '{n} sessions',
  session: '1 session',
  ends: 'First {first}, last {last}, lowest {lowest}, highest {highest}.',
  gaps: '{n} without a score.',
  talks: '{n} worth a conversation.',
  talk: 'Worth a conversation',
  strong: 'Strong',
  noScore: 'No score',
  milestones: 'Milestones',
  earlier: 'Earlier: {n}',
  under: '{score}, {difference} below the mean of the {n} sessions before.',
  over: '{score}, {difference} above the mean of the {n} sessions before.',
  back: 'Back at that mean after {n}, {day}.',
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
  /** `{forms}` is empty, or names the forms of several that are not normed. */
  notNormed: 'Not normed{forms}. It does not diagnose or predict.',
  standing: 'It does not diagnose or predict.',
  ownTitle: 'What you answered',
  filledIn: 'You filled this in.',
  milestone: 'Milestone',
};

/**
 * What a form is called: `form-` and its instrument, and `option-` with each of its options. A `{variant}` in a name is that
 * option in words. Other options and the version are named only if forms would have the same name.
 */
export const formNames = {
  'form-trust-12': '{variant}, full form',
  'form-trust-pulse': 'after a session, short form',
  'option-variant-intake': 'before therapy',
  'option-variant-session': 'after a session',
  'option-keying-mixed': 'with reversed lines',
  'option-keying-positive': 'without reversed lines',
  version: 'version {version}',
};

export type TrendWords = typeof trendWords & typeof formNames & { [name: `form-${string}` | `option-${string}`]: string };
