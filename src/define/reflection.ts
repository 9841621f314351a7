import { AttuneReflection } from '../elements/reflection/reflection.ts';
import { defineElement } from '../internal/define-element.ts';

defineElement('attune-reflection', AttuneReflection);

declare global {
  interface HTMLElementTagNameMap {
    'attune-reflection': AttuneReflection;
  }
}
