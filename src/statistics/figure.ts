/** A number, or the reason why it cannot be computed. */
export type Figure<Reason extends string = string> = { ok: true; value: number } | { ok: false; reason: Reason };

export const figure = (value: number): { ok: true; value: number } => ({ ok: true, value });

export const noFigure = <Reason extends string>(reason: Reason): { ok: false; reason: Reason } => ({ ok: false, reason });
