/** What is wrong with something that was given, and where. */
export interface Problem {
  /** Where, as a path: `answers[3].values[0]`, `items[2].scale`, or an item's key. */
  path: string;
  /** Which rule it breaks, in kebab-case. */
  code: string;
  /** The rule in plain English, for a developer. */
  message: string;
}

/** Every problem with its path, for a developer. */
export const inWords = (problems: readonly Problem[], between = '; '): string =>
  problems.map(({ path, message }) => `${path}: ${message}`).join(between);

/** The rule in words is its code; `detail` is what would do. */
export const breaks = (path: string, code: string, detail: unknown = ''): Problem => ({
  path,
  code,
  message: `Must be ${code.replaceAll('-', ' ')} ${detail}`.trim(),
});
