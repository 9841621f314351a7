import { AttuneMilestoneBadge } from '../elements/milestone-badge/milestone-badge.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-milestone-badge', AttuneMilestoneBadge);

declare global {
  interface HTMLElementTagNameMap {
    'attune-milestone-badge': AttuneMilestoneBadge;
  }
}
