import type { Item } from '../../core/instrument/instrument.ts';
import { isDay } from '../../core/plain-data/iso-date.ts';
import { milestones } from '../../instruments/milestones.ts';

const items = milestones.items as Item[];

export const findMilestone = (key: unknown, { items } = milestones): Item | undefined =>
  (items as Item[]).find(({ id }) => id === key);

/** What the host gave. It may be anything. */
type Given = Record<'milestone' | 'date' | 'kept' | 'shared', unknown>;

interface Problem {
  property: 'milestone' | 'date' | 'kept';
  /** What the value of the property must be. */
  rule: string;
}

export function badgeProblems({ milestone, date, kept, shared }: Given): Problem[] {
  const problems: Problem[] = [];
  if (!findMilestone(milestone)) problems.push({ property: 'milestone', rule: `one of ${items.map(({ id }) => id).join(', ')}` });
  if (date && !isDay(date as string)) problems.push({ property: 'date', rule: 'a day, YYYY-MM-DD' });
  if (kept !== 'clinic' && (kept !== 'device' || shared)) problems.push({ property: 'kept', rule: 'clinic, or device and not shared' });
  return problems;
}
