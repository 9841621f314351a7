import type { OwnCopy } from './own-copy.ts';

export const OUTBOX = Symbol.for('attune.outbox');

/**
 * An outbox on the page sets it: it gets a copy of what a person is sending, for the list of what waits. In the global object, because
 * an outbox is a file of its own.
 */
export const outboxHere = globalThis as { [OUTBOX]?: (id: string, copy: OwnCopy) => void };
