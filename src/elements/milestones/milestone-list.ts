import type { MilestoneDetail } from '../../events/milestone-event.ts';
import { CHANGES } from '../../ui/handoff/milestone-changes.ts';
import { parsed } from '../../ui/host/parsed.ts';

/** One milestone as the host stores it: the detail of `attune-milestone`, and the later changes of the person. */
export type Milestone = Omit<MilestoneDetail, 'action'> & {
  /** The therapist can see it. */
  shared?: boolean;
  /** The person put it away. */
  putAway?: boolean;
};

/** Reads the host's list, from JSON or data. Returns `undefined` if it is no list of milestones with unique ids. */
export function readMilestones(given: unknown): readonly Milestone[] | undefined {
  const list = parsed(given ?? []);
  if (!Array.isArray(list)) return undefined;
  const ids = new Set(list.map((one: Partial<Milestone> | null) => one?.id || undefined));
  return ids.size === list.length && [...ids].every((id) => typeof id === 'string') ? list : undefined;
}

/** The list after a change. A new milestone is added at the end. */
export function changeMilestones(list: readonly Milestone[], change: MilestoneDetail): readonly Milestone[] {
  const { action, ...words } = change;
  if (action === 'remove') return list.filter(({ id }) => id !== change.id);
  const before = list.find(({ id }) => id === change.id);
  const after = { ...words, shared: !!before?.shared, putAway: !!before?.putAway, ...CHANGES[action] };
  return before ? list.map((one) => (one === before ? after : one)) : [...list, after];
}

/** Latest date first. On the same date, the one that was added last is first. */
export const latestFirst = (list: readonly Milestone[]): Milestone[] =>
  [...list].reverse().sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
