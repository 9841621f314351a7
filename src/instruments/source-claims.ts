/**
 * What the source article claims about trust levels, with the two texts that must be shown beside the figures. This is not
 * an instrument and is not registered, because a questionnaire would show the figures without the two texts.
 */
export const sourceClaims = {
  language: 'en',
  rows: [
    { level: 'low', engagement: 40, improvement: 20 },
    { level: 'moderate', engagement: 70, improvement: 50 },
    { level: 'high', engagement: 90, improvement: 80 },
  ],
  standing:
    'Printed in the source article without a citation, sample or definition, and not found in the literature searched.',
  beside:
    'Alliance and outcome r = .278 (95 % CI .256 to .299), 295 studies (Flückiger et al. 2018): about 8 % of shared variance across people, for the alliance, which is wider than trust. It says nothing certain about one person.',
} as const;
