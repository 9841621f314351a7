export const UNKEPT = Symbol.for('attune.unkept');

/** The ids of records that were sent on a shared device. `outbox` asks for them. In the global object, because it is a file of its own. */
export const unkept = globalThis as { [UNKEPT]?: Set<string> };

export const neverKeep = (id: string): void => void (unkept[UNKEPT] ??= new Set()).add(id);
