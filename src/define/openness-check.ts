import { AttuneOpennessCheck } from '../elements/openness-check/openness-check.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-openness-check', AttuneOpennessCheck);

declare global {
  interface HTMLElementTagNameMap {
    'attune-openness-check': AttuneOpennessCheck;
  }
}
