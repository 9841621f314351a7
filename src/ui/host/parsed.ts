import { limits } from '../../core/plain-data/limits.ts';
import { plainCopy } from '../../core/plain-data/plain-copy.ts';

/** The value of a JSON text; undefined if it is no JSON or over a limit. Returns any other value unchanged. */
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
