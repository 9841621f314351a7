import { readDefinition } from '../core/instrument/read-definition.ts';
import { isObject } from '../core/plain-data/shape.ts';
import { fhirSupport } from '../elements/questionnaire/fhir-support.ts';
import { limitedNote } from '../elements/questionnaire/limited-note.ts';
import { supportForms } from '../elements/questionnaire/further-items.ts';
import { AttuneQuestionnaire, type ReadForm } from '../elements/questionnaire/questionnaire.ts';
import { fromQuestionnaire } from '../fhir/in/from-questionnaire.ts';
import { readForms } from '../instruments/read-forms.ts';
import { defineElement } from '../ui/host/define-element.ts';

/** Reads a Questionnaire or a definition. */
const readForm: ReadForm = (data) => {
  if (!isObject(data) || data.resourceType !== 'Questionnaire') return readDefinition(data);
  const { instrument, issues } = fromQuestionnaire(data);
  const felt = issues.filter(({ severity }) => severity !== 'ignored');
  if (!instrument) return { ok: false, problems: felt };
  const limits = felt.map(({ path, message }) => `${path}: ${message}`).join('; ');
  return { ok: true, definition: instrument, ...(limits && { limits, note: limitedNote }) };
};

supportForms(fhirSupport, readForm);
readForms();
defineElement('attune-questionnaire', AttuneQuestionnaire);
if (customElements.get('attune-questionnaire') !== AttuneQuestionnaire) {
  // eslint-disable-next-line no-console -- there is no element to report to
  console.warn('<attune-questionnaire> is registered already, by a file without FHIR forms. Load fhir-questionnaire.js in its place.');
}

declare global {
  interface HTMLElementTagNameMap {
    'attune-questionnaire': AttuneQuestionnaire;
  }
}

export { registerInstrument } from '../instruments/registry.ts';
