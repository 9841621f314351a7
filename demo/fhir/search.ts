import { Refusal } from '../refusal.ts';
import { isStorable } from '../storable.ts';
import { type SearchContext, type Searched, searchParameters } from './search-parameters.ts';
import { type Criterion, isPlace, type Place } from './stored-records.ts';

/** Names and values, in the order in which they were given. */
export type Given = readonly (readonly [name: string, value: string])[];

export interface Paging {
  /** How many resources a page has. */
  count: number;
  /** Where the page before ended. */
  after: Place | undefined;
  /** The parameters that were understood, without those that say which page it is. */
  used: Given;
}

const usualCount = 50;
const mostCount = 200;

/** They change how an answer is written, and select nothing. */
const notForSelection = new Set(['_format', '_pretty', '_count', '_cursor']);

/**
 * Which page of a search is wanted. An unknown parameter is refused, because without it the search would find more than was asked
 * for. With `lenient` it is left out, also of the address in the answer.
 */
export function readPaging(given: Given, known: readonly string[], { lenient, cursor }: { lenient: boolean; cursor: (text: string) => boolean }): Paging {
  const used = given.filter(([name]) => notForSelection.has(name) || known.includes(name));
  const unknown = given.find(([name]) => !notForSelection.has(name) && !known.includes(name));
  if (unknown && !lenient) throw new Refusal(400, `The search does not know ${nameIn(unknown[0])}. It knows ${[...known, '_count'].join(', ')}.`);
  const last = (name: string): string | undefined => used.findLast(([each]) => each === name)?.[1];
  const [count = String(usualCount), after] = [last('_count'), last('_cursor')];
  if (!/^\d{1,9}$/.test(count)) throw new Refusal(400, '_count is not a whole number.');
  if (after !== undefined && !cursor(after)) throw new Refusal(400, '_cursor is not from a link of an earlier answer.');
  return { count: Math.min(Number(count), mostCount), after, used: used.filter(([name]) => name !== '_cursor') };
}

/** An unknown name, as far as it is safe to repeat: a value may have come in its place. */
const nameIn = (name: string): string => (/^[\w:.-]{1,40}$/.test(name) ? name : 'one of the parameters');

export interface RecordSearch extends Paging {
  criteria: Criterion[];
}

/** Reads the parameters of a search for records. Throws a `Refusal` with 400 for one that it cannot read. */
export function readSearch(searched: Searched, given: Given, context: SearchContext & { lenient: boolean }): RecordSearch {
  const parameters = searchParameters[searched];
  const paging = readPaging(given, Object.keys(parameters), { lenient: context.lenient, cursor: isPlace });
  const criteria = paging.used.flatMap(([name, value]) => {
    if (notForSelection.has(name)) return [];
    const values = alternatives(value);
    if (!values.length) throw new Refusal(400, `The search has no value for ${name}.`);
    if (!isStorable(value)) throw new Refusal(400, `The value of ${name} has signs that no record has.`);
    return parameters[name]!.read(values, context);
  });
  return { ...paging, criteria };
}

/** The values between commas. A comma that is part of a value has a backslash before it, and so have `$`, `|` and a backslash. */
const alternatives = (value: string): string[] =>
  (value.match(/(\\[^]|[^,\\])+/g) ?? []).map((part) => part.replace(/\\([,$|\\])/g, '$1'));
