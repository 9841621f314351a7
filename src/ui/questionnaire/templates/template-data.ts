import type { Submission } from '../../../core/record/submission.ts';
import type { OwnCopy } from '../../safety/own-copy.ts';
import type { CrisisNoticeData } from '../../safety/crisis-template.ts';
import type { Disclosure } from '../../safety/disclosure.ts';
import type { ItemContext } from '../items/item-type-view.ts';
import type { QuestionnaireView } from '../questionnaire-view.ts';
import type { ResultTemplate } from './result-words-template.ts';

/** Everything that the templates read. They decide nothing: `view` contains the decisions. */
export interface TemplateData {
  view: QuestionnaireView;
  context: ItemContext;
  submission: Submission;
  /** Who will see the answers, by the host. */
  disclosure: Disclosure;
  /** What happens to a record that cannot be sent, if the page has an outbox; otherwise empty. */
  keptUnsent: string;
  hasQuickHide: boolean;
  /** The widget gave no answers to the form, because they would be in an address. */
  isRefused: boolean;
  crisis: CrisisNoticeData;
  /** The warning before the answers are erased, or `nothing`. */
  idle: unknown;
  /** The element's own content below the items and after sending. */
  extra: unknown;
  copy: () => OwnCopy;
  result: ResultTemplate;
}
