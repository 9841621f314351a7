/** Interface words of the trust levels alone. What the article claims, and what is known of it, is content. */
export const levelsWords = {
  title: 'What the source article claims about trust',
  trust: 'Trust',
  engagement: 'Engage\u00adment',
  improvement: 'Improve\u00adment',
};

export type LevelsWords = typeof levelsWords;
