import type * as development from './developer-messages.ts';

/** In the files for production, a report has only its code and the place or the reason. */
export const messageOf: typeof development.messageOf = (_code, about) => about;

export const newMistakes: typeof development.newMistakes = () => [];

export type { ErrorCode } from './developer-messages.ts';
