import { AttuneBenefitsCheck } from '../elements/benefits-check/benefits-check.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-benefits-check', AttuneBenefitsCheck);

declare global {
  interface HTMLElementTagNameMap {
    'attune-benefits-check': AttuneBenefitsCheck;
  }
}
