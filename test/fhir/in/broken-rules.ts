import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import type { Json } from './read.ts';
import { holds, list, type Place } from './valid-response.ts';

// What a completed QuestionnaireResponse must be like, read from the Questionnaire itself: its conditions with their expressions, what is
// required, and the limits of answers. It uses no code of this package.

/** What an answer, an option or an extension has as its value. */
const valueIn = (data: Json | undefined): unknown => Object.entries(data ?? {}).find(([name]) => name.startsWith('value'))?.[1];

const extensions = ({ extension }: Json, name: string): Json[] =>
  list(extension).filter(({ url }) => new RegExp(`/(sdc-)?(questionnaire-)?${name}$`).test(url as string));
const given = (item: Json, name: string): unknown => valueIn(extensions(item, name)[0]);

/** Variables by name, and what an expression is evaluated in. */
interface Surroundings {
  response: Json;
  questionnaire: Json;
  variables: Json;
}

function evaluated(expression: string, base: 'QuestionnaireResponse' | 'QuestionnaireResponse.item', focus: Json, { response, questionnaire, variables }: Surroundings): unknown[] {
  return fhirpath.evaluate(focus, { base, expression }, { ...variables, resource: response, questionnaire, context: focus }, r4) as unknown[];
}

/** The surroundings with the variables of an element. One that cannot be evaluated is not there. */
function withVariables(element: Json, base: Parameters<typeof evaluated>[1], focus: Json, around: Surroundings): Surroundings {
  return extensions(element, 'variable').reduce((known, one) => {
    const { name, expression, language } = valueIn(one) as Record<string, string>;
    if (language !== 'text/fhirpath') return known;
    try {
      return { ...known, variables: { ...known.variables, [name!]: evaluated(expression!, base, focus, known) } };
    } catch {
      return known;
    }
  }, around);
}

/** Whether an item is asked: undefined if its expression cannot be evaluated. */
function isAsked(item: Json, place: Place, focus: Json, around: Surroundings): boolean | undefined {
  const conditions = list(item.enableWhen);
  const isMet = item.enableBehavior === 'any' ? conditions.some((when) => holds(when, place)) : conditions.every((when) => holds(when, place));
  if (conditions.length && !isMet) return false;
  const expression = given(item, 'enableWhenExpression') as Json | undefined;
  if (!expression) return true;
  try {
    return evaluated(expression.expression as string, 'QuestionnaireResponse.item', focus, around)[0] === true;
  } catch {
    return undefined;
  }
}

const rank = (value: unknown): string | number => (typeof value === 'object' ? ((value as Json).value as number) : (value as string | number));

/** The limits that one value breaks. */
function brokenLimits(value: unknown, item: Json): string[] {
  const [text, number] = [typeof value === 'string' ? value : undefined, typeof value === 'number' ? value : undefined];
  const [least, most] = [given(item, 'minValue') ?? given(item, 'minQuantity'), given(item, 'maxValue') ?? given(item, 'maxQuantity')];
  const attachment = value as Json;
  const isOfType = (wanted: string): boolean => wanted === '*/*' || String(attachment.contentType).startsWith(wanted.replace('*', ''));
  const types = extensions(item, 'mimeType').map((one) => valueIn(one) as string);
  return [
    least !== undefined && rank(value) < rank(least) && 'minValue',
    most !== undefined && rank(value) > rank(most) && 'maxValue',
    text !== undefined && text.length > ((item.maxLength as number | undefined) ?? Infinity) && 'maxLength',
    text !== undefined && text.length < ((given(item, 'minLength') as number | undefined) ?? 0) && 'minLength',
    text !== undefined && given(item, 'regex') !== undefined && !new RegExp(`^(?:${given(item, 'regex') as string})$`).test(text) && 'regex',
    number !== undefined && number !== Number(number.toFixed((given(item, 'maxDecimalPlaces') as number | undefined) ?? 20)) && 'maxDecimalPlaces',
    item.type === 'attachment' && types.length > 0 && !types.some(isOfType) && 'mimeType',
    item.type === 'attachment' && (attachment.size as number) > ((given(item, 'maxSize') as number | undefined) ?? Infinity) * 2 ** 20 && 'maxSize',
  ].filter((broken): broken is string => broken !== false);
}

function brokenConstraints(element: Json, base: Parameters<typeof evaluated>[1], focus: Json, around: Surroundings): string[] {
  return [...extensions(element, 'constraint'), ...extensions(element, 'targetConstraint')].flatMap((constraint) => {
    const part = (name: string): unknown => valueIn(list(constraint.extension).find(({ url }) => url === name));
    const expression = part('expression');
    if (part('severity') === 'warning') return [];
    const text = typeof expression === 'string' ? expression : ((expression as Json).expression as string);
    try {
      return evaluated(text, base, focus, around)[0] === false ? [`constraint ${String(part('key'))}`] : [];
    } catch {
      // It uses what only the host can give.
      return [];
    }
  });
}

/** A group of texts cannot. */
const canBeAnswered = ({ type, item }: Json): boolean => (type === 'group' ? list(item).some(canBeAnswered) : type !== 'display');

/** The rules of a Questionnaire that a completed response breaks, as `linkId: rule`. */
export function brokenRules(response: Json, questionnaire: Json): string[] {
  const start = withVariables(questionnaire, 'QuestionnaireResponse', response, { response, questionnaire, variables: {} });

  const inside = (items: readonly Json[], asked: readonly Json[], surroundings: Surroundings, around?: Place): string[] => {
    const place: Place = { items, ...(around && { around }) };
    return asked.flatMap((item) => {
      const { linkId, type } = item;
      const found = items.filter((one) => one.linkId === linkId);
      const answers = found.flatMap(({ answer }) => list(answer)).filter((answer) => valueIn(answer) !== undefined);
      const there = type === 'group' ? found : found.filter(({ answer }) => list(answer).length);
      const [focus = { linkId } as Json] = found;
      const known = withVariables(item, 'QuestionnaireResponse.item', focus, surroundings);
      const enabled = isAsked(item, place, focus, known);
      const isHidden = given(item, 'hidden') === true;
      const [fewest, most] = [given(item, 'minOccurs') as number | undefined, given(item, 'maxOccurs') as number | undefined];
      const count = type === 'group' ? there.length : answers.length;
      const rules = [
        enabled === false && there.length > 0 && 'is there and not enabled',
        enabled && item.required && !isHidden && !item.readOnly && canBeAnswered(item) && !count && 'required',
        // Whether there must be an answer at all is said with `required`.
        enabled && count > 0 && (fewest ?? 0) > count && 'minOccurs',
        // None at all is a mistake of the form, and is reported as a limit that is not applied.
        most !== undefined && most > 0 && count > most && 'maxOccurs',
        ...answers.flatMap((answer) => brokenLimits(valueIn(answer), item)),
        ...(enabled ? there : []).flatMap((one) => brokenConstraints(item, 'QuestionnaireResponse.item', one, known)),
      ];
      const children = list(item.item);
      const deeper = there.flatMap((one) =>
        type === 'group' ? inside(list(one.item), children, known, place) : list(one.answer).slice(0, 1).flatMap((answer) => inside(list(answer.item), children, known, place)),
      );
      return [...rules.filter((rule): rule is string => typeof rule === 'string').map((rule) => `${String(linkId)}: ${rule}`), ...deeper];
    });
  };
  return [...brokenConstraints(questionnaire, 'QuestionnaireResponse', response, start), ...inside(list(response.item), list(questionnaire.item), start)];
}
