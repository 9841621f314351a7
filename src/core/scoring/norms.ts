import type { ScaleNorms } from '../change/measurement-error.ts';
import type { ScaleRule } from '../instrument/scoring-rule.ts';

/**
 * The norms of a scoring rule for `measurementError`, `reliableChange` and `trend`, in the unit of its `raw` score. Returns
 * undefined if the rule has none. If the source gives a standard error of measurement instead of a reliability, the
 * reliability is 1 - (SEM / SD)^2, because SEM = SD x sqrt(1 - reliability) (Jacobson & Truax 1991, J Consult Clin Psychol
 * 59, 12-19).
 */
export function normsOf({ norms }: Pick<ScaleRule, 'norms'>): ScaleNorms | undefined {
  if (!norms) return undefined;
  const { sd, sem, reliability = 1 - (sem! / sd) ** 2 } = norms;
  return { sd, reliability };
}
