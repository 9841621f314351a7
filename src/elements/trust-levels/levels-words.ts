/** The interface words of the trust levels. The claims of the article, and what is known about them, are content. */
export const levelsWords = {
  title: 'What the source article claims about trust',
  trust: 'Trust',
  engagement: 'Engage\u00adment',
  improvement: 'Improve\u00adment',
};

export type LevelsWords = typeof levelsWords;
