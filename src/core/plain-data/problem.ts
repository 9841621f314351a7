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

/** A path or a message can hold the host's own text: more than this helps nobody. */
const LONGEST = 1_000;

/** The rule in words is its code; `detail` is what would do. */
export const breaks = (path: string, code: string, detail: unknown = ''): Problem => ({
  path: path.slice(0, LONGEST),
  code,
  message: `Must be ${code.replaceAll('-', ' ')} ${detail}`.trim().slice(0, LONGEST),
});

/** More than `limits` allow, of what `unit` names. */
export const exceeds = (path: string, limit: number, unit: string): Problem =>
  breaks(path, 'within-the-limit', `of ${limit} ${unit}`);
