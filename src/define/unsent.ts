import { AttuneUnsent } from '../elements/unsent/unsent.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-unsent', AttuneUnsent);

declare global {
  interface HTMLElementTagNameMap {
    'attune-unsent': AttuneUnsent;
  }
}
