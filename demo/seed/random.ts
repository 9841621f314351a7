/** Random values that are the same every time: the same seed gives the same people. */
export interface Random {
  /** At least 0 and below 1. */
  next(): number;
  chance(probability: number): boolean;
  /** A whole number, both ends included. */
  whole(least: number, most: number): number;
  between(least: number, most: number): number;
  /** From the normal distribution with mean 0 and standard deviation 1. */
  normal(): number;
  /** One element of a list that is not empty. */
  one<T>(list: readonly T[]): T;
  /** A number of different elements of a list, in its order. */
  some<T>(list: readonly T[], count: number): T[];
  /** Letters and digits, as an id. */
  id(): string;
}

/** The generator mulberry32. Normal values come from the Box-Muller transform. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    between: (least, most) => least + next() * (most - least),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    one: (list) => list[whole(0, list.length - 1)]!,
    some(list, count) {
      const left = new Set(list.keys());
      while (left.size > count) left.delete([...left][whole(0, left.size - 1)]!);
      return [...left].map((place) => list[place]!);
    },
    id: () => Array.from({ length: 16 }, () => letters[whole(0, letters.length - 1)]).join(''),
  };
}
