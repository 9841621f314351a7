import { fQuantile } from './f-quantile.ts';

export interface Interval {
  level: number;
  lower: number;
  upper: number;
}

/**
 * The confidence interval of Cronbach's alpha: (1 - true alpha) / (1 - alpha) is F distributed with n - 1 and
 * (n - 1)(k - 1) degrees of freedom, so the ends are 1 - (1 - alpha) F at (1 + level) / 2 and at (1 - level) / 2. It is
 * exact for parallel, normally distributed items, and approximate otherwise.
 *
 * Feldt 1965, Psychometrika 30, 357-370; Feldt, Woodruff & Salih 1987, Applied Psychological Measurement 11, 93-103.
 */
export function feldtInterval(alpha: number, { level, items, n }: { level: number; items: number; n: number }): Interval {
  const end = (p: number): number => 1 - (1 - alpha) * fQuantile(p, n - 1, (n - 1) * (items - 1));
  return { level, lower: end((1 + level) / 2), upper: end((1 - level) / 2) };
}
