import type { Choice, Dynamic, Expression } from '../../core/instrument/instrument.ts';
import type { OptionValues } from '../option-values.ts';
import type { Source } from './draft.ts';
import { type Extensions, extensionsOf, FHIRPATH } from './part.ts';
import { choiceFor } from './value.ts';

type Owner = Pick<Source, 'part' | 'id'>;

/** Takes an expression in FHIRPath out of the extensions of an element. One in another language stays there, and is reported as unread. */
export function takeExpression(extensions: Extensions, name: string, { part, id }: Owner): Expression | undefined {
  const found = extensions.expression(name);
  if (found?.language !== FHIRPATH) return undefined;
  extensions.all(name);
  part.tell(id, 'expression-needs-evaluator', name, found.language);
  return found;
}

/** `answerOptionsToggleExpression`: the choices that are offered only while an expression is true. */
function togglesOf({ extensions, part, id }: Source, choices: readonly Choice[], values: OptionValues): Dynamic['toggles'] {
  const name = 'answerOptionsToggleExpression';
  const toggles = extensions.all(name).flatMap((one) => {
    const parts = extensionsOf(one);
    const expression = takeExpression(parts, 'expression', { part, id });
    const codes = parts.all('option').flatMap((option) => {
      const typed = option.typed();
      const choice = typed && choiceFor(choices, typed, values);
      // A list that is not known is reported already.
      if (!choice && choices.length) part.tell(id, 'value-does-not-fit', typed?.value ?? name);
      return choice?.code ?? [];
    });
    if (!expression) part.tell(id, 'options-not-toggled');
    return expression && codes.length ? [{ ...expression, choices: [...new Set(codes)] }] : [];
  });
  return toggles.length ? toggles : undefined;
}

/** What of the choices of a question follows from answers. */
export function dynamicChoices(source: Source, own: readonly Choice[], values: OptionValues): { dynamic?: Dynamic } {
  const choices = takeExpression(source.extensions, 'answerExpression', source);
  const toggles = togglesOf(source, own, values);
  return choices || toggles ? { dynamic: { ...(choices && { choices }), ...(toggles && { toggles }) } } : {};
}
