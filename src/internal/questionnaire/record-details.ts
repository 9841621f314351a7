import type { RecordDetails } from '../../core/session.ts';
import type { Sitting } from '../sitting.ts';
import type { CommonWords } from '../words.ts';
import { disclosure } from '../disclosure.ts';
import type { QuestionnaireElement } from './questionnaire-element.ts';

/** What the host says about a record: on the widget, else on the session around it. */
export function recordDetails(widget: QuestionnaireElement, sitting: Sitting | undefined, words: CommonWords): RecordDetails {
  const slotted = widget.querySelector(':scope > [slot="who-sees"]')?.textContent?.trim();
  return {
    disclosure: slotted || disclosure(widget, words),
    subject: widget.subject || sitting?.subject,
    encounter: widget.encounter || sitting?.encounter,
    author: widget.author || sitting?.author,
  };
}
