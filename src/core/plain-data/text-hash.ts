/**
 * The 32-bit FNV-1a hash of a text, over its UTF-16 code units (Fowler, Noll & Vo,
 * http://www.isthe.com/chongo/tech/comp/fnv/). Two different texts have the same hash with a probability of about 1 in
 * 4 billion. It is not cryptographic.
 */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
