/** In milliseconds: what the page has not kept by then is said to be on its way still, and another try is offered. */
export const SLOW_AFTER = 30_000;
