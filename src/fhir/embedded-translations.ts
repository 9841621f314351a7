import type { Instrument, Item } from '../core/instrument/instrument.ts';
import { isObject } from '../core/plain-data/shape.ts';
import { translationOf } from './extensions.ts';

type Data = Record<string, unknown>;

/** The elements that have words for a person. */
const WORDS = ['title', 'text', 'prefix', 'display', 'valueString'];

const list = (data: unknown): unknown[] => (Array.isArray(data) ? data : []);

const nameOf = (entry: unknown): unknown => (isObject(entry) ? (entry.linkId ?? entry.url) : undefined);

/** The entry of another list with the same linkId or the same URL. Entries without them are compared by their place in the list. */
function counterpart(entries: readonly unknown[], i: number, others: readonly unknown[]): unknown {
  const name = nameOf(entries[i]);
  if (name === undefined) return entries.length === others.length ? others[i] : undefined;
  const nth = entries.slice(0, i).filter((entry) => nameOf(entry) === name).length;
  return others.filter((entry) => nameOf(entry) === name)[nth];
}

const isIn = (extension: unknown, language: string): boolean =>
  isObject(extension) && String(extension.url).endsWith('/translation') && list(extension.extension).some((one) => isObject(one) && one.valueCode === language);

/** The instrument with the words of its choices in their codings and their values, so that both have the same place for them. */
export function withWordsInCodings(instrument: Instrument): Instrument {
  const inItem = (item: Item): Item => {
    const { choices, items, tags } = item as { choices?: { text: string; coding?: object }[]; items?: Item[]; tags?: Record<string, string> };
    const worded = choices?.map((choice) => (choice.coding && 'display' in choice.coding ? { ...choice, coding: { ...choice.coding, display: choice.text } } : choice));
    const { options: _, ...rest } = tags ?? {};
    return { ...item, ...(tags && { tags: rest }), ...(worded && { choices: worded }), ...(items && { items: items.map(inItem) }) } as Item;
  };
  return { ...instrument, items: instrument.items.map(inItem) };
}

/** The resource with the words of `other`, the same one in another language, as translation extensions beside its own. */
export function withTranslation<R extends object>(resource: R, other: object, language: string): R {
  const visit = (data: unknown, translated: unknown): unknown => {
    if (Array.isArray(data)) return data.map((entry, i) => visit(entry, counterpart(data, i, list(translated))));
    if (!isObject(data) || !isObject(translated)) return data;
    const result: Data = { ...data };
    for (const [name, value] of Object.entries(data)) {
      if (name.startsWith('_')) continue;
      result[name] = visit(value, translated[name]);
      const text = translated[name];
      if (!WORDS.includes(name) || typeof value !== 'string' || typeof text !== 'string') continue;
      const { extension = [], ...beside } = (data[`_${name}`] ?? {}) as { extension?: unknown[] };
      // A translation that came with the Questionnaire is there already.
      const others = extension.filter((one) => !isIn(one, language));
      result[`_${name}`] = { ...beside, extension: [...others, translationOf(language, text)] };
    }
    return result;
  };
  const { title, _title, item, extension } = resource as Data;
  const parts = visit({ title, _title, item, extension }, other) as Data;
  return { ...resource, ...Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) };
}
