import type { Step } from './step.ts';

/**
 * Sorts steps so that each comes after those that it depends on (Kahn, 1962, Commun. ACM 5, 558-562), and numbers them. A step
 * that may depend on every answer comes as late as possible. A circle, which only expressions can make, is cut at its earliest
 * step: `circular` has those. The time is linear in the number of dependencies.
 */
export function inOrder(steps: readonly Step[]): { ordered: Step[]; circular: Step[] } {
  const ordered: Step[] = [];
  const circular: Step[] = [];
  const missing = new Map<Step, number>(steps.map((step) => [step, 0]));
  // What is not among the steps has its place elsewhere.
  const nextOf = (step: Step): Step[] => [...step.next].filter((next) => missing.has(next));
  for (const step of steps) for (const next of nextOf(step)) missing.set(next, missing.get(next)! + 1);

  const ready: Step[] = [];
  const late: Step[] = [];
  const enqueue = (step: Step): void => void (step.isLate ? late : ready).push(step);
  const isPlaced = new Set<Step>();
  const place = (step: Step): void => {
    isPlaced.add(step);
    step.order = ordered.push(step) - 1;
    for (const next of nextOf(step)) {
      const count = missing.get(next)! - 1;
      missing.set(next, count);
      if (!count && !isPlaced.has(next)) enqueue(next);
    }
  };

  for (const step of steps) if (!missing.get(step)) enqueue(step);
  // Loops with counters, because the lists grow while they are read.
  for (let i = 0, j = 0, earliest = 0; ordered.length < steps.length; ) {
    if (i < ready.length) place(ready[i++]!);
    else if (j < late.length) place(late[j++]!);
    else {
      while (isPlaced.has(steps[earliest]!)) earliest++;
      circular.push(steps[earliest]!);
      place(steps[earliest]!);
    }
  }
  return { ordered, circular };
}
