import type { Instrument } from '../../core/instrument/instrument.ts';
import type { Response } from '../../core/record/response.ts';
import { resultWords } from '../../core/scoring/result-words.ts';

/** The client's answers in the result words of the instrument; `undefined` if it has none. */
export function ownWords(instrument: Instrument, response: Response): string | undefined {
  const result = resultWords(instrument, response);
  return result.kind === 'summary' ? result.counts : result.kind === 'none' ? undefined : result.text;
}
