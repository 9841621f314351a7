import { AttuneQuestionnaire } from '../elements/questionnaire/questionnaire.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-questionnaire', AttuneQuestionnaire);

declare global {
  interface HTMLElementTagNameMap {
    'attune-questionnaire': AttuneQuestionnaire;
  }
}

export { registerInstrument } from '../instruments/registry.ts';
