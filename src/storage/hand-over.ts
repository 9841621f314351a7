/** A draft whose records go into an outbox. */
export interface HandedOver {
  /** The ids of its records. */
  ids: readonly string[];
  /** When the draft is over, in milliseconds (epoch). */
  until: number;
  /** The outbox has the records: they leave the draft. */
  drop(): void;
}

export const HAND_OVER = Symbol.for('attune.hand-over');

/** Each finds its draft of a record that is in this text. In the global object, because drafts and outbox are files of their own. */
export const handOver = globalThis as { [HAND_OVER]?: Set<(text: string) => HandedOver | undefined> };

/**
 * Under this name the device notes that the outbox has a record. It is written together with the record and stays as long as the draft may
 * come back, because a browser that is killed may still have it.
 */
export const noteOf = (id: string): string => `attune-draft-sent:${id}`;
