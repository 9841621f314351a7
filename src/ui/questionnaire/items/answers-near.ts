import type { Value } from '../../../core/instrument/instrument.ts';
import type { Response } from '../../../core/record/response.ts';

/** The answers in one repetition of a group, and around it, by item. */
export function answersNear({ answers }: Response, at: readonly number[]): Record<string, readonly Value[]> {
  const near = new Map<string, readonly Value[]>();
  for (const answer of answers) {
    const isNear = (answer.at ?? []).every((n, i) => n === at[i]);
    if (isNear && answer.state === 'answered') near.set(answer.item, answer.values);
  }
  return Object.fromEntries(near);
}
