import type { Expression, Instrument } from '../instrument/instrument.ts';
import type { IndexedItem, ItemIndex } from '../instrument/item-index.ts';
import { partsOfCalculation, partsOfCondition, partsOfDynamic } from '../instrument/references.ts';
import { isQuestion } from '../item-types/index.ts';
import { type Evaluator, prepare } from './evaluator.ts';
import { groupsInside } from './places.ts';
import { inOrder } from './step-order.ts';
import type { Step, UsedExpression } from './step.ts';
import { isInScope } from './visibility.ts';

export interface DependencyGraph {
  /** In the order in which they must be taken. */
  steps: readonly Step[];
  /** The steps that use the answer of an item, by its id. */
  users: ReadonlyMap<string, ReadonlySet<Step>>;
  /** The steps that may use every answer. */
  late: readonly Step[];
  /** Every item, in the order of the instrument. */
  items: readonly IndexedItem[];
  /** The order of the last step that decides about the answer of an item, by its id. Below every order if only the person decides. */
  settledAt: ReadonlyMap<string, number>;
  /** The steps of each item, by its id. */
  ofItem: ReadonlyMap<string, readonly Step[]>;
  /** What is wrong with an expression, and where it is. */
  problems: readonly { step: Step; reason: string }[];
}

/** The form itself, as far as its rules need it. No item has its id. */
export const formOf = ({ title, constraints }: Instrument): IndexedItem => ({
  item: { id: '', type: 'display', text: title, ...(constraints && { constraints }) },
  parent: undefined,
  groups: [],
  hidden: false,
});

/** Whether an item is another one, or inside it. */
export const isInside = (one: IndexedItem | undefined, other: IndexedItem): boolean => !!one && (one.item === other.item || isInside(one.parent, other));

/** Builds the graph of everything that follows from the answers to an instrument. Once for each session. */
export function dependencyGraph(instrument: Instrument, index: ItemIndex, evaluator?: Evaluator): DependencyGraph {
  const problems: { step: Step; reason: string }[] = [];
  const items = [...index.values()];
  const form = formOf(instrument);
  const ofItem = new Map([...items, form].map(({ item }): [string, Step[]] => [item.id, []]));
  const users = new Map(items.map(({ item }) => [item.id, new Set<Step>()]));
  const drafts: { step: Step; uses: IndexedItem[] }[] = [];

  const addStep = (what: Step['what'], indexed: IndexedItem): void => {
    const { item } = indexed;
    const parts =
      what === 'when' ? partsOfCondition(item.when!)
      : what === 'calculate' ? partsOfCalculation(item.calculate!, instrument)
      : { references: [], expressions: what === 'constraints' ? item.constraints! : partsOfDynamic(item.dynamic!) };
    const expressions = new Map<Expression, UsedExpression>();
    const reasons: string[] = [];
    const uses: IndexedItem[] = [];
    let isLate = false;
    for (const { item: id, isOver } of parts.references) {
      const used = index.get(id);
      if (used && (isOver || isInScope(used, indexed))) uses.push(used);
    }
    for (const expression of parts.expressions) {
      const prepared = prepare(evaluator, expression, { instrument, ...(item.id && { item }) });
      if (!prepared.ok) {
        reasons.push(prepared.reason);
        continue;
      }
      const ids = prepared.dependsOn === 'all' ? prepared.dependsOn : new Set(prepared.dependsOn);
      const used = ids === 'all' ? ids : items.filter(({ item }) => ids.has(item.id));
      expressions.set(expression, { prepared, uses: used });
      if (used === 'all') isLate = true;
      else uses.push(...used);
    }
    // A repetition without an answer breaks no rule.
    if (what === 'constraints' && groupsInside(indexed).length) uses.push(...items.filter((inside) => isInside(inside, indexed)));
    const step: Step = { what, indexed, expressions, isWide: expressions.size > 0, isLate, next: new Set(), order: 0 };
    for (const reason of reasons) problems.push({ step, reason });
    ofItem.get(item.id)!.push(step);
    drafts.push({ step, uses });
  };

  for (const indexed of items) {
    if (indexed.item.when) addStep('when', indexed);
    if (indexed.item.calculate && isQuestion(indexed.item)) addStep('calculate', indexed);
    if (indexed.item.constraints) addStep('constraints', indexed);
    if (indexed.item.dynamic) addStep('dynamic', indexed);
  }
  if (instrument.constraints) addStep('constraints', form);

  const conditionsAround = (indexed: IndexedItem): Step[] => {
    const steps: Step[] = [];
    for (let current: IndexedItem | undefined = indexed; current; current = current.parent) {
      steps.push(...ofItem.get(current.item.id)!.filter(({ what }) => what === 'when'));
    }
    return steps;
  };

  for (const { step, uses } of drafts) {
    const { what, indexed } = step;
    // A value is calculated only while its item is asked, and so is the rest.
    if (what !== 'when') for (const condition of conditionsAround(indexed)) condition.next.add(step);
    for (const used of new Set(uses)) {
      const { id } = used.item;
      users.get(id)!.add(step);
      // What is not asked counts as unanswered.
      for (const condition of conditionsAround(used)) condition.next.add(step);
      for (const other of ofItem.get(id)!) if (other.what === 'calculate') other.next.add(step);
    }
  }

  // Nothing depends on a rule, a text or a choice, and each can depend on every result.
  const isEnd = ({ what }: Step): boolean => what === 'constraints' || what === 'dynamic';
  const steps = drafts.map(({ step }) => step);
  const { ordered, circular } = inOrder(steps.filter((step) => !isEnd(step)));
  for (const step of steps.filter(isEnd)) step.order = ordered.push(step) - 1;
  for (const step of circular) problems.push({ step, reason: 'free of itself' });
  const settledAt = new Map<string, number>();
  for (const { item, ...rest } of items) {
    const deciding = [...conditionsAround({ item, ...rest }), ...ofItem.get(item.id)!.filter((step) => !isEnd(step))];
    settledAt.set(item.id, Math.max(...deciding.map(({ order }) => order)));
  }
  return { steps: ordered, users, late: ordered.filter(({ isLate }) => isLate), items, settledAt, ofItem, problems };
}
