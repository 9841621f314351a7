import type { Instrument } from '../../core/instrument/instrument.ts';
import type { Response } from '../../core/record/response.ts';
import { resultWords } from '../../core/scoring/result-words.ts';

/** The client's answers in the instrument's own result words; nothing if the instrument has none. */
export function ownWords(asked: Instrument, response: Response): string | undefined {
  const result = resultWords(asked, response);
  return result.kind === 'summary' ? result.counts : result.kind === 'none' ? undefined : result.text;
}
