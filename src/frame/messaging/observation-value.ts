import { isObject } from '../../core/plain-data/shape.ts';
import type { FhirVersion } from '../../fhir/resources.ts';

type Json = Readonly<Record<string, unknown>>;

const UNIT = 'http://hl7.org/fhir/StructureDefinition/questionnaire-unit';

/** The unit of a question about a number. */
function unitOf(question: Json): Json {
  const extensions = Array.isArray(question.extension) ? question.extension.filter(isObject) : [];
  const { system, code, display } = (extensions.find(({ url }) => url === UNIT)?.valueCoding ?? {}) as Json;
  return { ...((display ?? code) !== undefined && { unit: display ?? code }), ...(system !== undefined && { system }), ...(code !== undefined && { code }) };
}

/** The value of an answer as an Observation has it: another type where an Observation does not allow that of the answer. Undefined if it has none. */
export function observationValue(question: Json, answer: Json, fhirVersion: FhirVersion): Json | undefined {
  const [name, value] = Object.entries(answer).find(([name]) => name.startsWith('value')) ?? [];
  switch (name) {
    case 'valueBoolean':
    case 'valueInteger':
    case 'valueString':
    case 'valueTime':
    case 'valueDateTime':
    case 'valueQuantity':
      return { [name]: value };
    case 'valueDecimal':
      return { valueQuantity: { value, ...unitOf(question) } };
    case 'valueDate':
      return { valueDateTime: value };
    case 'valueUri':
      return { valueString: value };
    case 'valueCoding':
      return { valueCodeableConcept: { coding: [value] } };
    case 'valueAttachment':
    case 'valueReference':
      return fhirVersion === 'R5' ? { [name]: value } : undefined;
    default:
      return undefined;
  }
}
