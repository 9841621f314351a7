import type { Problem } from '../core/plain-data/problem.ts';

/** What is wrong with an answer, or with the form as a whole. */
export interface FormProblem extends Problem {
  /** The item, if it is about one. */
  item?: string;
  at?: readonly number[];
}

/** The code of an answer to a question that is not asked with the other answers. */
export const NOT_ASKED = 'not-asked';
