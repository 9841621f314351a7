import type { Source } from './draft.ts';
import type { ValueSets } from './value-sets.ts';
import type { Wordings } from './wordings.ts';

export interface QuestionContext {
  valueSets: ValueSets;
  wordings: Wordings;
  /** The pictures that the Questionnaire contains. */
  pictures: ReadonlyMap<string, string>;
  /** The form says that its styles have a meaning. */
  isStyleMeant: boolean;
}

/** The fields that depend on the type of a question. */
export type Fields = { type: string; tags?: Record<string, string> } & Record<string, unknown>;

/** A question while it is read, and the texts of display items in it. */
export interface Question {
  source: Source;
  texts: { lower?: string; upper?: string; unit?: string };
}

/** Makes the fields of a question. */
export type Build = (question: Question, context: QuestionContext) => Fields;
