export const PANEL = 'attune/what-leaves';
export const RESET = 'attune/what-leaves/reset';
export const NOTE = 'attune/what-leaves/note';

/** One thing that a page can observe while a story is shown. It contains only plain data, so it can cross frames. */
export interface Note {
  kind: 'event' | 'form' | 'request' | 'storage' | 'own';
  /** The event's type, the form's method, the request's initiator, the kind of storage. */
  what: string;
  /** The source or the destination. */
  where: string;
  /** Milliseconds since the story was rendered. */
  at: number;
  /** The exact detail as JSON, indented by two spaces. */
  json?: string;
  /** Whether it contains answers of the person. */
  answers?: boolean;
}
