import { AttuneTrustTrend } from '../elements/trust-trend/trust-trend.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-trust-trend', AttuneTrustTrend);

declare global {
  interface HTMLElementTagNameMap {
    'attune-trust-trend': AttuneTrustTrend;
  }
}
