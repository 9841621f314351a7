import type { Shown } from './words.ts';

/** An entry of a list of options. */
export interface Option {
  /** The value of its entry. */
  value: string;
  text: Shown;
}
