import { AttuneMistrustObservation } from '../elements/mistrust-observation/mistrust-observation.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-mistrust-observation', AttuneMistrustObservation);

declare global {
  interface HTMLElementTagNameMap {
    'attune-mistrust-observation': AttuneMistrustObservation;
  }
}
