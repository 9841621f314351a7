/** In milliseconds. After this time, the widget shows that it is still sending and offers another try. */
export const SLOW_AFTER = 30_000;
