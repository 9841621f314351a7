import { Refusal } from './refusal.ts';
import { isStorable } from './storable.ts';

/**
 * Reads one text in the body of a request, or `null` if there is none. Throws a `Refusal` that names `whose` text it is, if
 * it is not a text, is longer than `most`, or cannot be stored exactly.
 */
export function sentText(
  sent: Record<string, unknown>,
  name: string,
  { whose, most }: { whose: string; most: number },
): string | null {
  const value = sent[name] ?? null;
  if (value === null || (typeof value === 'string' && value.length <= most && isStorable(value))) return value;
  throw new Refusal(422, `The ${whose}’s ${name} is too long, or not a text that can be kept.`);
}
