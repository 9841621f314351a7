import { AttuneReflection } from '../elements/reflection/reflection.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-reflection', AttuneReflection);

declare global {
  interface HTMLElementTagNameMap {
    'attune-reflection': AttuneReflection;
  }
}
