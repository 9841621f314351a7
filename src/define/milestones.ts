import './milestone-badge.ts';
import { AttuneMilestones } from '../elements/milestones/milestones.ts';
import { defineElement } from '../internal/define-element.ts';

defineElement('attune-milestones', AttuneMilestones);

declare global {
  interface HTMLElementTagNameMap {
    'attune-milestones': AttuneMilestones;
  }
}
