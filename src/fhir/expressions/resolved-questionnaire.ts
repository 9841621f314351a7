import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import { resolveInstrument } from '../../core/instrument/resolve-instrument.ts';
import { plainCopy } from '../../core/plain-data/plain-copy.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import { type ReadIssue, tellInto } from '../in/issue.ts';
import { FHIRPATH, standardName } from '../in/part.ts';
import { expressionsIn, quietExtensions } from '../in/embedded.ts';
import { type FhirPathOptions, formsWith } from './fhir-path-evaluator.ts';
import { reasonOf } from './refusal.ts';
import { plainResult } from './result-values.ts';

type Json = Record<string, unknown>;

/** A Questionnaire in which results have taken the place of expressions. */
export interface ResolvedQuestionnaire {
  questionnaire: object;
  issues: ReadIssue[];
}

/** Evaluates an expression of an item. Undefined if it depends on answers, or cannot be evaluated. */
type Resolve = (id: string, found: { language: string; expression: string } | undefined) => readonly unknown[] | undefined;

/** The value of an answer option for a result. */
function optionOf(fhirType: unknown, result: unknown): Json | undefined {
  if (isObject(result)) {
    const { coding, text, code, display, reference, resourceType, id } = result;
    if (Array.isArray(coding)) return { valueCoding: { ...(text !== undefined && { display: text }), ...(Object(coding[0]) as Json) } };
    if (typeof resourceType === 'string') return { valueReference: { reference: `${resourceType}/${String(id)}` } };
    if (reference !== undefined) return { valueReference: result };
    return code !== undefined || display !== undefined ? { valueCoding: result } : undefined;
  }
  if (fhirType === 'integer' && Number.isInteger(result)) return { valueInteger: result };
  if ((fhirType === 'date' || fhirType === 'time') && typeof result === 'string') return { [fhirType === 'date' ? 'valueDate' : 'valueTime']: result };
  if (typeof result !== 'string' && typeof result !== 'number') return undefined;
  const text = String(result);
  return fhirType === 'string' || fhirType === 'text' ? { valueString: text } : { valueCoding: { display: text } };
}

const nameOf = (extension: unknown): string => standardName(String((Object(extension) as Json).url ?? ''));

/** Takes extensions with these names out of an element. */
function without(element: Json, ...names: string[]): void {
  const { extension } = element;
  if (Array.isArray(extension)) element.extension = extension.filter((one) => !names.includes(nameOf(one)));
}

/** `answerExpression`: its results are the options. */
function resolveOptions(element: Json, resolve: Resolve): void {
  const results = resolve(String(element.linkId), expressionsIn(element, 'answerExpression')[0]);
  const options = results?.flatMap((result) => optionOf(element.type, result) ?? []);
  if (!options?.length) return;
  delete element.answerValueSet;
  element.answerOption = options;
  without(element, 'answerExpression');
}

/** The value of an option or of a toggle, to compare it. */
const keyOfValue = (one: unknown): string => {
  const [, value] = Object.entries(Object(one) as Json).find(([name]) => /^value[A-Z]/.test(name)) ?? [];
  const { system, code } = Object(value) as Json;
  return JSON.stringify(code === undefined ? value : [system, code]);
};

/** `answerOptionsToggleExpression`: an option is offered if one of its expressions is true, or if it has none. */
function resolveToggles(element: Json, resolve: Resolve): void {
  const toggles = quietExtensions(element).all('answerOptionsToggleExpression').map(({ data }) => data);
  const results = toggles.map((toggle) => {
    const value = quietExtensions(toggle).all('expression')[0]?.part('valueExpression');
    const [language, expression] = [value?.text('language'), value?.text('expression')];
    return language === undefined || expression === undefined ? undefined : resolve(String(element.linkId), { language, expression });
  });
  if (!toggles.length || results.includes(undefined) || !Array.isArray(element.answerOption)) return;
  const isOn = new Map<string, boolean>();
  toggles.forEach((toggle, i) => {
    for (const { data } of quietExtensions(toggle).all('option')) {
      const key = keyOfValue(data);
      isOn.set(key, !!isOn.get(key) || results[i]![0] === true);
    }
  });
  element.answerOption = element.answerOption.filter((option) => isOn.get(keyOfValue(option)) ?? true);
  without(element, 'answerOptionsToggleExpression');
}

/** `cqf-expression` beside a primitive: its result is the value. */
function resolveBeside(owner: Json, field: string, id: string, resolve: Resolve): void {
  const beside = owner[`_${field}`];
  if (!isObject(beside)) return;
  const [result] = resolve(id, expressionsIn(beside, 'cqf-expression')[0]) ?? [];
  if (typeof result !== 'string' && typeof result !== 'number') return;
  const kept = { ...beside };
  without(kept, 'cqf-expression');
  owner[field] = field === 'text' ? String(result) : result;
  owner[`_${field}`] = kept;
}

/**
 * Puts the results of expressions that depend on no answers in their place: the options of `answerExpression`, those that
 * `answerOptionsToggleExpression` leaves, and texts and limits with a `cqf-expression`. Those that depend on answers stay: for a
 * session, or for the issues of `fromQuestionnaire`. `definition` is what `fromQuestionnaire` made of the Questionnaire. Never throws.
 */
export function resolvedQuestionnaire(questionnaire: object, definition: InstrumentDefinition, options: Omit<FhirPathOptions, 'questionnaire'>): ResolvedQuestionnaire {
  const issues: ReadIssue[] = [];
  const tell = tellInto(issues);
  const resolved = resolveInstrument(definition);
  const copied = plainCopy(questionnaire);
  if (!resolved.ok || !copied.ok || !/Expression|cqf-expression/.test(JSON.stringify(copied.data))) return { questionnaire, issues };
  const form = formsWith({ ...options, questionnaire })(resolved.instrument);
  const none = form.treeOf([]);

  const resolve: Resolve = (id, found) => {
    if (found?.language !== FHIRPATH || !form.index.has(id)) return undefined;
    try {
      const prepared = form.prepare(found.expression, id);
      if (!prepared.ok) throw new Error(prepared.reason);
      if (prepared.dependsOn === 'all' || prepared.dependsOn.length) return undefined;
      return prepared.evaluate(none, form.index.get(id)!.groups.map(() => 0)).map(plainResult);
    } catch (error) {
      tell(id, 'expression-not-evaluated', `must be ${reasonOf(error)}`);
      return undefined;
    }
  };

  const visit = (items: unknown): void => {
    for (const element of Array.isArray(items) ? items : []) {
      if (!isObject(element)) continue;
      const id = String(element.linkId);
      resolveOptions(element, resolve);
      resolveToggles(element, resolve);
      resolveBeside(element, 'text', id, resolve);
      for (const extension of Array.isArray(element.extension) ? element.extension : []) {
        if (!isObject(extension) || !/^(min|max)Value$/.test(nameOf(extension))) continue;
        for (const name of Object.keys(extension)) if (name.startsWith('_value')) resolveBeside(extension, name.slice(1), id, resolve);
      }
      visit(element.item);
    }
  };
  const copy = structuredCopy(copied.data as Json);
  visit(copy.item);
  return { questionnaire: copy, issues };
}

/** `plainCopy` gives frozen data. */
const structuredCopy = (data: Json): Json => JSON.parse(JSON.stringify(data)) as Json;
