import './milestone-badge.ts';
import { AttuneMilestones } from '../elements/milestones/milestones.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-milestones', AttuneMilestones);

declare global {
  interface HTMLElementTagNameMap {
    'attune-milestones': AttuneMilestones;
  }
}
