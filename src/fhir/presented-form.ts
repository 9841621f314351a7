import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { readDefinition } from '../core/instrument/read-definition.ts';
import type { Translation } from '../core/instrument/translation.ts';
import type { Problem } from '../core/plain-data/problem.ts';
import { isObject } from '../core/plain-data/shape.ts';
import type { EvaluatedForm, ExpressionContext, ExpressionEngine } from './expression-engine.ts';
import { convert, expandAll, type ExpandValueSet } from './in/convert.ts';
import type { ReadIssue } from './in/issue.ts';
import { FHIR_QUERY, FHIRPATH } from './in/part.ts';

/** A form as a widget presents it. */
export interface PresentedForm {
  ok: true;
  definition: InstrumentDefinition;
  /** What is not presented as the form says. */
  limits: readonly Pick<ReadIssue, 'path' | 'message'>[];
  /** Into the languages that have every text. */
  translations: readonly Translation[];
  /** It has expressions, and nothing evaluates them. */
  needsEngine: boolean;
  evaluated?: EvaluatedForm;
  /** Some of its value sets are on their way. */
  isWaiting?: true;
  /** The same with the value sets or the answers of the server. Never rejects. */
  later?: Promise<PresentedForm>;
}

type Result = PresentedForm | { ok: false; problems: Problem[] };

type Context = ExpressionContext & {
  expandValueSet?: ExpandValueSet;
  /** The time until the value sets that did not come are requested again, after so many times. Undefined: not again. */
  pause?: (times: number) => Promise<void> | undefined;
  /** What the host has expanded. */
  valueSets?: Readonly<Record<string, unknown>>;
  /** How often it was asked. */
  times?: number;
  /** What the server did not answer. */
  unanswered?: readonly ReadIssue[];
};

const isFelt = ({ severity }: ReadIssue): boolean => severity !== 'ignored';

function withEngine(definition: InstrumentDefinition, engine: ExpressionEngine, context: Context, again: (context: Context) => Result) {
  const evaluated = engine.evaluate(definition, context);
  const later = context.isAsked ? undefined : engine.ask(definition, context);
  const first: PresentedForm['evaluated'] = { ...evaluated, issues: [...(context.unanswered ?? []), ...evaluated.issues] };
  return {
    evaluated: first,
    ...(later && { later: later.then(({ launchContext, issues }) => again({ ...context, launchContext, isAsked: true, unanswered: issues }) as PresentedForm) }),
  };
}

/** Reads a Questionnaire, or a definition of an instrument. With an engine, its expressions are evaluated. */
export function presentedForm(data: unknown, engine?: ExpressionEngine, context: Context = {}): Result {
  const again = (more: Context): Result => presentedForm(data, engine, more);
  if (!isObject(data) || data.resourceType !== 'Questionnaire') {
    const read = readDefinition(data);
    if (!read.ok) return read;
    const { definition } = read;
    const needsEngine = JSON.stringify([definition.items, definition.constraints]).includes(`"language":"${FHIRPATH}"`);
    const form: PresentedForm = { ok: true, definition, limits: [], translations: [], needsEngine: needsEngine && !engine };
    return engine && (needsEngine || context.questionnaire) ? { ...form, ...withEngine(definition, engine, context, again) } : form;
  }
  const { expandValueSet, valueSets, times = 0 } = context;
  const options = { ...(valueSets && { valueSets }), ...(engine && { expressionLanguages: [FHIRPATH, FHIR_QUERY] }) };
  const { result: first, missing } = convert(data, options);
  const inPlace = engine && first.instrument && engine.resolve(data, first.instrument, context);
  const { instrument: definition, issues, translations: all, incomplete } = inPlace && inPlace.questionnaire !== data ? convert(inPlace.questionnaire, options).result : first;
  const awaits = expandValueSet && missing.size > 0;
  const isWaiting = awaits && !times;
  // What is on its way is no limit yet.
  const limits = [...issues.filter((issue) => isFelt(issue) && !(isWaiting && issue.code === 'value-set-not-expanded')), ...(inPlace?.issues ?? [])];
  if (!definition) return { ok: false, problems: limits };
  const translations = all.filter(({ language }) => !incomplete.includes(language));
  const needsEngine = issues.some(({ code }) => code === 'expression-needs-evaluator');
  const form: PresentedForm = { ok: true, definition, limits, translations, needsEngine };
  const here = { ...context, questionnaire: data };
  const ask = async (): Promise<PresentedForm> => {
    const found = await expandAll(missing, expandValueSet!);
    const next = again({ ...context, valueSets: { ...valueSets, ...found }, times: times + 1 });
    return next.ok ? next : { ...form, limits: [...limits, ...next.problems] };
  };
  if (isWaiting) {
    // The server is asked when the value sets are there. Until then nothing is missing.
    const evaluated = engine && { ...engine.evaluate(definition, here), issues: [] };
    return { ...form, ...(evaluated && { evaluated }), isWaiting, later: ask() };
  }
  const known: PresentedForm = engine ? { ...form, ...withEngine(definition, engine, here, again) } : form;
  // What comes later tries again itself.
  const pause = awaits && !known.later ? context.pause?.(times) : undefined;
  return pause ? { ...known, later: pause.then(ask) } : known;
}
