import { cronbachAlpha } from 'attune-elements/statistics';

// Made-up rows: six people, three lines. With so few people alpha is very uncertain, and the interval shows it.
export const result = cronbachAlpha([
  [4, 5, 4],
  [2, 3, 3],
  [5, 5, 4],
  [3, 2, 4],
  [1, 2, 1],
  [4, 4, 3],
]);
