import type { ReactiveElement } from '../../ui/lit/lit.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import type { Response } from '../../core/record/response.ts';
import type { ScaleScore } from '../../core/instrument/scale-score.ts';
import type { Form, JoinedLanguages } from '../../core/change/series.ts';
import type { SheetStructure } from '../../core/answering/structure.ts';
import type { PublishedNorms } from './published-norms.ts';

/** What a trend can find out about the forms of its records. */
export interface Forms {
  /** The code that their items need. */
  readonly structure: SheetStructure;
  /** The person's answers in the result words of the instrument; `undefined` if it has none. */
  ownWords?(instrument: Instrument, response: Response): string | undefined;
  /** What an instrument publishes about change on one of its scales. */
  publishedNorms?(form: Form, scale: string, scores: readonly (ScaleScore | undefined)[]): PublishedNorms;
  /** What the registered instruments say about their languages. */
  definitions?(): readonly JoinedLanguages[];
  /** Calls `readAgain` when an instrument was registered. */
  whenRegistered?(host: ReactiveElement, readAgain: () => void): void;
}
