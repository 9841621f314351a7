import { AttuneTrustQuestionnaire } from '../elements/trust-questionnaire/trust-questionnaire.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-trust-questionnaire', AttuneTrustQuestionnaire);

declare global {
  interface HTMLElementTagNameMap {
    'attune-trust-questionnaire': AttuneTrustQuestionnaire;
  }
}
