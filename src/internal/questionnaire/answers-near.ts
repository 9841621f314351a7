import type { Response } from '../../core/response.ts';

/** What was answered in one repetition of a group, by item, in plain text. */
export function answersNear({ answers }: Response, at: readonly number[]): Record<string, string> {
  const near: Record<string, string> = {};
  for (const answer of answers) {
    const isNear = (answer.at ?? []).every((n, i) => n === at[i]);
    if (isNear && answer.state === 'answered') near[answer.item] = answer.values.join(', ');
  }
  return near;
}
