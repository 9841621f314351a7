import { AttuneEnvironmentCheck } from '../elements/environment-check/environment-check.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-environment-check', AttuneEnvironmentCheck);

declare global {
  interface HTMLElementTagNameMap {
    'attune-environment-check': AttuneEnvironmentCheck;
  }
}
