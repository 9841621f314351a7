import { isObject } from '../../core/plain-data/shape.ts';
import type { Reference } from '../../fhir/resources.ts';

/** One resource that the host gives to expressions, by the name that they have for it. */
export interface LaunchContext {
  name: string;
  contentReference?: Reference;
  contentResource?: Record<string, unknown>;
}

/** Whom and what the form is about, as the host says. */
export interface Context {
  subject?: Reference;
  author?: Reference;
  encounter?: Reference;
  launchContext?: readonly LaunchContext[];
}

const isLaunchContext = (entry: unknown): entry is LaunchContext =>
  isObject(entry) &&
  typeof entry.name === 'string' &&
  [entry.contentReference, entry.contentResource].every((content) => content === undefined || content === null || isObject(content));

/** A context, or the name of the part that is no context. */
export function readContext(given: unknown): { ok: true; context: Context } | { ok: false; path: string } {
  if (given === undefined || given === null) return { ok: true, context: {} };
  if (!isObject(given)) return { ok: false, path: 'context' };
  const context: Context = {};
  for (const name of ['subject', 'author', 'encounter'] as const) {
    const value = given[name];
    if (value === undefined || value === null) continue;
    if (!isObject(value)) return { ok: false, path: `context.${name}` };
    context[name] = value;
  }
  const { launchContext } = given;
  if (launchContext !== undefined && launchContext !== null) {
    if (!Array.isArray(launchContext) || !launchContext.every(isLaunchContext)) return { ok: false, path: 'context.launchContext' };
    context.launchContext = launchContext;
  }
  return { ok: true, context };
}

/** The context with what a later message adds. An entry of the launch context replaces the one with its name. */
export function mergeContext(context: Context, more: Context): Context {
  const named = new Map([...(context.launchContext ?? []), ...(more.launchContext ?? [])].map((entry) => [entry.name, entry]));
  return { ...context, ...more, ...(named.size && { launchContext: [...named.values()] }) };
}

/** The resources that expressions can use, by name. A reference cannot be followed, because the page makes no request. */
export const resourcesOf = ({ launchContext = [] }: Context): Readonly<Record<string, unknown>> =>
  Object.fromEntries(launchContext.flatMap(({ name, contentResource }) => (contentResource ? [[name, contentResource]] : [])));
