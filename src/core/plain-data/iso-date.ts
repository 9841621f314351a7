/** Whether a text is a day that exists, as `YYYY-MM-DD`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !!new Date(text).toJSON()?.startsWith(text);

/** Whether a text is a moment with its offset from UTC, as `2026-02-28T09:30:00+01:00`. */
export const isMoment = (text: string): boolean =>
  /^[^T]{10}T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.test(text) &&
  isDay(text.slice(0, 10));
