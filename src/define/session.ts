import { AttuneSession } from '../elements/session/session.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-session', AttuneSession);

declare global {
  interface HTMLElementTagNameMap {
    'attune-session': AttuneSession;
  }
}
