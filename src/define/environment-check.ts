import { AttuneEnvironmentCheck } from '../elements/environment-check/environment-check.ts';
import { defineElement } from '../internal/define-element.ts';

defineElement('attune-environment-check', AttuneEnvironmentCheck);

declare global {
  interface HTMLElementTagNameMap {
    'attune-environment-check': AttuneEnvironmentCheck;
  }
}
