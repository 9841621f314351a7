import { AttunePerspectiveGap } from '../elements/perspective-gap/perspective-gap.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-perspective-gap', AttunePerspectiveGap);

declare global {
  interface HTMLElementTagNameMap {
    'attune-perspective-gap': AttunePerspectiveGap;
  }
}

export { registerInstrument } from '../instruments/registry.ts';
