import { draftHours } from './drafts.ts';
import { newId } from './new-id.ts';
import { open, seal } from './seal.ts';

/** The cookie that holds a draft together on one device. It is in no link, and no script can read it. */
export const draftCookie = 'intake';

const kept = draftHours * 60 * 60 * 1000;

/** A draft as a device knows it: its id, and the moment at which the device forgets it. */
export interface OwnDraft {
  id: string;
  until: Date;
}

export function newDraft(): OwnDraft {
  return { id: newId(), until: endOf(new Date()) };
}

/** The end of a draft that was started then. */
export const endOf = (startedAt: Date): Date => new Date(startedAt.getTime() + kept);

export const writeDraftCookie = ({ id, until }: OwnDraft, secret: string): string =>
  seal([id], until, { purpose: 'draft', secret });

/** The id of the draft, if this server made the cookie and it has not expired. */
export function readDraftCookie(cookie: string | undefined, secret: string): string | undefined {
  const opened = open(cookie ?? '', { purpose: 'draft', secret });
  return opened.ok ? opened.ids[0] : undefined;
}

/**
 * A hidden field of each form: the draft that its page was made for. A page that stayed open does not save into the draft of
 * the next person at the same device.
 */
export const writeFormToken = (id: string, secret: string): string =>
  seal([id], endOf(new Date()), { purpose: 'form', secret });

/** `expired` for a page that was open for more than a day, and `unsigned` for a form that is not the clinic's. */
export function readFormToken(token: string, secret: string): { id: string } | 'expired' | 'unsigned' {
  const opened = open(token, { purpose: 'form', secret });
  return opened.ok ? { id: opened.ids[0] ?? '' } : opened.reason;
}
