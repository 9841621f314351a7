/** Messages about scores, for clinicians and observers. */
export const score = {
  score: 'Score',
  scoreOf: '{raw} ({min} to {max})',
  scoreProrated: '{raw} ({min} to {max}), prorated from {answered} of {of}',
  noScore: 'No score. Missing: {count}.',
  notScored: 'No score: nobody has reviewed this translation.',
  notNormed: 'Not normed. It does not diagnose or predict.',
  normed: 'Norms: {sources}. It does not diagnose or predict.',
  // the standing of a translation
  draft: 'Language: {language}. The translation is a draft.',
  reviewed: 'Language: {language}. The translation is reviewed, not validated: no bands and no norms.',
  validated: 'Language: {language}. The translation is validated.',
} as const;
