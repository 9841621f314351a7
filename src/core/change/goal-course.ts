import type { Value } from '../instrument/instrument.ts';
import type { Response } from '../record/response.ts';
import { standing } from '../record/standing.ts';

/** The records of one goal, with how close the person felt to it. */
export interface GoalStretch {
  goal: string;
  /** In order of time. A point without `value` has no answer: it is a gap, not zero. */
  points: { at: string; value?: number }[];
}

/**
 * The answers to the rating item `closeness` in order of time, divided by the goal in the text item `goal`. A new stretch
 * begins whenever the goal changes. A goal that returns later begins another stretch. White space and letter case do not
 * make a different goal. A record without a goal belongs to the stretch before it. If no stretch is before it, it is
 * skipped. Only the records that `standing` returns are used.
 */
export function goalCourse(records: readonly Response[], goal: string, closeness: string): GoalStretch[] {
  const stretches: GoalStretch[] = [];
  for (const record of standing(records).sort((a, b) => Date.parse(momentOf(a)) - Date.parse(momentOf(b)))) {
    const writtenGoal = answerTo(record, goal);
    const value = answerTo(record, closeness);
    const point = { at: momentOf(record), ...(typeof value === 'number' && { value }) };
    const last = stretches.at(-1);
    const isSameGoal = last && (writtenGoal === undefined || normalised(writtenGoal) === normalised(last.goal));
    if (isSameGoal) last.points.push(point);
    else if (writtenGoal !== undefined) stretches.push({ goal: String(writtenGoal), points: [point] });
  }
  return stretches;
}

/** The single value of an item outside repeating groups. */
export function answerTo({ answers }: Response, item: string): Value | undefined {
  const answer = answers.find((answer) => answer.item === item && !answer.at?.length);
  return answer?.state === 'answered' ? answer.values[0] : undefined;
}

const momentOf = ({ completedAt, startedAt }: Response): string => completedAt ?? startedAt;

const normalised = (goal: Value): string => String(goal).trim().replace(/\s+/g, ' ').toLowerCase();
