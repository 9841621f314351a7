import type { Item } from './instrument.ts';

/** The number of repetitions at the start. It is at least one if the person may add others. */
export const leastOf = ({ repeats }: Item): number => Math.max(repeats?.min ?? 1, repeats?.add ? 1 : 0);

/** The most repetitions. The default is 100. */
export const mostOf = ({ repeats }: Item): number => repeats?.max ?? 100;
