import { AttuneOpennessCheck } from '../elements/openness-check/openness-check.ts';
import { defineElement } from '../internal/define-element.ts';

defineElement('attune-openness-check', AttuneOpennessCheck);

declare global {
  interface HTMLElementTagNameMap {
    'attune-openness-check': AttuneOpennessCheck;
  }
}
