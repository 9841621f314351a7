import type { Submission } from '../../../core/record/submission.ts';
import type { OwnCopy } from '../../safety/own-copy.ts';
import type { Disclosure } from '../../safety/disclosure.ts';
import type { ItemContext } from '../items/item-type-view.ts';
import type { QuestionnaireView } from '../questionnaire-view.ts';
import type { ResultTemplate } from './result-words-template.ts';

/** Everything that the templates read. They decide nothing: `view` says what is shown. */
export interface TemplateData {
  view: QuestionnaireView;
  context: ItemContext;
  submission: Submission;
  /** What the host said about who reads the answers. */
  disclosure: Disclosure;
  hasQuickHide: boolean;
  /** The form refused to carry the answers. */
  isRefused: boolean;
  /** The crisis notice of the page is in this widget. */
  hasCrisis: boolean;
  /** The warning before the answers are erased, while there is one. */
  idle: unknown;
  /** What the element adds under the items and after sending. */
  extra: unknown;
  copy: () => OwnCopy;
  result: ResultTemplate;
}
