import type { Submission } from '../../../core/record/submission.ts';
import type { Snapshot } from '../../../core/answering/snapshot.ts';
import type { Told } from '../../safety/disclosure.ts';
import type { Aside } from '../../templates/aside.ts';
import type { ItemContext } from '../items/item-type-view.ts';

/** Everything that the templates show, as plain data. */
export interface View {
  context: ItemContext;
  snapshot: Snapshot;
  submission: Submission;
  /** Which of the widget's pages stands, when nothing has been sent. */
  page: 'form' | Aside;
  /** Blanked for people who are not alone. */
  hidden: boolean;
  paged: boolean;
  disabled: boolean;
  /** A form or a session around it does the sending. */
  sentByOther: boolean;
  /** There is nothing to send. */
  unsent: boolean;
  /** In a session, which also keeps copies and erases. */
  inSitting: boolean;
  /** On a device that others use. */
  shared: boolean;
  review: boolean;
  quickHide: boolean;
  /** The crisis notice stands here. */
  crisis: boolean;
  /** The warning before the answers are erased, while it stands. */
  idle: unknown;
  /** The form refused to carry the answers. */
  refused: boolean;
  /** The blank lines were pointed out. */
  hasSeenBlanks: boolean;
  errors: ReadonlySet<string>;
  told: Told;
  /** What the widget itself adds under the items and after sending. */
  extra: unknown;
}
