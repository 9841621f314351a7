import type { PartName } from '../intake-parts.ts';

/** How each part is called, and how long it takes. */
export const partWords: Record<PartName, { title: string; detail: string }> = {
  name: { title: 'Your name', detail: 'Any name you like.' },
  trust: { title: 'What you expect of a therapist', detail: 'Thirteen lines, three minutes.' },
  together: { title: 'Our work, and what stays private', detail: 'Three topics: what is clear, and what you want to ask.' },
  terms: { title: 'Roles, cost and ending', detail: 'Three topics: what is clear, and what you want to ask.' },
};

export const formTitle = 'Before your first visit';
