/** Replaces each `{name}` in a text by its value. A `{name}` without a value stays unchanged. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{([\w-]+)\}/g, (placeholder, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : placeholder));

/** The placeholders of a text, such as `{name}`, each once and in a fixed order. */
export const placeholdersIn = (text: string): string[] => [...new Set(text.match(/\{[\w-]+\}/g))].sort();
