import type { ScaleNorms } from './measurement-error.ts';
import type { ScaleRule } from './scoring-rule.ts';

/**
 * The norms of a rule as `measurementError`, `reliableChange` and `trend` take them, in the unit of its `raw` score;
 * nothing where it has none. Where the source gives a standard error of measurement, the reliability is what that comes
 * from: 1 - (SEM / SD)^2, since SEM = SD x sqrt(1 - reliability) (Jacobson & Truax 1991, J Consult Clin Psychol 59, 12-19).
 */
export function normsOf({ norms }: Pick<ScaleRule, 'norms'>): ScaleNorms | undefined {
  if (!norms) return undefined;
  const { sd, sem, reliability = 1 - (sem! / sd) ** 2 } = norms;
  return { sd, reliability };
}
