/**
 * Gives the global object the properties that it lacks, and returns a function that removes them again. What is there stays as
 * it is.
 */
export function standIn(properties: Record<string, unknown>): () => void {
  const lacking = Object.keys(properties).filter((name) => !(name in globalThis));
  for (const name of lacking) Object.defineProperty(globalThis, name, { value: properties[name], configurable: true });
  return () => lacking.forEach((name) => Reflect.deleteProperty(globalThis, name));
}
