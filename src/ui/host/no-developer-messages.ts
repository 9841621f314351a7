import type * as development from './developer-messages.ts';

/** In the files for production a report has its code, and the place or the reason alone. */
export const messageOf: typeof development.messageOf = (_code, about) => about;
