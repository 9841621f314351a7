import { fhirSupport } from '../elements/questionnaire/fhir-support.ts';
import { supportItems } from '../elements/questionnaire/further-items.ts';
import { AttuneQuestionnaire } from '../elements/questionnaire/questionnaire.ts';
import { defineElement } from '../ui/host/define-element.ts';

supportItems(fhirSupport);
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
