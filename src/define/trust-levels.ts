import { AttuneTrustLevels } from '../elements/trust-levels/trust-levels.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-trust-levels', AttuneTrustLevels);

declare global {
  interface HTMLElementTagNameMap {
    'attune-trust-levels': AttuneTrustLevels;
  }
}
