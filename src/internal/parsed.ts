/** What a text of JSON says, or undefined. What is no text is given back. */
export function parsed(given: unknown): unknown {
  try {
    return typeof given === 'string' ? JSON.parse(given) : given;
  } catch {
    return undefined;
  }
}
