import { operators, type ReadSingleCondition, state } from './condition-shape.ts';
import { checkDerived } from './check-derived.ts';
import type { DefinitionFields } from './definition-fields.ts';
import { number } from './field-reads.ts';
import { media, presentationFields, webAddress } from './presentation-fields.ts';
import { partsOfCalculation } from './references.ts';
import { formShapes } from '../item-types/form-shapes.ts';
import { repeatsFields } from '../item-types/group.ts';
import { limits } from '../plain-data/limits.ts';
import { type Read, is, isObject, list, literal, object, plain, text as string } from '../plain-data/shape.ts';

const coding = object({ 'system?': string, 'version?': string, 'code?': string, 'display?': string });

/** A value that answers are compared with: plain, own words or a quantity. */
const answerValue: Read = (value, path, problems) => {
  if (!isObject(value)) return plain(value, path, problems);
  return object('words' in value ? { words: string, 'coding?': coding } : { value: number, 'unit?': string, 'system?': string, 'code?': string })(value, path, problems);
};

const expression = { expression: string, language: string };

const condition: ReadSingleCondition = ({ is, op, expression: own }) => {
  if (own) return expression;
  const item = { item: string, 'over?': literal('any', 'all') };
  return (
    is ? { ...item, is: state }
    : op === 'exists' ? { ...item, op: string, value: literal(true, false) }
    : { ...item, op: literal('exists', ...operators), value: answerValue }
  );
};

const ids = list(string);

const constraints = list(object({ ...expression, id: string, severity: literal('error', 'warning'), 'message?': string }), 1, limits.choices);

const dynamic = object({
  'text?': object(expression),
  'choices?': object(expression),
  'min?': object(expression),
  'max?': object(expression),
  'toggles?': list(object({ ...expression, choices: list(string, 1, limits.choices) }), 1, limits.choices),
});

const calculation: Read = (value, path, problems) => {
  const { sum, difference, count, expression: own } = Object(value) as Record<string, unknown>;
  const fields =
    own ? expression
    : sum ? { sum: ids }
    : difference ? { difference: list(string, 2, 2) }
    : count ? { count: ids }
    : { scale: string };
  return object(fields)(value, path, problems);
};

/** The most items of a circle that a problem names. */
const MOST_NAMED = 5;

/** All fields of a definition: those of this package's own instruments, and those of forms of other systems. */
export const formFields: DefinitionFields = {
  shapes: formShapes,
  item: {
    'prefix?': 'text',
    'short?': 'text',
    'entryFormat?': 'text',
    ...presentationFields,
    'links?': list(webAddress),
    'media?': list(media),
    'layout?': literal('page', 'header', 'footer', 'matrix', 'row'),
    'repeats?': repeatsFields,
    'readOnly?': 'flag',
    'disabledDisplay?': literal('protected'),
    'initial?': list(answerValue, 1, limits.choices),
    'calculate?': calculation,
    'constraints?': constraints,
    'dynamic?': dynamic,
  },
  choice: {
    'coding?': coding,
    ...presentationFields,
    'media?': media,
    'exclusive?': literal(true),
    'prefix?': 'text',
  },
  definition: {
    'constraints?': constraints,
    'entryMode?': literal('sequential', 'prior-edit'),
    'source?': object({ resourceType: literal('Questionnaire'), 'url?': string, 'version?': string, fhirVersion: literal('R4', 'R4B', 'R5'), 'elements?': is('object', isObject) }),
  },
  condition,
  calculatedFrom: ({ calculate }, instrument) => (calculate ? partsOfCalculation(calculate, instrument).references : []),
  circleInWords: (ids) => `(through ${ids.slice(0, MOST_NAMED).join(', ')}${ids.length > MOST_NAMED ? ', ...' : ''})`,
  check: checkDerived,
};
