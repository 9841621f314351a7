/** Messages of the trust levels, for clinicians. The claims of the article, and what is known about them, are content. */
export const levels = {
  title: 'What the source article claims about trust',
  trust: 'Trust',
  engagement: 'En\u00adgage\u00adment',
  improvement: 'Im\u00adprove\u00adment',
  low: 'low',
  moderate: 'moderate',
  high: 'high',
} as const;
