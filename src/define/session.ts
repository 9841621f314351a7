import { AttuneSession } from '../elements/session/session.ts';
import { defineElement } from '../internal/define-element.ts';

defineElement('attune-session', AttuneSession);

declare global {
  interface HTMLElementTagNameMap {
    'attune-session': AttuneSession;
  }
}
