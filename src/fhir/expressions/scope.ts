import type { IndexedItem, ItemIndex } from '../../core/instrument/item-index.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import { extensionsOf, Part } from '../in/part.ts';

/** A variable of SDC. It is evaluated at the element that has it. */
export interface Variable {
  name: string;
  expression: string;
  /** The id of the item, or undefined for the Questionnaire itself. */
  owner: string | undefined;
  /** What its own expression can use: the variables before it, and those around. */
  scope: Scope;
}

/** The variables that an expression can use. The inner ones come first. */
export interface Scope {
  owner: string | undefined;
  find(name: string): Variable | undefined;
}

const quiet = (): void => {};

/** The variables of an element in FHIRPath, in their order. */
function variablesOf(part: Part): { name: string; expression: string }[] {
  return extensionsOf(part).all('variable').flatMap((one) => {
    const value = one.part('valueExpression');
    const [name, language, expression] = ['name', 'language', 'expression'].map((field) => value?.text(field));
    return name && expression && language === 'text/fhirpath' ? [{ name, expression }] : [];
  });
}

/** The item elements of a Questionnaire by linkId. The first one of a linkId counts. */
export function questionnaireItems(questionnaire: unknown): Map<string, Record<string, unknown>> {
  const items = new Map<string, Record<string, unknown>>();
  const pending: unknown[] = [questionnaire];
  while (pending.length) {
    const one = pending.pop();
    if (!isObject(one)) continue;
    const { linkId, item } = one;
    if (typeof linkId === 'string' && !items.has(linkId)) items.set(linkId, one);
    if (Array.isArray(item)) pending.push(...[...(item as unknown[])].reverse());
  }
  return items;
}

/** The scopes of a form. Each is made once. */
export function scopesOf(questionnaire: unknown, index: ItemIndex): (item: string | undefined) => Scope {
  const elements = questionnaireItems(questionnaire);
  const scopes = new Map<string | undefined, Scope>();

  const extend = (outer: Scope | undefined, owner: string | undefined, element: unknown): Scope => {
    const own = isObject(element) ? variablesOf(new Part(element, '', quiet)) : [];
    let scope: Scope = { owner, find: (name) => outer?.find(name) };
    for (const { name, expression } of own) {
      const before = scope;
      const variable: Variable = { name, expression, owner, scope: before };
      scope = { owner, find: (wanted) => (wanted === name ? variable : before.find(wanted)) };
    }
    return scope;
  };

  const scopeOf = (item: string | undefined): Scope => {
    const known = scopes.get(item);
    if (known) return known;
    const around: (string | undefined)[] = [item];
    for (let one: IndexedItem | undefined = index.get(item ?? '')?.parent; one; one = one.parent) around.push(one.item.id);
    if (item !== undefined) around.push(undefined);
    const scope = around.reduceRight<Scope | undefined>((outer, owner) => {
      const made = scopes.get(owner) ?? extend(outer, owner, owner === undefined ? questionnaire : elements.get(owner));
      scopes.set(owner, made);
      return made;
    }, undefined)!;
    return scope;
  };
  return scopeOf;
}
