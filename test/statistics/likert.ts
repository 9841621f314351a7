import fc from 'fast-check';

export interface Answers {
  rows: number[][];
}

/** Rows of answers from 1 to 5 that share a common factor of varying strength, sometimes none. */
export const likert = (items: { min: number; max: number } = { min: 1, max: 7 }): fc.Arbitrary<Answers> =>
  fc
    .record({ items: fc.integer(items), n: fc.integer({ min: 2, max: 30 }), pull: fc.constantFrom(0, 1, 2, 3) })
    .chain(({ items, n, pull }) => {
      const answer = fc.integer({ min: 1, max: 5 });
      const row = fc
        .tuple(answer, fc.array(answer, { minLength: items, maxLength: items }))
        .map(([own, answers]) => answers.map((given) => Math.round((given + pull * own) / (1 + pull))));
      return fc.record({ rows: fc.array(row, { minLength: n, maxLength: n }) });
    });

export function shuffle<T>(list: readonly T[], dice: Iterator<number>): T[] {
  const keys = new Map(list.map((entry, place) => [place, [dice.next().value as number, entry] as const]));
  return [...keys.values()].sort(([a], [b]) => a - b).map(([, entry]) => entry);
}
