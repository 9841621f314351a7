import { AttuneRapportCheck } from '../elements/rapport-check/rapport-check.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-rapport-check', AttuneRapportCheck);

declare global {
  interface HTMLElementTagNameMap {
    'attune-rapport-check': AttuneRapportCheck;
  }
}
