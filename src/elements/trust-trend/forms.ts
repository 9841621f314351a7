import type { ReactiveElement } from 'lit';
import type { Instrument } from '../../core/instrument/instrument.ts';
import type { Response } from '../../core/record/response.ts';
import type { ScaleScore } from '../../core/instrument/scale-score.ts';
import type { Form } from '../../core/change/series.ts';
import type { SheetStructure } from '../../core/answering/structure.ts';
import type { PublishedNorms } from './published-norms.ts';

/** What a trend knows of the forms that its records are of. */
export interface Forms {
  /** What their items need. */
  readonly structure: SheetStructure;
  /** What the person's own answers say, in the instrument's words for them; nothing where it has none. */
  ownWords?(asked: Instrument, response: Response): string | undefined;
  /** What an instrument says of change on one of its scales. */
  publishedNorms?(form: Form, scale: string, scores: readonly (ScaleScore | undefined)[]): PublishedNorms;
  /** Calls `readAgain` when another form may be known. */
  whenRegistered?(host: ReactiveElement, readAgain: () => void): void;
}
