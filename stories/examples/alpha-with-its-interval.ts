import { cronbachAlpha } from 'attune-elements/statistics';

// Made-up rows: six people, three lines. So few people leave alpha nearly open, and the interval says so.
export const result = cronbachAlpha([
  [4, 5, 4],
  [2, 3, 3],
  [5, 5, 4],
  [3, 2, 4],
  [1, 2, 1],
  [4, 4, 3],
]);
