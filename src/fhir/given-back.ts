import type { Item, Value } from '../core/instrument/instrument.ts';
import { type ItemIndex, keyOf } from '../core/instrument/item-index.ts';
import { settledValue } from '../core/item-types/object-value.ts';
import type { Answer } from '../core/record/response.ts';
import { inMovedRepetitions } from './moved-repetitions.ts';
import type { QuestionnaireResponseItem } from './resources.ts';
import type { Unmatched } from './unmatched.ts';

type ResponseItem = QuestionnaireResponseItem;
type ResponseAnswer = NonNullable<ResponseItem['answer']>[number];

const settled = (value: unknown): string => JSON.stringify(settledValue(value));
const isSame = (some: readonly Value[], others: readonly Value[]): boolean =>
  some.length === others.length && some.every((value, i) => settled(value) === settled(others[i]));

/** The answers without the items in them: these are at their own places. */
const alone = (answers: readonly unknown[]): ResponseAnswer[] =>
  answers.map((answer) => {
    const { item: _, ...own } = answer as ResponseAnswer;
    return own;
  });

/** An item that the instrument does not have. */
interface Node {
  linkId: string;
  own: Unmatched[];
  inside: Map<string, Node>;
}

const toItem = ({ linkId, own, inside }: Node): ResponseItem => {
  const answer = own.flatMap(({ answer }) => answer) as ResponseAnswer[];
  const item = [...inside.values()].map(toItem);
  const rest = Object.assign({}, ...own.map(({ rest }) => rest)) as object;
  return { ...rest, linkId, ...(answer.length && { answer }), ...(item.length && { item }) };
};

/** What was unmatched when a record was read, at its places in the response that is written now. */
export class GivenBack {
  readonly #index: ItemIndex;
  readonly #byPlace = new Map<string, Unmatched[]>();
  /** The items that the instrument does not have, by the place around them. */
  readonly #unknown = new Map<string, Map<string, Node>>();
  readonly #all: readonly Unmatched[];

  constructor(unmatched: readonly Unmatched[], answers: readonly Answer[], index: ItemIndex) {
    this.#index = index;
    this.#all = inMovedRepetitions(unmatched, answers, index);
    for (const one of this.#all) {
      if (one.path) this.#addUnknown(one, one.path);
      else this.#byPlace.set(keyOf(one.linkId, one.at), [...this.#at(one.linkId, one.at), one]);
    }
  }

  #at(id: string, at: readonly number[]): readonly Unmatched[] {
    return this.#byPlace.get(keyOf(id, at)) ?? [];
  }

  /** The index of the innermost item around one that the instrument does not have, of those that it has. Without one, -1. */
  #lastKnown(path: NonNullable<Unmatched['path']>): number {
    return Math.max(-1, ...path.slice(0, -1).map(([id], i) => (this.#index.has(id) ? i : -1)));
  }

  #addUnknown(one: Unmatched, path: NonNullable<Unmatched['path']>): void {
    const last = this.#lastKnown(path);
    const around = keyOf(path[last]?.[0] ?? '', one.at);
    let siblings = this.#unknown.get(around) ?? new Map<string, Node>();
    this.#unknown.set(around, siblings);
    path.slice(last + 1).forEach(([linkId, index], i, { length }) => {
      const key = keyOf(linkId, [index]);
      const node = siblings.get(key) ?? { linkId, own: [], inside: new Map<string, Node>() };
      siblings.set(key, node);
      if (i === length - 1) node.own.push(one);
      siblings = node.inside;
    });
  }

  /** The repetitions that have something to give back. */
  *repetitions(): Generator<{ groups: readonly Item[]; at: readonly number[] }> {
    for (const { linkId, at, answer, path, values } of this.#all) {
      if (!at.length || values || !answer.length) continue;
      const inside = path?.[this.#lastKnown(path)]?.[0];
      const indexed = this.#index.get(inside ?? linkId);
      if (!indexed) continue;
      const groups = inside !== undefined && indexed.item.repeats && !indexed.groups.includes(indexed.item) ? [...indexed.groups, indexed.item] : indexed.groups;
      if (groups.length === at.length) yield { groups, at };
    }
  }

  /** The answers that a question has beside those of the record. `values`: those of the record. A new answer replaces them. */
  answers(id: string, at: readonly number[], values: readonly Value[] = []): ResponseAnswer[] {
    return this.#at(id, at).flatMap(({ answer, values: read, beside = [] }) => (!read && isSame(beside, values) ? alone(answer) : []));
  }

  /** The answers as they were, for a value that is still what it was. */
  original(id: string, at: readonly number[], value: Value): ResponseAnswer[] | undefined {
    const found = this.#at(id, at).find(({ values }) => values && isSame(values, [value]));
    return found && alone(found.answer);
  }

  /** Whether an item without an answer had something else. */
  isBare(id: string, at: readonly number[]): boolean {
    return this.#at(id, at).some(({ rest, beside }) => rest && beside);
  }

  /** What else an item had. */
  rest(id: string, at: readonly number[]): object {
    return Object.assign({}, ...this.#at(id, at).map(({ rest }) => rest)) as object;
  }

  /** The items that the instrument does not have, in the item at a place. The resource itself has no id. */
  inside(id: string, at: readonly number[]): ResponseItem[] {
    return [...(this.#unknown.get(keyOf(id, at))?.values() ?? [])].map(toItem);
  }
}
