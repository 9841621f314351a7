/** A text in FHIRPath. */
export const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')}'`;

/** A number in FHIRPath, which has no exponents and no signed literals. */
export const numeral = (number: number): string => {
  const digits = Number.isInteger(number) ? String(BigInt(number)) : plainDecimal(number);
  return number < 0 ? `(${digits})` : digits;
};

const plainDecimal = (number: number): string => {
  const text = String(number);
  return text.includes('e') ? number.toFixed(20).replace(/0+$/, '').replace(/\.$/, '') : text;
};

const oneOf = (ids: readonly string[]): string =>
  ids.length === 1 ? `linkId = ${quoted(ids[0]!)}` : `linkId in (${ids.map(quoted).join(' | ')})`;

/** The response items with these ids, below `from`. */
export const itemsAt = (ids: readonly string[], from = '%resource'): string => `${from}.repeat(item).where(${oneOf(ids)})`;
