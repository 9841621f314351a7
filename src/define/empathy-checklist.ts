import { AttuneEmpathyChecklist } from '../elements/empathy-checklist/empathy-checklist.ts';
import { defineElement } from '../internal/define-element.ts';

defineElement('attune-empathy-checklist', AttuneEmpathyChecklist);

declare global {
  interface HTMLElementTagNameMap {
    'attune-empathy-checklist': AttuneEmpathyChecklist;
  }
}
