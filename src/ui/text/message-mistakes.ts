import { placeholdersIn } from '../../core/plain-data/fill.ts';
import type { Message, Table } from './catalogue.ts';

// For developers: it is not in the files of widgets for production.

interface Mistake {
  /** The key of the message that cannot be used, or that is unknown. */
  key: string;
  about: string;
}

const isMessage = (value: unknown): value is Message =>
  typeof value === 'string' || (typeof value === 'object' && !!value && typeof (value as { other?: unknown }).other === 'string');

/** Every message by its whole key. */
export function flatMessages(table: Table, path = ''): Map<string, Message> {
  return new Map(
    Object.entries(table).flatMap(([name, value]): [string, Message][] =>
      isMessage(value) ? [[path + name, value]] : [...flatMessages(value, `${path}${name}.`)],
    ),
  );
}

/** What is wrong with messages that are not from the library: unknown keys, unknown placeholders, and values that are no text. */
export function mistakesIn(given: unknown, english: Table): Mistake[] {
  const known = flatMessages(english);
  const mistakes: Mistake[] = [];
  const look = (value: unknown, key: string): void => {
    const source = known.get(key);
    if (!source) {
      const isGroup = [...known.keys()].some((one) => one.startsWith(`${key}.`));
      if (isGroup && typeof value === 'object' && value) for (const name in value) look((value as Record<string, unknown>)[name], `${key}.${name}`);
      else mistakes.push({ key, about: `unknown message "${key}". Did you mean "${nearest(key, [...known.keys()])}"?` });
      return;
    }
    if (!isMessage(value)) {
      mistakes.push({ key, about: `message "${key}" must be a text, or an object of texts with "other"` });
      return;
    }
    const names = [...new Set(Object.values(forms(source)).flatMap(placeholdersIn))];
    for (const text of Object.values(forms(value))) {
      for (const name of placeholdersIn(String(text))) {
        if (names.includes(name)) continue;
        const hint = names.length ? `Did you mean "${nearest(name, names)}"?` : 'It has none.';
        mistakes.push({ key, about: `unknown placeholder "${name}" in message "${key}". ${hint}` });
      }
    }
  };
  if (typeof given !== 'object' || !given) return [{ key: '', about: 'messages must be an object' }];
  for (const [key, value] of Object.entries(given)) look(value, key);
  return mistakes;
}

const forms = (message: Message): Readonly<Record<string, string>> => (typeof message === 'string' ? { other: message } : message);

/** The word with the fewest changes of a letter (Levenshtein distance). */
function nearest(word: string, words: readonly string[]): string {
  const distance = (a: string, b: string): number => {
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1])));
      }
      row = next;
    }
    return row[b.length]!;
  };
  const short = (text: string): string => text.slice(0, 60);
  return [...words].sort((a, b) => distance(short(word), a) - distance(short(word), b))[0]!;
}
