import type { Instrument } from '../../core/instrument/instrument.ts';
import type { Answer } from '../../core/record/response.ts';
import { extensionsOf, Part } from '../in/part.ts';
import { type FhirPathOptions, formsWith } from './fhir-path-evaluator.ts';
import type { FormExpressions } from './form-expressions.ts';
import { reasonOf } from './refusal.ts';
import { plainResult } from './result-values.ts';
import { questionnaireItems } from './scope.ts';

/** A constraint of a Questionnaire that the answers do not satisfy, or that cannot be evaluated. */
export interface BrokenConstraint {
  /** The id of the item. Undefined for a constraint on the whole form. */
  item?: string;
  at?: readonly number[];
  key: string;
  severity: 'error' | 'warning';
  /** What the author of the form says to the person. */
  human: string;
  /** Why the constraint cannot be evaluated, for a developer. Then nothing is known about the answers. */
  problem?: string;
}

interface Constraint {
  key: string;
  severity: 'error' | 'warning';
  human: string;
  expression: string;
}

const quiet = (): void => {};

/** The constraints of an element: `questionnaire-constraint` of FHIR, and `targetConstraint` of R5. */
function constraintsOf(element: object): Constraint[] {
  const extensions = extensionsOf(new Part(element as Record<string, unknown>, '', quiet));
  return [...extensions.all('constraint'), ...extensions.all('targetConstraint')].flatMap((one) => {
    const parts = extensionsOf(one);
    const own = parts.all('expression')[0];
    const expression = own?.text('valueString') ?? own?.part('valueExpression')?.text('expression');
    if (expression === undefined) return [];
    const [key = '', severity, human = ''] = ['key', 'severity', 'human'].map((name) => parts.text(name));
    return [{ key, severity: severity === 'warning' ? ('warning' as const) : ('error' as const), human, expression }];
  });
}

/** The places of an item that have answers. An item without a repetition has one place. */
function placesOf({ index }: FormExpressions, id: string, answers: readonly Answer[]): (readonly number[])[] {
  const { item, groups } = index.get(id)!;
  const depth = groups.length + (item.repeats && !groups.includes(item) ? 1 : 0);
  if (!depth) return [[]];
  const isInside = (answered: string): boolean => {
    for (let one = index.get(answered); one; one = one.parent) if (one.item.id === id) return true;
    return false;
  };
  const places = new Map<string, readonly number[]>();
  for (const { item: answered, at = [] } of answers) {
    if (isInside(answered)) places.set(at.slice(0, depth).join(), at.slice(0, depth));
  }
  return [...places.values()];
}

/**
 * The constraints that the answers break, in the order of the form. Give the Questionnaire in the options, and the answers of a record.
 * A host calls it when the person sends, and refuses with `preventDefault()`. Never throws.
 */
export function brokenConstraints(answers: readonly Answer[], instrument: Instrument, options: FhirPathOptions): BrokenConstraint[] {
  const form = formsWith(options)(instrument);
  const tree = form.treeOf(answers);
  const check = (owner: string | undefined, element: object): BrokenConstraint[] =>
    constraintsOf(element).flatMap(({ expression, ...constraint }) => {
      const places = owner === undefined ? [[]] : placesOf(form, owner, answers);
      return places.flatMap((at): BrokenConstraint[] => {
        const broken = { ...(owner !== undefined && { item: owner }), ...(at.length && { at }), ...constraint };
        try {
          const prepared = form.prepare(expression, owner);
          if (!prepared.ok) return [{ ...broken, problem: prepared.reason }];
          // A constraint without a result is not broken.
          return prepared.evaluate(tree, at).map(plainResult)[0] === false ? [broken] : [];
        } catch (error) {
          return [{ ...broken, problem: reasonOf(error) }];
        }
      });
    });
  const elements = questionnaireItems(form.questionnaire);
  const ofItems = [...form.index.keys()].flatMap((id) => (elements.has(id) ? check(id, elements.get(id)!) : []));
  return [...check(undefined, form.questionnaire), ...ofItems];
}
