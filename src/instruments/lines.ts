import type { Varied } from '../core/instrument/definition.ts';

/** Makes lines that share a scale. `tag` is the name of a tag whose value each line gives as `of`. */
export const linesOn =
  (scale: string, tag: string) =>
  (id: string, of: string, text: Varied<string>) => ({
    id,
    type: 'choice' as const,
    scale,
    text,
    tags: { [tag]: of },
  });

/** One mean of a profile. Two lines are too few for a scale, so a single answered line is enough. */
export const profileMean = (...items: string[]) => ({ method: 'mean' as const, items, least: 1 });
