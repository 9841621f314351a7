import { AttuneWhyTrust } from '../elements/why-trust/why-trust.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-why-trust', AttuneWhyTrust);

declare global {
  interface HTMLElementTagNameMap {
    'attune-why-trust': AttuneWhyTrust;
  }
}
