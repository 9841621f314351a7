/** A whole number as a person writes it. */
export const WHOLE = /^[+-]?\d+$/;

/** A number as a person writes it, with a point or a comma. */
export const DECIMAL = /^[+-]?\d+([.,]\d+)?$/;

/**
 * Reads the number that the text of a field means in a language, if it has this shape. Any other text stays as it is: it is never
 * guessed. "1,000" is a thousand in some languages, and one in others.
 */
export const numberReader =
  (shape: RegExp) =>
  ({ value }: { value: string }, _: unknown, language: string): number | string => {
    const number = value.trim();
    if (!shape.test(number)) return value;
    const separator = /^[+-]?[1-9]\d{0,2}([.,])\d{3}$/.exec(number)?.[1];
    return separator && separator !== decimalSeparator(language) ? value : Number(number.replace(',', '.'));
  };

function decimalSeparator(language: string): string | undefined {
  try {
    return new Intl.NumberFormat(language).format(1.5)[1];
  } catch {
    return '.'; // The language is not known.
  }
}
