import { failure, frame, refusals } from './frame.ts';
import { front } from './front.ts';
import { check, confirm, intake, list, part, thanks } from './intake.ts';
import { me, session, widgets } from './own.ts';
import { policy } from './policy.ts';

export const english = { frame, failure, refusals, front, intake, list, part, check, confirm, thanks, widgets, session, me, policy };

/** All that the clinic says to a person, in one language. Each text is a whole message. */
export type Catalogue = typeof english;
