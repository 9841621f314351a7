/**
 * A 32-bit number for a text: the FNV-1a hash of Fowler, Noll and Vo (http://www.isthe.com/chongo/tech/comp/fnv/), over
 * UTF-16 code units. Two texts that differ have the same number once in four billion times. It keeps no secret.
 */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
