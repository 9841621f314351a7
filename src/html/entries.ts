/** The entries of a form: `FormData`, `URLSearchParams`, or an object with one value or a list of values for each name. */
export type Entries = Iterable<readonly [string, unknown]> | Readonly<Record<string, unknown>>;

/** The values of a form by name, in their order. */
export type EntryValues = ReadonlyMap<string, readonly unknown[]>;

/** A form sends each end of a line as two characters. An answer has one. */
const withPlainLines = (value: unknown): unknown => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value);

export function readEntries(entries: Entries | undefined): EntryValues {
  const values = new Map<string, unknown[]>();
  const given: Iterable<readonly [string, unknown]> =
    Symbol.iterator in Object(entries ?? []) ? ((entries ?? []) as Iterable<readonly [string, unknown]>) : Object.entries(entries ?? {});
  for (const [name, value] of given) {
    const known = values.get(name) ?? [];
    known.push(...[value].flat().map(withPlainLines));
    values.set(name, known);
  }
  return values;
}

/** The texts of an entry that are not empty. */
export const textsOf = (entries: EntryValues, name: string): string[] =>
  (entries.get(name) ?? []).filter((value): value is string => typeof value === 'string' && value !== '');
