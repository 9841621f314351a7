import { AttuneMistrustObservation } from '../elements/mistrust-observation/mistrust-observation.ts';
import { defineElement } from '../internal/define-element.ts';

defineElement('attune-mistrust-observation', AttuneMistrustObservation);

declare global {
  interface HTMLElementTagNameMap {
    'attune-mistrust-observation': AttuneMistrustObservation;
  }
}
