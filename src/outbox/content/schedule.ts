/** In milliseconds: the wait after the first failed try, and the longest one. */
const FIRST = 2_000;
const LONGEST = 5 * 60_000;

/**
 * The time in milliseconds until the next try, after so many failed ones. It doubles each time. Half of it is random, so that the pages
 * that an outage has stopped do not come back at the same moment. `random`: from 0 to 1.
 */
export function delayAfter(tries: number, random: number): number {
  const whole = Math.min(FIRST * 2 ** Math.min(Math.max(tries - 1, 0), 20), LONGEST);
  return Math.round(whole * (0.5 + random / 2));
}
