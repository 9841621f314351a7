import type { Value } from './instrument.ts';
import type { Response } from './response.ts';
import { standing } from './standing.ts';

/** One goal and how close a person felt to it, record by record. */
export interface GoalStretch {
  goal: string;
  /** In order of time. Without a `value` there was no answer: a gap, not zero. */
  points: { at: string; value?: number }[];
}

/**
 * The answers to a rating (`closeness`) about a goal that is written beside it (`goal`), in order of time: a new stretch
 * begins where the goal changed, and one that comes back later is another stretch. White space and capitals make no other
 * goal. A record without a goal is a gap in the stretch before it; ahead of the first goal it is left out. The records that
 * count are those of `standing`.
 */
export function goalCourse(records: readonly Response[], goal: string, closeness: string): GoalStretch[] {
  const stretches: GoalStretch[] = [];
  for (const record of standing(records).sort((a, b) => Date.parse(momentOf(a)) - Date.parse(momentOf(b)))) {
    const written = answerTo(record, goal);
    const value = answerTo(record, closeness);
    const point = { at: momentOf(record), ...(typeof value === 'number' && { value }) };
    const last = stretches.at(-1);
    if (last && (written === undefined || plain(written) === plain(last.goal))) last.points.push(point);
    else if (written !== undefined) stretches.push({ goal: String(written), points: [point] });
  }
  return stretches;
}

/** The one value that was given to an item, outside of what repeats. */
export function answerTo({ answers }: Response, item: string): Value | undefined {
  const answer = answers.find((answer) => answer.item === item && !answer.at?.length);
  return answer?.state === 'answered' ? answer.values[0] : undefined;
}

const momentOf = ({ completedAt, startedAt }: Response): string => completedAt ?? startedAt;

const plain = (goal: Value): string => String(goal).trim().replace(/\s+/g, ' ').toLowerCase();
