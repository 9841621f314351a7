import type { Constraint } from '../../core/instrument/instrument.ts';
import { type Extensions, extensionsOf, FHIRPATH, type Part } from './part.ts';
import type { Wordings } from './wordings.ts';

/** `questionnaire-constraint` of FHIR R4, and `targetConstraint` of R5. */
const NAMES = ['constraint', 'targetConstraint'];

/** The rules about the answers to an element. `owner`: the element, `at`: its linkId. */
export function constraintsOf(extensions: Extensions, { owner, at, wordings }: { owner: Part; at: string; wordings: Wordings }): { constraints?: Constraint[] } {
  const used = new Set<string>();
  const constraints = NAMES.flatMap((name) =>
    extensions.all(name).flatMap((one): Constraint[] => {
      const parts = extensionsOf(one);
      const [given] = parts.all('expression');
      // R4 has the expression alone, which is FHIRPath.
      const value = given?.part('valueExpression');
      const expression = value ? value.text('expression') : given?.text('valueString');
      const language = value ? (value.text('language') ?? '') : FHIRPATH;
      const [human] = parts.all('human');
      const message = human?.text('valueString') ?? parts.text('requirements');
      const key = parts.text('key') ?? name;
      owner.tell(at, 'expression-needs-evaluator', name, language);
      if (expression === undefined || !language) return [];
      let id = key;
      for (let i = 2; used.has(id); i++) id = `${key}-${i}`;
      used.add(id);
      const severity = parts.text('severity') === 'warning' ? 'warning' : 'error';
      const rule: Constraint = { id, severity, expression, language, ...(message !== undefined && { message }) };
      if (human) wordings.take(rule, 'message', human.beside('valueString'));
      return [rule];
    }),
  );
  return constraints.length ? { constraints } : {};
}
