export const PANEL = 'attune/what-leaves';
export const RESET = 'attune/what-leaves/reset';
export const NOTE = 'attune/what-leaves/note';

/** One thing that a page can notice while a story stands there. Everything in it is text, so that it crosses frames. */
export interface Note {
  kind: 'event' | 'form' | 'request' | 'storage' | 'own';
  /** The event's type, the form's method, the request's initiator, the kind of storage. */
  what: string;
  /** Where from, or where to. */
  where: string;
  /** Since the story was rendered, in milliseconds. */
  at: number;
  /** The exact detail, as JSON with two spaces. */
  json?: string;
  /** Whether it carries what the person answered. */
  answers?: boolean;
}
