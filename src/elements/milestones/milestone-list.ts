import type { MilestoneDetail } from '../../events/milestone-event.ts';
import { CHANGES } from '../../internal/milestone-changes.ts';
import { parsed } from '../../internal/parsed.ts';

/** One milestone as the host keeps it: what `attune-milestone` brought, and what became of it since. */
export type Milestone = Omit<MilestoneDetail, 'action'> & {
  /** The therapist can see it. */
  shared?: boolean;
  /** The person put it away. */
  putAway?: boolean;
};

/** The list that the host gave, as JSON or as data; `undefined` where it is none. Each needs an id of its own. */
export function readMilestones(given: unknown): readonly Milestone[] | undefined {
  const list = parsed(given ?? []);
  if (!Array.isArray(list)) return undefined;
  const ids = new Set(list.map((one: Partial<Milestone> | null) => one?.id || undefined));
  return ids.size === list.length && [...ids].every((id) => typeof id === 'string') ? list : undefined;
}

/** The list after a change. One that is new comes last; one that is removed is gone. */
export function changeMilestones(list: readonly Milestone[], change: MilestoneDetail): readonly Milestone[] {
  const { action, ...words } = change;
  if (action === 'remove') return list.filter(({ id }) => id !== change.id);
  const before = list.find(({ id }) => id === change.id);
  const after = { ...words, shared: !!before?.shared, putAway: !!before?.putAway, ...CHANGES[action] };
  return before ? list.map((one) => (one === before ? after : one)) : [...list, after];
}

/** Latest day first; of one day, the one that was marked last. */
export const latestFirst = (list: readonly Milestone[]): Milestone[] =>
  [...list].reverse().sort((a, b) => +(a.date < b.date) - +(a.date > b.date));
