/** Messages of the trust levels, for clinicians. The claims of the article, and what is known about them, are content. */
export const levels = {
  title: 'What the source article claims about trust',
  trust: 'Trust',
  engagement: 'Engage\u00adment',
  improvement: 'Improve\u00adment',
  low: 'low',
  moderate: 'moderate',
  high: 'high',
} as const;
