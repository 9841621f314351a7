import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import type { Item } from '../../core/instrument/instrument.ts';
import { readDefinition } from '../../core/instrument/read-definition.ts';
import { resolveInstrument } from '../../core/instrument/resolve-instrument.ts';
import { type ReadIssue, tellInto } from '../in/issue.ts';
import { extensionsOf, Part } from '../in/part.ts';
import { type FhirPathOptions, formsWith, LANGUAGE } from './fhir-path-evaluator.ts';
import { reasonOf, Refusal } from './refusal.ts';
import { valuesFor } from './result-values.ts';
import { questionnaireItems } from './scope.ts';

/** A definition with values at the start, and the expressions that gave none. */
export interface WithInitialValues {
  definition: InstrumentDefinition;
  issues: ReadIssue[];
}

type Draft = Item & { initial?: unknown[]; items?: Draft[] };

const quiet = (): void => {};

/**
 * Evaluates each `initialExpression` of a Questionnaire once, with what the host gives, and makes the results the values at the start
 * (`initial`) of the definition that `fromQuestionnaire` made of it. They take the place of `initial` of the resource. No answer is there yet.
 * An expression without a result changes nothing. Never throws.
 */
export function withInitialValues(definition: InstrumentDefinition, options: FhirPathOptions): WithInitialValues {
  const issues: ReadIssue[] = [];
  const tell = tellInto(issues);
  const resolved = resolveInstrument(definition);
  if (!resolved.ok) return { definition, issues };
  const { instrument } = resolved;
  const form = formsWith(options)(instrument);
  const elements = questionnaireItems(form.questionnaire);
  const none = form.treeOf([]);

  const initialOf = (id: string): readonly unknown[] => {
    const element = elements.get(id);
    const indexed = form.index.get(id);
    const [extension] = element ? extensionsOf(new Part(element, '', quiet)).all('initialExpression') : [];
    const value = extension?.part('valueExpression');
    const [language = '', expression] = [value?.text('language'), value?.text('expression')];
    if (!indexed || expression === undefined) return [];
    try {
      const prepared = language === LANGUAGE ? form.prepare(expression, id) : { ok: false as const, reason: `in ${LANGUAGE}, not ${language}` };
      if (!prepared.ok) throw new Refusal(prepared.reason);
      return valuesFor(instrument, indexed.item, prepared.evaluate(none, indexed.groups.map(() => 0)));
    } catch (error) {
      tell(id, 'expression-not-evaluated', `must be ${reasonOf(error)}`);
      return [];
    }
  };

  const filled = (items: readonly Item[], change: ReadonlyMap<string, readonly unknown[]>): Draft[] =>
    items.map((item) => {
      const initial = change.get(item.id);
      const { items: inner } = item as { items?: readonly Item[] };
      return { ...item, ...(initial && { initial }), ...(inner && { items: filled(inner, change) }) } as Draft;
    });

  const read = (change: ReadonlyMap<string, readonly unknown[]>) =>
    readDefinition({ ...definition, items: filled(definition.items as unknown as Item[], change) });

  const found = new Map([...form.index.keys()].map((id) => [id, initialOf(id)] as const).filter(([, values]) => values.length));
  const all = read(found);
  if (all.ok) return { definition: all.definition, issues };
  // One that does not fit its item would make the whole definition wrong.
  for (const [id, values] of found) {
    if (read(new Map([[id, values]])).ok) continue;
    found.delete(id);
    tell(id, 'value-does-not-fit', values);
  }
  const fitting = read(found);
  return { definition: fitting.ok ? fitting.definition : definition, issues };
}
