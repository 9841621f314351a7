/** Whether a text is an existing day in the form `YYYY-MM-DD`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !!new Date(text).toJSON()?.startsWith(text);

/** Whether a text is a date and time with an offset from UTC, such as `2026-02-28T09:30:00+01:00`. */
export const isMoment = (text: string): boolean =>
  /^[^T]{10}T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.test(text) &&
  isDay(text.slice(0, 10));

/** A moment with seconds: `2026-11-29T10:00:00+01:00` for `2026-11-29T10:00+01:00`. */
export const withSeconds = (moment: string): string => moment.replace(/^(.{16})(?!:)/, '$1:00');
