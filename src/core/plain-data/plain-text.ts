/** No answer at all. Text of white space alone is none; other text is kept to the letter. */
export const isBlank = (value: unknown): boolean => typeof value === 'string' && !value.trim();

/** A value that an answer or an option can hold. */
export const isPlain = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** Text that every database and encoding can hold: no NUL, no half of a surrogate pair. */
export const isText = (value: unknown): value is string => typeof value === 'string' && !/[\0\uD800-\uDFFF]/u.test(value);
