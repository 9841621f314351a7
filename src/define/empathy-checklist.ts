import { AttuneEmpathyChecklist } from '../elements/empathy-checklist/empathy-checklist.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-empathy-checklist', AttuneEmpathyChecklist);

declare global {
  interface HTMLElementTagNameMap {
    'attune-empathy-checklist': AttuneEmpathyChecklist;
  }
}
