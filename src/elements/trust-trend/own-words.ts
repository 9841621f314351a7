import type { Instrument } from '../../core/instrument.ts';
import type { Response } from '../../core/response.ts';
import { resultWords } from '../../core/result-words.ts';

/** What the person's own answers say, in the instrument's words for them; nothing where it has none. */
export function ownWords(asked: Instrument, response: Response): string | undefined {
  const result = resultWords(asked, response);
  return result.kind === 'summary' ? result.counts : result.kind === 'none' ? undefined : result.text;
}
