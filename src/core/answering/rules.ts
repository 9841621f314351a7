import type { Constraint, Instrument } from '../instrument/instrument.ts';
import { keyOf } from '../instrument/item-index.ts';
import type { AnswerView } from './answer-view.ts';
import { type DependencyGraph, isInside } from './dependency-graph.ts';
import { evaluate } from './evaluate.ts';
import type { Instance, Snapshot } from './snapshot.ts';
import type { Step } from './step.ts';

type At = readonly number[];

interface Tools {
  view: AnswerView;
  graph: DependencyGraph;
  report(step: Step, code: string, detail: string): void;
}

/** The rules that the answers break, by place. */
export interface Rules {
  /** Checks the rules of an item at a place. */
  take(step: Step, at: At): void;
  /** The rules that are broken at this place. The same list until something changes. */
  at(key: string): readonly Constraint[] | undefined;
}

/** Checks the rules of items and of the form. A rule that cannot be evaluated is not broken. */
export function createRules({ view, graph, report }: Tools): Rules {
  const broken = new Map<string, readonly Constraint[]>();

  /** A repetition that nobody has filled in breaks no rule. */
  const isBlank = ({ indexed }: Step, at: At): boolean =>
    at.length > 0 && !graph.items.some((one) => isInside(one, indexed) && view.answersIn(one, at).some((answer) => answer));

  const isBroken = (step: Step, at: At, rule: Constraint): boolean => {
    const prepared = step.expressions.get(rule);
    const result = prepared && evaluate(prepared, { step, at, view, graph });
    if (result?.ok === false) report(step, 'evaluable', result.reason);
    return !!result?.ok && result.values[0] === false;
  };

  return {
    take(step, at) {
      const { indexed } = step;
      const key = keyOf(indexed.item.id, at);
      const isChecked = view.isAsked(indexed, at) && !isBlank(step, at);
      const found = isChecked ? indexed.item.constraints!.filter((rule) => isBroken(step, at, rule)) : [];
      const before = broken.get(key) ?? [];
      if (found.length === before.length && found.every((rule, i) => rule === before[i])) return;
      if (found.length) broken.set(key, Object.freeze(found));
      else broken.delete(key);
    },
    at: (key) => broken.get(key),
  };
}

/** Every instance that is shown and breaks a rule, in order, and the rules that hidden items break. */
export interface Breaches {
  shown: Instance[];
  hidden: Constraint[];
}

/** What a snapshot says about broken rules. Those of hidden items are about the form. */
export function breachState({ title }: Instrument, { shown, hidden }: Breaches, ofForm: readonly Constraint[] = []): Pick<Snapshot, 'broken' | 'warned' | 'form'> {
  const broken = [...ofForm, ...hidden];
  if (!broken.length && !shown.length) return {};
  const form: Instance = { key: '', item: { id: '', type: 'display', text: title }, at: [], children: [], broken };
  const all = broken.length ? [form, ...shown] : shown;
  const keysOf = (severity: Constraint['severity']): string[] => all.filter((one) => one.broken!.some((rule) => rule.severity === severity)).map(({ key }) => key);
  return { broken: keysOf('error'), warned: keysOf('warning'), ...(broken.length && { form }) };
}
