import { AttuneBoundaryCard } from '../elements/boundary-card/boundary-card.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-boundary-card', AttuneBoundaryCard);

declare global {
  interface HTMLElementTagNameMap {
    'attune-boundary-card': AttuneBoundaryCard;
  }
}
