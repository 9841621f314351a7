/** The interface words of the trust levels. The claims of the article, and what is known about them, are content. */
export const levelsWords = {
  title: 'What the source article claims about trust',
  trust: 'Trust',
  engagement: 'En\u00adgage\u00adment',
  improvement: 'Im\u00adprove\u00adment',
};

export type LevelsWords = typeof levelsWords;
