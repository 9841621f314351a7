import type { Item } from '../../core/instrument/instrument.ts';
import { isDay } from '../../core/plain-data/iso-date.ts';
import { milestones } from '../../instruments/milestones.ts';

const items = milestones.items as Item[];

export const findMilestone = (key: unknown): Item | undefined => items.find(({ id }) => id === key);

/** What the host gave. It may be anything. */
type Given = Record<'milestone' | 'date' | 'kept' | 'shared', unknown>;

type Check = [name: 'milestone' | 'date' | 'kept', isValid: unknown, rule: string];

/** The checks that failed. The rule says what the property must be. */
export function badgeProblems({ milestone, date, kept, shared }: Given): Check[] {
  const checks: Check[] = [
    ['milestone', findMilestone(milestone), `one of ${items.map(({ id }) => id).join(', ')}`],
    ['date', !date || isDay(date as string), 'a day, YYYY-MM-DD'],
    ['kept', kept === 'clinic' || (kept === 'device' && !shared), 'clinic, or device and not shared'],
  ];
  return checks.filter(([, isValid]) => !isValid);
}
