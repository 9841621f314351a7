import { levelOf } from './heading.ts';

/** The attributes that a questionnaire and a session take alike. */
interface Shared {
  layout: string | undefined;
  privacy: string | undefined;
  author: string | undefined;
  headingLevel: number | undefined;
}

/** Whether they have values that exist. What was taken away is no mistake. */
export const isKnown = ({ layout, privacy, author, headingLevel }: Shared): boolean =>
  oneOf(layout, 'list', 'paged') &&
  oneOf(privacy, 'personal', 'shared') &&
  isAuthor(author) &&
  levelOf(headingLevel ?? 2) === (headingLevel ?? 2);

/** Whether the record may say so. */
export const isAuthor = (author: string | undefined): boolean => oneOf(author, 'client', 'therapist', 'observer');

export const oneOf = (value: string | undefined, ...known: string[]): boolean => !value || known.includes(value);
