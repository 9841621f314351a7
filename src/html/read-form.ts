import type { Evaluator } from '../core/answering/evaluator.ts';
import { fullStructure } from '../core/answering/full-structure.ts';
import { createSheet, type Sheet, type SheetState } from '../core/answering/sheet.ts';
import type { Instance } from '../core/answering/snapshot.ts';
import type { Instrument, Item, TranslationUsed, Value } from '../core/instrument/instrument.ts';
import { indexItems, keyOf } from '../core/instrument/item-index.ts';
import { type Problem, breaks } from '../core/plain-data/problem.ts';
import { type FindInstrument, readRecord } from '../core/record/read-record.ts';
import { readResponse } from '../core/record/read-response.ts';
import type { Answer, Response } from '../core/record/response.ts';
import { software } from '../ui/host/software.ts';
import { isShown, type Place, placesIn } from './asked-items.ts';
import { type Entries, type EntryValues, readEntries, textsOf } from './entries.ts';
import { entryName, factName } from './entry-names.ts';
import type { FormProblem } from './form-problem.ts';
import { readField } from './read-field.ts';

export type ReadForm =
  | {
      state: 'completed';
      /** Exactly what was asked. */
      instrument: Instrument;
      /** As `readResponse` returns it. */
      response: Response;
      /** Answers to questions that are not asked with these answers. They are not in the record. */
      notAsked: readonly Answer[];
    }
  /** Nothing was answered. A blank widget adds no entry to its form, and a blank form is no record. */
  | { state: 'blank' }
  | { state: 'refused'; problems: readonly FormProblem[] };

export interface ReadFormOptions {
  /** The name that the form was rendered with. */
  name: string;
  /** Finds the instrument by its id and options: `getInstrument`, or a function of the host. */
  find: FindInstrument;
  /** When the form arrived, in ISO 8601 with an offset. */
  now: string;
  /** The id of the record, if the form has none. */
  id?: string;
  /** Every item must be answered or left out. */
  required?: boolean;
  /** Answers to hidden items, from the host. */
  given?: readonly Answer[];
  /** The time zone of dates with a time, as in the form. The default is UTC. */
  timeZone?: string;
  evaluator?: Evaluator;
  subject?: string;
  encounter?: string;
  author?: NonNullable<Response['author']>;
}

/**
 * Reads what a form sends: the entries of a form without script, or the record of the widget that took its place. Never throws
 * because of the entries. An answer is never dropped: what is no valid answer is a problem, and what is not asked is in `notAsked`.
 */
export function readForm(entries: Entries, options: ReadFormOptions): ReadForm {
  const values = readEntries(entries);
  const { name, evaluator } = options;
  const [json] = textsOf(values, name);
  if (json !== undefined) return readSent(json, options);
  const [id] = textsOf(values, factName(name, 'instrument'));
  if (id === undefined) return { state: 'blank' };
  const found = options.find(id, optionsIn(values, name));
  if (!found.ok) return refuse(found.problems);
  const { instrument } = found;
  const [version] = textsOf(values, factName(name, 'version'));
  if (version !== instrument.version) return refuse([breaks('instrument.version', 'one-of', instrument.version)]);
  const filled = fill(instrument, values, options);
  if (filled.state !== 'completed') return filled;
  const read = readResponse(instrument, recordOf(filled.answers, { instrument, values, options }), evaluator ? { evaluator } : {});
  return read.ok ? { state: 'completed', instrument, response: read.response, notAsked: filled.notAsked } : refuse(read.problems);
}

const refuse = (problems: readonly FormProblem[]): ReadForm & { state: 'refused' } => ({ state: 'refused', problems });

/** The record of a widget. */
function readSent(json: string, { find, evaluator }: ReadFormOptions): ReadForm {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return refuse([breaks('', 'json')]);
  }
  const read = readRecord(find, data, evaluator ? { evaluator } : {});
  return read.ok ? { state: 'completed', instrument: read.instrument, response: read.response, notAsked: [] } : refuse(read.problems);
}

/** The options of the instrument that the entries name. */
function optionsIn(values: EntryValues, form: string): Record<string, string> {
  const start = factName(form, 'option', '');
  const names = [...values.keys()].filter((name) => name.startsWith(start));
  return Object.fromEntries(names.map((name) => [name.slice(start.length), String(values.get(name)![0])]));
}

type Filled = { state: 'completed'; answers: readonly Answer[]; notAsked: readonly Answer[] } | Exclude<ReadForm, { state: 'completed' }>;

