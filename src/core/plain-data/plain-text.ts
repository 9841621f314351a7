/** Whether a value is an empty text or only white space, and so no answer. */
export const isBlank = (value: unknown): boolean => typeof value === 'string' && !value.trim();

/** Whether a value can be in an answer or an option. */
export const isPlain = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** Whether a value is text that every database and encoding can store: no NUL, no unpaired surrogate. */
export const isText = (value: unknown): value is string => typeof value === 'string' && !/[\0\uD800-\uDFFF]/u.test(value);
