import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import { resolveInstrument } from '../../core/instrument/resolve-instrument.ts';
import { plainCopy } from '../../core/plain-data/plain-copy.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import { type ReadIssue, type Tell, tellInto } from '../in/issue.ts';
import { FHIR_QUERY } from '../in/part.ts';
import { expressionsIn, quietExtensions } from '../in/embedded.ts';
import { type FhirPathOptions, formsWith } from './fhir-path-evaluator.ts';
import type { FormExpressions, LaunchContext } from './form-expressions.ts';
import { plainResult } from './result-values.ts';
import { questionnaireItems } from './scope.ts';

/** A search on the FHIR server that a form asks for. */
interface Query {
  /** The linkId of the item, or '' for the form. */
  path: string;
  /** The name of its result. */
  name: string;
  /** The end of an address, with FHIRPath between `{{` and `}}`. Several: the entries of a batch. */
  urls: readonly string[];
  isBatch: boolean;
}

export interface QueryOptions extends FhirPathOptions {
  /** Asks the FHIR server, and returns the resource or the Bundle that it sends. */
  query?: (url: string) => Promise<unknown>;
}

/** The launch context with the answers of the server, and what could not be asked. */
export interface Answered {
  launchContext: LaunchContext;
  issues: ReadIssue[];
}

/** The most queries of a form. */
const MOST = 100;

/** The queries of a form in their order: batches, variables and population contexts. */
function queriesOf(questionnaire: object): Query[] {
  const { contained } = questionnaire as { contained?: unknown };
  const bundles = new Map((Array.isArray(contained) ? contained : []).filter(isObject).map((one) => [`#${String(one.id)}`, one]));
  const batches = quietExtensions(questionnaire)
    .all('sourceQueries')
    .flatMap((one): Query[] => {
      const reference = one.part('valueReference')?.text('reference') ?? '';
      const { entry } = bundles.get(reference) ?? {};
      const entries = (Array.isArray(entry) ? entry : []) as { request?: { url?: unknown } }[];
      const urls = entries.flatMap(({ request }) => (typeof request?.url === 'string' ? request.url : []));
      return urls.length ? [{ path: '', name: reference.slice(1), urls, isBatch: true }] : [];
    });
  const elements: [string, unknown][] = [['', questionnaire], ...questionnaireItems(questionnaire)];
  const searches = elements.flatMap(([path, element]) =>
    ['variable', 'itemPopulationContext'].flatMap((extension) =>
      expressionsIn(element, extension).flatMap(({ language, expression, name }): Query[] =>
        language === FHIR_QUERY && name ? [{ path, name, urls: [expression], isBatch: false }] : [],
      ),
    ),
  );
  return [...batches, ...searches].slice(0, MOST);
}

/** The names that the form expects from its surroundings: those of `launchContext`. */
const expectedOf = (questionnaire: object): string[] =>
  quietExtensions(questionnaire)
    .all('launchContext')
    .flatMap((one) => {
      const name = quietExtensions(one.data).all('name')[0];
      return name?.part('valueCoding')?.text('code') ?? name?.text('valueId') ?? name?.text('valueCode') ?? [];
    });

/** Whether a form asks the server. */
export const hasQueries = (questionnaire: object): boolean => queriesOf(questionnaire).length > 0;

/** What is not known has no value, so that expressions with it have no result. `isAsked`: the server was asked. */
export function knownContext(questionnaire: object, context?: LaunchContext, isAsked = false): Answered {
  // A host can give anything.
  const given = isObject(context) ? context : {};
  const issues: ReadIssue[] = [];
  const tell = tellInto(issues);
  const unknown = (names: readonly string[]): string[] => [...new Set(names)].filter((name) => !Object.hasOwn(given, name));
  const missing = unknown(expectedOf(questionnaire));
  for (const name of missing) tell('', 'launch-context-missing', name);
  const unasked = unknown(queriesOf(questionnaire).map(({ name }) => name));
  if (!isAsked) for (const name of unasked) tell('', 'query-not-answered', name);
  return { launchContext: { ...Object.fromEntries([...missing, ...unasked].map((name) => [name, []])), ...given }, issues };
}

/** The address of a query, or undefined if a part of it has no value. Throws what is wrong with its expressions. */
function addressOf(url: string, path: string, form: FormExpressions): string | undefined {
  const tree = form.treeOf([]);
  let isWhole = true;
  const address = url.replace(/\{\{(.*?)\}\}/gs, (_, expression: string) => {
    const prepared = form.prepare(expression, path || undefined);
    if (!prepared.ok) throw new Error(prepared.reason);
    const results = prepared.evaluate(tree, (form.index.get(path)?.groups ?? []).map(() => 0)).map(plainResult);
    isWhole &&= results.length > 0;
    return results.map((result) => encodeURIComponent(String(result))).join(',');
  });
  return isWhole ? address : undefined;
}

/**
 * Asks the server for everything that the form wants to know before the first answer. A later query can use the answers to earlier
 * ones. One that fails has no value, and is in the issues. Never rejects.
 */
export async function askServer(definition: InstrumentDefinition, { query, ...options }: QueryOptions): Promise<Answered> {
  const resolved = resolveInstrument(definition);
  const instrument = resolved.ok ? resolved.instrument : undefined;
  const questionnaire = isObject(options.questionnaire) ? options.questionnaire : {};
  const issues: ReadIssue[] = [];
  const tell: Tell = tellInto(issues);
  const found: Record<string, unknown> = {};
  for (const { path, name, urls, isBatch } of query ? queriesOf(questionnaire) : []) {
    if (!instrument) break;
    const { launchContext } = knownContext(questionnaire, { ...options.launchContext, ...found }, true);
    const form = formsWith({ ...options, launchContext })(instrument);
    const ask = async (url: string): Promise<unknown> => {
      const address = addressOf(url, path, form);
      if (address === undefined) return undefined;
      const copied = plainCopy(await query!(address));
      if (!copied.ok || !isObject(copied.data)) throw new Error('without a resource');
      return copied.data;
    };
    try {
      const results = await Promise.all(urls.map(ask));
      if (isBatch) found[name] = { resourceType: 'Bundle', type: 'batch-response', entry: results.map((resource) => (resource ? { resource } : {})) };
      else if (results[0]) found[name] = results[0];
    } catch (error) {
      tell(path, 'query-failed', `${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { launchContext: { ...options.launchContext, ...found }, issues };
}
