/** Puts values into the `{name}` places of a text. A place without a value stays as it is. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{([\w-]+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place));
