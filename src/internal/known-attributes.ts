import { levelOf } from './heading.ts';

/** The attributes that a questionnaire and a session take alike. */
interface Shared {
  layout: string | undefined;
  privacy: string | undefined;
  author: string | undefined;
  subject: unknown;
  encounter: unknown;
  headingLevel: number | undefined;
}

/** Whether they have values that exist. What was taken away is no mistake. */
export const isKnown = ({ layout, privacy, author, subject, encounter, headingLevel }: Shared): boolean =>
  oneOf(layout, 'list', 'paged') &&
  oneOf(privacy, 'personal', 'shared') &&
  isAuthor(author) &&
  isId(subject) &&
  isId(encounter) &&
  levelOf(headingLevel ?? 2) === (headingLevel ?? 2);

/** Whether the record may say so. */
export const isAuthor = (author: string | undefined): boolean => oneOf(author, 'client', 'therapist', 'observer');

/** An id as records name it. Frameworks also set a number; what no reader would take is reported and stays out of the record. */
export function idOf(given: unknown): string | undefined {
  const id = typeof given === 'number' ? `${given}` : given;
  return typeof id === 'string' && id.length <= 200 ? id || undefined : undefined;
}

const isId = (given: unknown): boolean => !given || !!idOf(given);

/** Whether others use the device; a word that is not known counts as the careful one. */
export const isSharedDevice = (privacy: string | undefined): boolean => !!privacy && privacy !== 'personal';

export const oneOf = (value: string | undefined, ...known: string[]): boolean => !value || known.includes(value);
