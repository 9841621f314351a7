import { breaks, type Problem } from '../plain-data/problem.ts';
import type { Response } from './response.ts';

type Read = { ok: true; response: Response } | { ok: false; problems: Problem[] };

/**
 * Refuses a record whose language is not that of its translation. Widgets do not check this: what they show is not decided by
 * the record, and each byte of theirs counts.
 */
export function agreeing<R extends Read>(read: R): R | { ok: false; problems: Problem[] } {
  if (!read.ok) return read;
  const { language, translation } = read.response.instrument;
  if (!translation || translation.language === language) return read;
  return { ok: false, problems: [breaks('instrument.language', 'one-of', translation.language)] };
}
