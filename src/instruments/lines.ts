import type { Varied } from '../core/definition.ts';

/** Makes lines that share a scale; `tag` names what each of them belongs to. */
export const linesOn =
  (scale: string, tag: string) =>
  (id: string, of: string, text: Varied<string>) => ({
    id,
    type: 'choice' as const,
    scale,
    text,
    tags: { [tag]: of },
  });

/** One of a profile's means: two lines are too few for a scale, so one of them is enough. */
export const profileMean = (...items: string[]) => ({ method: 'mean' as const, items, least: 1 });