/** Puts what was given into a sheet of the instrument, which decides what is asked and what is valid. */
function fill(instrument: Instrument, values: EntryValues, options: ReadFormOptions): Filled {
  const { name, given = [], evaluator, required } = options;
  const { answers, filled, problems } = answersIn(instrument, values, options);
  const structure = fullStructure(evaluator);
  const sheet = createSheet(instrument, indexItems(instrument), structure);
  const found: Problem[] = [];
  sheet.load(given);
  const loaded = sheet.load(answers, found);
  sheet.prefill?.([], new Set());
  const state = withoutCleared(sheet, ({ item, at }) => filled.has(entryName(name, item.id, at)));
  if (state.pristine && !problems.length && !found.length) return { state: 'blank' };
  const asked = new Set(state.answers);
  const notAsked: Answer[] = [];
  answers.forEach((answer, i) => {
    const { item, at = [] } = answer;
    const isThere = !!sheet.find(item, at);
    if (loaded[i]) {
      if (!asked.has(loaded[i])) notAsked.push(loaded[i]);
    } else if (isThere || !sheet.get(keyOf(item, at))) {
      const code = found.find(({ path }) => path.startsWith(`answers[${i}]`))?.code ?? 'question';
      problems.push({ ...breaks(entryName(name, item, at), code), item, at });
    } else notAsked.push(answer);
  });
  problems.push(...missing(state, required ? state.blank : state.needed, name));
  return problems.length ? refuse(problems) : { state: 'completed', answers: state.answers, notAsked };
}

const flat = (instances: readonly Instance[]): Instance[] => instances.flatMap((one) => [one, ...flat(one.children)]);

/** The state without values at the start that the person has cleared. */
function withoutCleared(sheet: Sheet, isFilled: (place: Place) => boolean): SheetState {
  for (;;) {
    const state = sheet.derive();
    const cleared = flat(state.instances).filter((one) => one.source === 'initial' && isShown(one.item) && !one.item.readOnly && !isFilled(one));
    if (!cleared.length) return state;
    for (const { item, at } of cleared) sheet.put(item, at, []);
  }
}

/** The items that have no answer and need one. */
function missing({ instances }: SheetState, keys: readonly string[], form: string): FormProblem[] {
  if (!keys.length) return [];
  const wanted = new Set(keys);
  return flat(instances)
    .filter(({ key }) => wanted.has(key))
    .map(({ item, at }) => ({ ...breaks(entryName(form, item.id, at), 'answered-or-left-out'), item: item.id, at }));
}

interface Given {
  answers: Answer[];
  /** The names of the entries that are not blank. */
  filled: ReadonlySet<string>;
  problems: FormProblem[];
}

/** The answers in the entries, which may be no valid ones, in the order of the form. */
export function answersIn(instrument: Instrument, values: EntryValues, { name: form, timeZone = 'UTC' }: Pick<ReadFormOptions, 'name' | 'timeZone'>): Given {
  const placeOf = placesIn(instrument);
  const [language = instrument.language] = textsOf(values, factName(form, 'language'));
  const facts = new Set(['id', 'instrument', 'version', 'language', 'translation', 'locale', 'started', 'disclosure'] as const);
  const factNames = new Set<string>([...facts].map((fact) => factName(form, fact)));
  const options = factName(form, 'option', '');
  const places = new Map<string, Place>();
  const problems: FormProblem[] = [];
  const filled = new Set<string>();
  for (const entry of values.keys()) {
    if (!entry.startsWith(`${form}.`) || factNames.has(entry) || entry.startsWith(options)) continue;
    const place = placeOf(entry.slice(form.length + 1));
    if (place) places.set(entryName(form, place.item.id, place.at), place);
    else problems.push(breaks(entry, 'question'));
  }
  const answers = [...places].flatMap(([name, { item, at }]): Answer[] => {
    const input = readField({ instrument, item, entries: values, name, language, timeZone });
    if (input.length) filled.add(name);
    const place = { item: item.id, ...(at.length && { at }) };
    if (typeof input === 'string') return [{ ...place, state: input }];
    return input.length && !isInitial(item, at, input) ? [{ ...place, state: 'answered', values: input }] : [];
  });
  return { answers, filled, problems };
}

/** Whether the person has left the value at the start as it was. */
function isInitial({ initial, repeats }: Item, at: readonly number[], values: readonly Value[]): boolean {
  const own = repeats ? initial?.slice(at.at(-1), at.at(-1)! + 1) : initial;
  return !!own?.length && JSON.stringify(own) === JSON.stringify(values);
}

interface Facts {
  instrument: Instrument;
  values: EntryValues;
  options: ReadFormOptions;
}

/** The record, before it is checked. */
function recordOf(answers: readonly Answer[], { instrument, values, options }: Facts): unknown {
  const { name, now, subject, encounter, author } = options;
  const fact = (of: Parameters<typeof factName>[1]): string | undefined => textsOf(values, factName(name, of))[0];
  const language = fact('language') ?? instrument.language;
  const translation = translationIn(fact('translation'));
  const { id, version, options: settled } = instrument;
  const disclosure = fact('disclosure');
  return {
    schema: 1,
    id: fact('id') ?? options.id ?? '',
    instrument: { id, version, options: settled, language, ...(translation !== undefined && { translation }) },
    status: 'completed',
    startedAt: fact('started') ?? now,
    completedAt: now,
    locale: fact('locale') ?? language,
    answers,
    ...(disclosure && { disclosure }),
    ...(subject && { subject }),
    ...(encounter && { encounter }),
    ...(author && { author }),
    software,
  };
}

/** A text that is no JSON stays as it is, and is refused later. */
function translationIn(json: string | undefined): TranslationUsed | string | undefined {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json) as TranslationUsed;
  } catch {
    return json;
  }
}
