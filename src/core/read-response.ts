import type { Instrument, Value } from './instrument.ts';
import { isMoment } from './iso-date.ts';
import { isLocale } from './locale.ts';
import { type Spot, fits, indexItems, isQuestion, keyOf, mostOf } from './item-index.ts';
import type { Problem } from './problem.ts';
import type { Answer, Response } from './response.ts';
import { isText, mayLeaveOut, readValues, ruleOf } from './value.ts';
import { createVisibility } from './visibility.ts';

export type ReadResponse = { ok: true; response: Response } | { ok: false; problems: Problem[] };
export type ReadAnswers = { ok: true; answers: readonly Answer[] } | { ok: false; problems: Problem[] };

/** Gives the clean value, or reports what is wrong with it and gives nothing. */
type Read = (value: unknown, path: string) => unknown;
type Fail = (path: string, code: string, message: string) => undefined;

/** So many problems are enough to know that it is no response. */
const enough = 20;

const { freeze } = Object;

/**
 * The one gate for a response from outside: a server's request, a draft, a property. Gives a frozen copy with its
 * answers in the instrument's order, or what is wrong with it (20 problems at most). Never throws.
 */
export function readResponse(instrument: Instrument, data: unknown): ReadResponse {
  const { result, problems } = gate((fail) => responseReader(instrument, fail)(data, '') as Response);
  return problems.length ? { ok: false, problems } : { ok: true, response: result! };
}

/** The gate for answers that a host gives beforehand. Whether they will be asked for is not known then. */
export function readAnswers(instrument: Instrument, data: unknown): ReadAnswers {
  const { result, problems } = gate((fail) => answersReader(instrument, fail, false)(data, 'answers') as Answer[]);
  return problems.length ? { ok: false, problems } : { ok: true, answers: result! };
}

function gate<T>(read: (fail: Fail) => T): { result?: T; problems: Problem[] } {
  const problems: Problem[] = [];
  try {
    const result = read((path, code, message) => {
      if (problems.push({ path, code, message }) >= enough) throw problems;
    });
    return { result, problems };
  } catch {
    // Enough problems, or an object that throws when it is read.
    return { problems: problems.length ? problems : [{ path: '', code: 'unreadable', message: 'Must be plain data' }] };
  }
}

function responseReader(instrument: Instrument, fail: Fail): Read {
  const { object, is } = readers(fail);
  const name = is('name', 'Must be text of 1 to 200 characters', (value) => isText(value) && !!value && value.length <= 200);
  const moment = is('moment', 'Must be ISO 8601 with offset', (value) => typeof value === 'string' && isMoment(value));
  const oneOf = (...values: unknown[]): Read =>
    is('value', `Must be ${values.join(' or ')}`, (value) => values.includes(value));

  const read = object({
    schema: oneOf(1),
    id: name,
    'replaces?': name,
    instrument: object({
      id: oneOf(instrument.id),
      version: oneOf(instrument.version),
      options: object(Object.fromEntries(Object.entries(instrument.options).map(([key, value]) => [key, oneOf(value)]))),
    }),
    status: oneOf('in-progress', 'completed'),
    startedAt: moment,
    'completedAt?': moment,
    locale: is('locale', 'Must be a BCP 47 tag', (value) => isText(value) && isLocale(value)),
    answers: answersReader(instrument, fail, true),
    'disclosure?': is('text', 'Must be text', isText),
    'subject?': name,
    'encounter?': name,
    'author?': oneOf('client', 'therapist', 'observer'),
    software: object({ name, version: name }),
  });

  return (value, path) => {
    const response = read(value, path) as Response | undefined;
    if (!response) return;
    const { status, completedAt, id, replaces } = response;
    if ((status === 'completed') !== !!completedAt) fail('completedAt', 'status', 'Must be there when completed only');
    if (id === replaces) fail('replaces', 'replaces', 'Must be another id');
    return response;
  };
}

