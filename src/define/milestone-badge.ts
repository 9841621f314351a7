import { AttuneMilestoneBadge } from '../elements/milestone-badge/milestone-badge.ts';
import { defineElement } from '../internal/define-element.ts';

defineElement('attune-milestone-badge', AttuneMilestoneBadge);

declare global {
  interface HTMLElementTagNameMap {
    'attune-milestone-badge': AttuneMilestoneBadge;
  }
}
