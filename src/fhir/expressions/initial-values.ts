import type { Prefill } from '../../core/answering/initial-values.ts';
import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import { readFieldValues } from '../../core/instrument/field-values.ts';
import type { Item, Value } from '../../core/instrument/instrument.ts';
import { readDefinition } from '../../core/instrument/read-definition.ts';
import { mostOf } from '../../core/instrument/repetitions.ts';
import { resolveInstrument } from '../../core/instrument/resolve-instrument.ts';
import { isQuestion } from '../../core/item-types/index.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import { type ReadIssue, tellInto } from '../in/issue.ts';
import { FHIR_QUERY, FHIRPATH } from '../in/part.ts';
import type { Constants } from './compile.ts';
import { type ElementExpression, expressionsIn } from '../in/embedded.ts';
import { type FhirPathOptions, formsWith } from './fhir-path-evaluator.ts';
import { reasonOf, Refusal } from './refusal.ts';
import { valuesFor } from './result-values.ts';
import { questionnaireItems } from './scope.ts';

type At = readonly number[];

/** A definition with values at the start, and the expressions that gave none. */
export interface WithInitialValues {
  definition: InstrumentDefinition;
  issues: ReadIssue[];
}

/** Values at the start by place, for a session, and the expressions that gave none. */
export interface InitialValues {
  prefill: Prefill[];
  issues: ReadIssue[];
}

/** The resources that a search found, or the resource itself. */
function resourcesIn(answer: unknown): readonly unknown[] {
  const { resourceType, entry } = Object(answer) as { resourceType?: unknown; entry?: unknown };
  if (resourceType !== 'Bundle' || !Array.isArray(entry)) return isObject(answer) ? [answer] : [];
  return entry.flatMap((one) => (isObject(one) && isObject(one.resource) ? [one.resource] : []));
}

/**
 * Evaluates each `initialExpression` of a Questionnaire once, with what the host gives. No answer is there yet. A group with an
 * `itemPopulationContext` has a repetition for each of its results. Never throws.
 */
export function initialValues(definition: InstrumentDefinition, options: FhirPathOptions): InitialValues {
  const issues: ReadIssue[] = [];
  const tell = tellInto(issues);
  const resolved = resolveInstrument(definition);
  if (!resolved.ok) return { prefill: [], issues };
  const { instrument } = resolved;
  const form = formsWith(options)(instrument);
  const elements = questionnaireItems(form.questionnaire);
  const none = form.treeOf([]);
  const launchContext = isObject(options.launchContext) ? options.launchContext : {};
  const prefill: Prefill[] = [];

  const resultsOf = (id: string, { language, expression }: ElementExpression, at: At, more: Constants): readonly unknown[] => {
    try {
      const prepared = language === FHIRPATH ? form.prepare(expression, id) : { ok: false as const, reason: `in ${FHIRPATH}, not ${language}` };
      if (!prepared.ok) throw new Refusal(prepared.reason);
      return prepared.evaluate(none, at, more);
    } catch (error) {
      tell(id, 'expression-not-evaluated', `must be ${reasonOf(error)}`);
      return [];
    }
  };

  /** `isForAll`: in each repetition of a group that nobody has filled in, also in one that the person adds. */
  const put = (item: Item, values: readonly unknown[], around: At, isForAll: boolean): void => {
    const lists = item.repeats ? values.slice(0, mostOf(item)).map((value) => [value]) : [values];
    if (!values.length) return;
    if (lists.some((list) => typeof readFieldValues(instrument, item, list) === 'string')) return tell(item.id, 'value-does-not-fit', values);
    lists.forEach((list, i) => {
      const at = item.repeats ? [...around, i] : around;
      prefill.push({ item: item.id, ...(at.length && { at }), values: list as readonly Value[], ...(isForAll && { inEachRepetition: true as const }) });
    });
  };

  /** `more`: what the population contexts around the items give. */
  const visit = (items: readonly Item[], around: At, more: Constants, isForAll: boolean): void => {
    for (const item of items) {
      const element = elements.get(item.id);
      const isGroup = item.repeats && !isQuestion(item);
      const first = isGroup ? [...around, 0] : around;
      const [initial] = expressionsIn(element, 'initialExpression');
      if (initial && isQuestion(item)) put(item, valuesFor(instrument, item, resultsOf(item.id, initial, around, more)), around, isForAll);
      const [context] = expressionsIn(element, 'itemPopulationContext');
      const { items: inner = [] } = item as { items?: readonly Item[] };
      if (!context?.name) {
        visit(inner, first, more, isForAll || !!isGroup);
        continue;
      }
      const { name, language } = context;
      const found = language === FHIR_QUERY ? resourcesIn(launchContext[name]) : resultsOf(item.id, context, first, more);
      if (!isGroup) visit(inner, around, { ...more, [name]: found }, isForAll);
      else found.slice(0, mostOf(item)).forEach((one, i) => visit(inner, [...around, i], { ...more, [name]: [one] }, false));
    }
  };
  visit(instrument.items, [], {}, false);
  return { prefill, issues };
}

type Draft = Item & { initial?: unknown[]; items?: Draft[] };

/**
 * Evaluates each `initialExpression` of a Questionnaire once, with what the host gives, and makes the results the values at the start
 * (`initial`) of the definition that `fromQuestionnaire` made of it. They take the place of `initial` of the resource. No answer is there yet.
 * An expression without a result changes nothing. A definition has no values for single repetitions of a group, so only those of the
 * first one are used. Never throws.
 */
export function withInitialValues(definition: InstrumentDefinition, options: FhirPathOptions): WithInitialValues {
  const { prefill, issues } = initialValues(definition, options);
  const initial = new Map<string, unknown[]>();
  const repeating = new Set<string>();
  const note = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.repeats && isQuestion(item)) repeating.add(item.id);
      note((item as { items?: readonly Item[] }).items ?? []);
    }
  };
  note(definition.items as unknown as Item[]);
  for (const { item, at = [], values } of prefill) {
    const around = repeating.has(item) ? at.slice(0, -1) : at;
    if (around.every((index) => index === 0)) initial.set(item, [...(initial.get(item) ?? []), ...values]);
  }
  const filled = (items: readonly Item[]): Draft[] =>
    items.map((item) => {
      const own = initial.get(item.id);
      const { items: inner } = item as { items?: readonly Item[] };
      return { ...item, ...(own && { initial: own }), ...(inner && { items: filled(inner) }) } as Draft;
    });
  const read = readDefinition({ ...definition, items: filled(definition.items as unknown as Item[]) });
  return { definition: read.ok ? read.definition : definition, issues };
}
