import { isObject } from '../plain-data/shape.ts';
import { textHash } from '../plain-data/text-hash.ts';
import type { InstrumentDefinition } from './definition.ts';
import type { TranslatedText, TranslatedTexts } from './translation-used.ts';
import { isTranslatedText } from './translation.ts';

/** The entries of a list of the definition, by their key in a translation. */
export type EntryWording = ReadonlyMap<string, PartWording>;

/** The texts of one part of a definition. Parts without a text are left out. */
export interface PartWording {
  readonly [name: string]: TranslatedText | PartWording | EntryWording;
}

type Node = PartWording[string];

/** The names of the texts. `audience`, tags, licence and sources are not translated. */
const TEXTS = new Set(
  'title intro stem note text prefix short help entryFormat message open unit add minText maxText unknown counts list start oneSided tooFew provenance'.split(' '),
);
/** Objects whose values are texts. */
const TEXT_RECORDS = new Set(['absent', 'words']);
const LISTS = new Set(['items', 'choices', 'constraints', 'labels', 'units']);
const PARTS = new Set(['repeats', 'pattern', 'result', 'scoring', 'total']);

const isFilled = (text: unknown): boolean =>
  isTranslatedText(text) && (typeof text === 'string' ? text : Object.values(text.is).join('')) !== '';

const isEmpty = (node: Node): boolean => (node instanceof Map ? !node.size : !isTranslatedText(node) && !Object.keys(node).length);

/** The fields of an object that have a text in them. */
function collect(part: object, read: (name: string, value: unknown) => Node | undefined): PartWording {
  const found: [string, Node][] = [];
  for (const [name, value] of Object.entries(part)) {
    const node = read(name, value);
    if (node !== undefined && !isEmpty(node)) found.push([name, node]);
  }
  return Object.fromEntries(found);
}

const ifText = (_: string, value: unknown): TranslatedText | undefined => (isFilled(value) ? (value as TranslatedText) : undefined);
const ifPart = (_: string, value: unknown): PartWording | undefined => (isObject(value) ? collect(value, readField) : undefined);

function readField(name: string, value: unknown): Node | undefined {
  if (TEXTS.has(name)) return ifText(name, value);
  if (LISTS.has(name)) return Array.isArray(value) ? new Map(value.flatMap(readEntry)) : undefined;
  if (PARTS.has(name)) return ifPart(name, value);
  if (!isObject(value)) return undefined;
  if (TEXT_RECORDS.has(name)) return collect(value, ifText);
  return name === 'scales' ? collect(value, ifPart) : undefined;
}

function readEntry(entry: unknown): [string, PartWording][] {
  // A list of a scoring rule contains ids.
  if (!isObject(entry)) return [];
  const key = entry.id ?? entry.code ?? entry.value;
  const wording = collect(entry, readField);
  // A unit without a code is known by its text.
  return isEmpty(wording) || key === undefined ? [] : [[String(key), wording]];
}

/** Every text of a definition that a translation must have. */
export const wordingOf = (definition: InstrumentDefinition): PartWording => collect(definition, readField);

/** An entry that has only a `text` is written as this text. */
const isOnlyText = (wording: PartWording): boolean => 'text' in wording && Object.keys(wording).length === 1;

/** Whether an entry of a list may be written as a plain text. */
export const onlyText = (wording: PartWording): TranslatedText | undefined =>
  isOnlyText(wording) ? (wording.text as TranslatedText) : undefined;

function write(node: Node): TranslatedText | TranslatedTexts {
  if (isTranslatedText(node)) return node;
  const isList = node instanceof Map;
  const entries: [string, Node][] = isList ? [...(node as EntryWording)] : Object.entries(node);
  return Object.fromEntries(entries.map(([name, part]) => [name, write((isList && onlyText(part as PartWording)) || part)]));
}

/** The texts of a definition, as a translation writes them. */
export const sourceTexts = (definition: InstrumentDefinition): TranslatedTexts => write(wordingOf(definition)) as TranslatedTexts;

/** The same data with the keys of each object in alphabetical order. */
function sorted(data: unknown): unknown {
  if (!isObject(data)) return data;
  const names = Object.keys(data).sort((a, b) => (a < b ? -1 : 1));
  return Object.fromEntries(names.map((name) => [name, sorted(data[name])]));
}

/**
 * A hash of all texts of a definition. It changes with each text, and not with the order of the definition or with its
 * scoring. A translation contains the hash of the wording that was translated.
 */
export const wordingHash = (definition: InstrumentDefinition): string =>
  textHash(JSON.stringify(sorted(sourceTexts(definition)))).toString(16).padStart(8, '0');
