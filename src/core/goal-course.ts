import type { Response } from './response.ts';

/** One goal and how close a person felt to it, record by record. */
export interface GoalStretch {
  goal: string;
  /** In order of time. Without a `value` there was no answer: a gap, not zero. */
  points: { at: string; value?: number }[];
}

/**
 * The answers to a rating (`closeness`) about a goal that is written beside it (`goal`), in order of time: a new stretch
 * begins where the goal changed, and one that comes back later is another stretch. White space and capitals make no other
 * goal. A record without a goal is a gap in the stretch before it; ahead of the first goal it is left out. Of records
 * with the same id the last one counts, and one that another of them replaces does not.
 */
export function goalCourse(records: readonly Response[], goal: string, closeness: string): GoalStretch[] {
  const replaced = new Set(records.map(({ replaces }) => replaces));
  const kept = [...new Map(records.map((record) => [record.id, record])).values()]
    .filter(({ id }) => !replaced.has(id))
    .map((record) => ({ record, at: record.completedAt ?? record.startedAt }))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const stretches: GoalStretch[] = [];
  for (const { record, at } of kept) {
    const written = answerTo(record, goal);
    const last = stretches.at(-1);
    const value = answerTo(record, closeness);
    const point = { at, ...(typeof value === 'number' && { value }) };
    if (last && (written === undefined || plain(written) === plain(last.goal))) last.points.push(point);
    else if (written !== undefined) stretches.push({ goal: String(written), points: [point] });
  }
  return stretches;
}

const answerTo = ({ answers }: Response, item: string): unknown => {
  const answer = answers.find((answer) => answer.item === item && !answer.at?.length);
  return answer?.state === 'answered' ? answer.values[0] : undefined;
};

const plain = (goal: unknown): string => String(goal).trim().replace(/\s+/g, ' ').toLowerCase();
