import type { Unread } from '../unread.ts';

/** "2 forms, 1 journal entry" */
export function unreadWords({ forms, entries, milestones }: Unread): string {
  const some = (number: number, one: string, many: string): string => (number ? `${number} ${number === 1 ? one : many}` : '');
  return [some(forms, 'form', 'forms'), some(entries, 'journal entry', 'journal entries'), some(milestones, 'milestone', 'milestones')]
    .filter(Boolean)
    .join(', ');
}
