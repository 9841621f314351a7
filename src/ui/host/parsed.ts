import { limits } from '../../core/plain-data/limits.ts';
import { plainCopy } from '../../core/plain-data/plain-copy.ts';

/** What a text of JSON says; undefined where it is no JSON, or beyond a limit. What is no text is given back. */
export function parsed(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  if (given.length > limits.jsonText) return undefined;
  try {
    const copied = plainCopy(JSON.parse(given));
    return copied.ok ? copied.data : undefined;
  } catch {
    return undefined;
  }
}