/** Reads answers into the instrument's order. With `asked`, refuses those to items that the others leave unasked. */
function answersReader(instrument: Instrument, fail: Fail, asked: boolean): Read {
  const { object, list, is } = readers(fail);
  const index = indexItems(instrument);
  const plain = is('value', 'Must be text, a number, true or false', (value) => /^(str|num|boo)/.test(typeof value));
  const shape = object({ item: plain, 'at?': list(plain), state: plain, 'values?': list(plain) });

  return (data, path) => {
    const found = new Map<string, Found>();

    const readAnswer: Read = (value, path) => {
      const raw = shape(value, path) as RawAnswer | undefined;
      if (!raw) return;
      const { item: id, at = [], state, values } = raw;
      const spot = index.get(id);
      if (!spot || !isQuestion(spot.item)) return fail(`${path}.item`, 'item', 'Must be a question of the instrument');
      if (!fits(spot, at, mostOf)) return fail(`${path}.at`, 'at', 'Must have an index for each group that repeats');
      const key = keyOf(id, at);
      if (found.has(key)) return fail(path, 'twice', 'Must be answered once');

      const place = at.length ? { item: id, at } : { item: id };
      let answer: Answer;
      if (state === 'answered') {
        const taken = readValues(instrument, spot.item, values ?? []);
        if (typeof taken === 'string') return fail(`${path}.values`, taken, ruleOf(taken));
        if (taken.length !== values!.length) return fail(`${path}.values`, 'twice', 'Must be named once');
        answer = { ...place, state, values: freeze(taken) };
      } else {
        if (!mayLeaveOut(spot.item, state)) return fail(`${path}.state`, 'reason', 'Must be a reason that the item allows');
        if (values) return fail(`${path}.values`, 'left-out', 'Must not be there');
        answer = { ...place, state };
      }
      const rank = [...spot.groups.flatMap((group, i) => [index.get(group.id)!.order, at[i]!]), spot.order];
      found.set(key, { answer: freeze(answer), spot, at, path, rank });
      return answer;
    };

    if (!list(readAnswer)(data, path)) return;
    const shown = createVisibility(instrument, index, (key) => found.get(key)?.answer);
    const all = [...found.values()];
    for (const { spot, at, path } of asked ? all : []) {
      if (!shown(spot, at)) fail(path, 'not-asked', 'Must not be there: its item is not asked');
    }
    return freeze(all.sort(inOrder).map(({ answer }) => answer));
  };
}

interface Found {
  answer: Answer;
  spot: Spot;
  at: readonly number[];
  path: string;
  /** For each group that repeats its order and the index in it, then the order of the item. */
  rank: readonly number[];
}

interface RawAnswer {
  item: string;
  at?: readonly number[];
  state: unknown;
  values?: readonly Value[];
}

/** As a session draws them: item by item, and repetition by repetition within a group. No two have the same rank. */
function inOrder({ rank }: Found, { rank: other }: Found): number {
  const i = rank.findIndex((n, i) => n !== other[i]);
  return rank[i]! - other[i]!;
}

/** What reads plain data, piece by piece, each property once. */
function readers(fail: Fail) {
  const is =
    (code: string, message: string, holds: (value: unknown) => boolean): Read =>
    (value, path) =>
      holds(value) ? value : fail(path, code, message);

  const list =
    (read: Read): Read =>
    (value, path) => {
      if (!Array.isArray(value)) return fail(path, 'list', 'Must be a list');
      const clean: unknown[] = [];
      for (let i = 0, { length } = value; i < length; i++) clean.push(read(value[i], `${path}[${i}]`));
      return clean.includes(undefined) ? undefined : freeze(clean);
    };

  /** Fields by name; a name that ends in `?` may be missing. */
  const object =
    (fields: Record<string, Read>): Read =>
    (value, path) => {
      if (typeof value !== 'object' || !value || Array.isArray(value)) return fail(path, 'object', 'Must be an object');
      const inside = (name: string): string => (path ? `${path}.${name}` : name);
      const rest: Record<string, unknown> = { ...value };
      const clean: Record<string, unknown> = {};
      let whole = true;
      for (const field in fields) {
        const name = field.replace('?', '');
        const given = rest[name];
        delete rest[name];
        if (given === undefined && name !== field) continue;
        clean[name] =
          given === undefined ? fail(inside(name), 'missing', 'Is missing') : fields[field]!(given, inside(name));
        if (clean[name] === undefined) whole = false;
      }
      for (const name in rest) {
        fail(inside(name), 'unknown-field', 'Is not known here');
        whole = false;
      }
      return whole ? freeze(clean) : undefined;
    };

  return { is, list, object };
}
