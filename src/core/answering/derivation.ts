import type { Constraint, Item } from '../instrument/instrument.ts';
import { type IndexedItem, keyOf } from '../instrument/item-index.ts';
import { type Problem, breaks } from '../plain-data/problem.ts';
import { reuse } from '../plain-data/same.ts';
import { createAnswerView } from './answer-view.ts';
import { createCalculator } from './calculator.ts';
import { createConditions } from './conditions.ts';
import { dependencyGraph } from './dependency-graph.ts';
import { createDynamicItems, type DynamicItems } from './dynamic-items.ts';
import type { Evaluator } from './evaluator.ts';
import { createInitialValues, type InitialValues } from './initial-values.ts';
import { commonPlace, eachPlace, groupsAround, groupsInside } from './places.ts';
import type { Repeats } from './repeats.ts';
import { createRequiredGroups } from './required-groups.ts';
import { type Breaches, breachState, createRules } from './rules.ts';
import type { SheetParts } from './sheet-parts.ts';
import type { Snapshot } from './snapshot.ts';
import type { Step } from './step.ts';
import type { Visibility } from './visibility.ts';

type At = readonly number[];

/** Keeps everything that follows from the answers up to date. An answer changes only what depends on it. */
export interface Derivation extends Pick<Repeats, 'add' | 'remove'>, Pick<InitialValues, 'keepBlank' | 'prefill'>, Pick<DynamicItems, 'itemAt' | 'readableAt'> {
  /** Something was put at this place. `isNew`: there was nothing before. */
  note(item: Item, at: At, isNew: boolean): void;
  /** Evaluates what depends on the changes since the last call. */
  settle(): Visibility;
  /** The rules that are broken at the place with this key. */
  brokenAt(key: string): readonly Constraint[] | undefined;
  /** What the sheet does not know by itself. `needed`: the keys of the blank questions that are needed. */
  state(needed: readonly string[], breaches: Breaches): Partial<Pick<Snapshot, 'needed' | 'problems' | 'broken' | 'warned' | 'form'>>;
}

/**
 * Evaluates conditions and calculations over a graph of what depends on what, which is built once. Without an evaluator, items
 * with an expression in their condition are asked, and items with an expression as their calculation keep their answer.
 */
export function createDerivation(sheet: SheetParts, evaluator?: Evaluator): Derivation {
  const { instrument, index, repeats } = sheet;
  const graph = dependencyGraph(instrument, index, evaluator);
  const initial = createInitialValues(sheet);
  const withRequiredGroups = createRequiredGroups(sheet);
  /** Whether the own condition of an item holds, by key. */
  const results = new Map<string, boolean>();
  /** For each step by its order: the beginnings of the places at which it must be taken. */
  const pending: (At[] | undefined)[] = [];
  let earliest = Infinity;
  /** Whether every step was taken once. */
  let isSettled = false;
  const problems = new Map<string, Problem>();
  let reported: readonly Problem[] | undefined;

  const report = ({ what, indexed }: Step, code: string, detail?: string): void => {
    const path = `${indexed.item.id}.${what}`;
    if (!problems.has(path)) problems.set(path, breaks(path, code, detail));
  };
  for (const { step, reason } of graph.problems) report(step, 'evaluable', reason);

  const view = createAnswerView(sheet, results);
  const conditions = createConditions(sheet, { view, graph, report });
  const calculator = createCalculator(sheet, { view, graph, report });
  const rules = createRules({ view, graph, report });
  const dynamic = createDynamicItems(sheet, { view, graph, report });
  let breaches: Pick<Snapshot, 'broken' | 'warned' | 'form'> = {};

  const mark = (step: Step, start: At): void => {
    (pending[step.order] ??= []).push(start);
    earliest = Math.min(earliest, step.order);
  };

  const markAll = (): void => {
    for (const step of graph.steps) mark(step, []);
  };

  /** Marks steps because something has changed at a place, and those that may use every answer. Only steps after `order`. */
  const markUsers = (steps: Iterable<Step>, { groups }: IndexedItem, at: At, order = -1): void => {
    for (const step of steps) {
      if (step.order > order) mark(step, step.isWide ? [] : commonPlace(step.indexed.groups, groups, at));
    }
    for (const step of graph.late) if (step.order > order) mark(step, []);
  };

  /** Marks what is inside a new repetition. */
  const markInside = (item: Item, at: At): void => {
    for (const inside of index.values()) {
      if (!inside.groups.includes(item)) continue;
      const { id } = inside.item;
      for (const step of graph.ofItem.get(id)!) mark(step, at);
      markUsers(graph.users.get(id)!, inside, at);
    }
  };

  const note: Derivation['note'] = ({ id }, at, isNew) => {
    const indexed = index.get(id)!;
    const { item } = indexed;
    if (!isNew) initial.note(item, at);
    // The first time, every step is taken.
    if (!isSettled) return;
    if (isNew && item.repeats) return markInside(item, at);
    for (const step of graph.ofItem.get(id)!) if (step.what === 'calculate') mark(step, at);
    markUsers(graph.users.get(id)!, indexed, at);
  };

  const take = (step: Step, at: At): void => {
    const { what, indexed, order, next } = step;
    if (what === 'calculate') {
      if (calculator.take(step, at, !isSettled)) markUsers(next, indexed, at, order);
      return;
    }
    if (what === 'constraints') return rules.take(step, at);
    if (what === 'dynamic') return dynamic.take(step, at);
    const key = keyOf(indexed.item.id, at);
    const result = conditions.holds(step, at);
    if (results.get(key) === result) return;
    results.set(key, result);
    if (isSettled) markUsers(next, indexed, at, order);
  };

  const settle: Derivation['settle'] = () => {
    if (!isSettled) markAll();
    for (; earliest < graph.steps.length; earliest++) {
      const starts = pending[earliest];
      if (!starts) continue;
      pending[earliest] = undefined;
      const step = graph.steps[earliest]!;
      const { what, indexed } = step;
      const groups = what === 'when' ? groupsAround(indexed) : groupsInside(indexed);
      const places = new Map<string, At>();
      for (const start of starts) eachPlace(groups, start, repeats, (at) => places.set(at.join(), at));
      for (const at of places.values()) take(step, at);
    }
    earliest = Infinity;
    isSettled = true;
    return view.isAsked;
  };

  return {
    note,
    settle,
    keepBlank: initial.keepBlank,
    prefill: initial.prefill,
    add: (item, around) => {
      if (!repeats.add(item, around)) return false;
      initial.fillLast(item, around);
      return true;
    },
    remove: (item, at) => {
      if (!repeats.remove(item, at)) return false;
      initial.keep(item, at.slice(0, -1));
      // The later repetitions have other places now.
      results.clear();
      markAll();
      return true;
    },
    itemAt: dynamic.itemAt,
    readableAt: dynamic.readableAt,
    brokenAt: (key) => dynamic.withOwn(key, rules.at(key)),
    state: (needed, found) => {
      const withGroups = withRequiredGroups(needed, view.isAsked);
      const next = breachState(instrument, found, rules.at(''));
      if (JSON.stringify(next) !== JSON.stringify(breaches)) breaches = next;
      if (problems.size) reported = reuse(reported, [...problems.values()]);
      return { ...breaches, ...(withGroups && { needed: withGroups }), ...(reported && { problems: reported }) };
    },
  };
}
