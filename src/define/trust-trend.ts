import { AttuneTrustTrend } from '../elements/trust-trend/trust-trend.ts';
import { defineElement } from '../internal/define-element.ts';

defineElement('attune-trust-trend', AttuneTrustTrend);

declare global {
  interface HTMLElementTagNameMap {
    'attune-trust-trend': AttuneTrustTrend;
  }
}
