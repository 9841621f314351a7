import type { GroupItem } from './instrument.ts';

/** How often a group stands there at the start. One repetition stays where the person may add others. */
export const leastOf = ({ repeats }: GroupItem): number => Math.max(repeats?.min ?? 1, repeats?.add ? 1 : 0);

/** How often a group may stand there; 100 times where the instrument does not say. */
export const mostOf = ({ repeats }: GroupItem): number => repeats?.max ?? 100;
