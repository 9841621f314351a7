/** Why an expression is not evaluated. The message says what it must be. */
export class Refusal extends Error {}

const MOST = 300;

/** What an expression must be, from what was thrown. `fhirpath` throws errors of its own. */
export function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `as FHIRPath: ${message.replace(/\s+/g, ' ').slice(0, MOST)}`;
}
