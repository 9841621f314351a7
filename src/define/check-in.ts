import { AttuneCheckIn } from '../elements/check-in/check-in.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-check-in', AttuneCheckIn);

declare global {
  interface HTMLElementTagNameMap {
    'attune-check-in': AttuneCheckIn;
  }
}
