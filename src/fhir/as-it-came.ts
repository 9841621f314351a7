import type { Instrument, Item } from '../core/instrument/instrument.ts';
import { isObject } from '../core/plain-data/shape.ts';
import { textHash } from '../core/plain-data/text-hash.ts';
import { CANONICAL_BASE } from './canonical.ts';
import { standardName } from './in/part.ts';
import type { Extension, FhirVersion } from './resources.ts';

// An instrument has no field for all that a Questionnaire can say. What it has none for is in `source.elements.item`, by linkId, as it came,
// and is written again at its place.

type Data = Record<string, unknown>;

/** What is different in an element of a Questionnaire if it is written from the instrument. */
export interface AsItCame {
  /** Of the item in the instrument. With another one, the item has changed since. */
  hash: number;
  /** Null: there was no such element. */
  elements?: Data;
  /** The linkIds of the items in it, if they are written in another order. */
  order?: string[];
}

/** The key of the Questionnaire itself, which is no linkId. */
export const QUESTIONNAIRE = '';

/** What an instrument has fields for. If the item has changed since it was read, the fields are right, and not what came. */
const FROM_FIELDS = new Set([
  ...(
    'answerExpression answerOptionsToggleExpression calculatedExpression choiceOrientation collapsible constraint disabledDisplay displayCategory ' +
    'enableWhenExpression entryFormat entryMode hidden itemControl itemMedia keyboard maxDecimalPlaces maxOccurs maxQuantity maxSize maxValue ' +
    'mimeType minLength minOccurs minQuantity minValue openLabel regex shortText sliderStepValue supportLink targetConstraint unit unitOption'
  ).split(' '),
  `${CANONICAL_BASE}/StructureDefinition/offered-reason`,
  `${CANONICAL_BASE}/StructureDefinition/translation`,
]);

/** Elements that are never written from an instrument. */
const NEVER_WRITTEN = ['id', 'modifierExtension', 'contained'];

/** The JSON of data with its names in one order. */
function sortedJson(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(sortedJson).join()}]`;
  if (!isObject(data)) return JSON.stringify(data) ?? 'null';
  return `{${Object.keys(data).sort().map((name) => `${JSON.stringify(name)}:${sortedJson(data[name])}`).join()}}`;
}

/** Data without what is undefined, which JSON does not have. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((entry, i) => isEqual(entry, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => isEqual(a[name], b[name]));
}

/** The order of extensions says nothing. */
const isSameElement = (name: string, a: unknown, b: unknown): boolean =>
  isEqual(a, b) || (name === 'extension' && Array.isArray(a) && Array.isArray(b) && isEqual(a.map(sortedJson).sort(), b.map(sortedJson).sort()));

/** The hash of an item without the items in it. */
export const itemHash = ({ items: _, ...item }: Item): number => textHash(sortedJson(item));

/** The hash of what an instrument says about itself. */
export const headHash = ({ language, title, licence, audience, absent, entryMode, constraints }: Instrument): number =>
  textHash(sortedJson([language, title, licence, audience, absent, entryMode, constraints]));

/** What of the elements that came is written in another way. Undefined: nothing. `names`: of the elements that are compared. */
export function elementsAsTheyCame(came: Readonly<Data>, written: Readonly<Data>, names: ReadonlySet<string>): Data | undefined {
  const elements: Data = {};
  const compare = (name: string): void => {
    const before = came[name] ?? undefined;
    if (names.has(name) && !isSameElement(name, before, written[name])) elements[name] = before ?? null;
  };
  for (const name in came) compare(name);
  for (const name in written) if (!Object.hasOwn(came, name)) compare(name);
  return Object.keys(elements).length ? elements : undefined;
}

export const orderAsItCame = (came: readonly string[], written: readonly string[]): string[] | undefined => {
  const there = new Set(written);
  const known = came.filter((id) => there.has(id));
  return known.join('\n') === written.join('\n') ? undefined : known;
};

const extensionsIn = (list: unknown): Extension[] => (Array.isArray(list) ? list : []).filter((one: unknown): one is Extension => isObject(one) && typeof one.url === 'string');

/** The extensions that an instrument has no field for. */
export const withoutFields = (list: unknown): Extension[] => extensionsIn(list).filter(({ url }) => !FROM_FIELDS.has(standardName(url)));

/** Writes what came with a Questionnaire again. */
export class Source {
  readonly #came: Readonly<Record<string, AsItCame | undefined>>;
  readonly #isSameRelease: boolean;

  constructor({ source }: Pick<Instrument, 'source'>, fhirVersion: FhirVersion) {
    const { item } = source?.elements ?? {};
    this.#came = isObject(item) ? (item as Record<string, AsItCame>) : {};
    this.#isSameRelease = (source?.fhirVersion === 'R5') === (fhirVersion === 'R5');
  }

  #find(id: string): AsItCame | undefined {
    const found = Object.hasOwn(this.#came, id) ? this.#came[id] : undefined;
    return isObject(found) ? found : undefined;
  }

  /** Whether the item is hidden because it is for reading a filled-in form. */
  isForReading(id: string): boolean {
    const values = new Map(extensionsIn(this.#find(id)?.elements?.extension).map((one) => [standardName(one.url), one]));
    return String(values.get('usageMode')?.valueCode).startsWith('display') && !values.get('hidden')?.valueBoolean;
  }

  /** Whether the item is written as it came: it has not changed since, and the release is the same. */
  isUnchanged(id: string, hash: () => number): boolean {
    const came = this.#find(id);
    return !!came && this.#isSameRelease && came.hash === hash();
  }

  /** An element with what came. If the item has changed, with that alone that an instrument has no field for. */
  restore<E extends object>(id: string, hash: () => number, written: E): E {
    const { elements } = this.#find(id) ?? {};
    if (!isObject(elements)) return written;
    if (this.isUnchanged(id, hash)) return Object.fromEntries(Object.entries({ ...written, ...elements }).filter(([, value]) => value !== null)) as E;
    const { extension = [] } = written as { extension?: Extension[] };
    const own = new Set(extension.map(sortedJson));
    const more = withoutFields(elements.extension).filter((one) => !own.has(sortedJson(one)));
    const others = NEVER_WRITTEN.flatMap((name) => (elements[name] ? [[name, elements[name]]] : []));
    return { ...written, ...(more.length && { extension: [...extension, ...more] }), ...Object.fromEntries(others) };
  }

  /** The items in the order in which they came. Those that are new are at the end. */
  sort<E extends { linkId: string }>(id: string, items: E[]): E[] {
    const { order } = this.#find(id) ?? {};
    if (!Array.isArray(order)) return items;
    const places = new Map(order.map((linkId, i) => [linkId, i]));
    const place = ({ linkId }: E): number => places.get(linkId) ?? order.length;
    return [...items].sort((a, b) => place(a) - place(b));
  }
}
