import type { RecordDetails } from '../../core/session.ts';
import type { Sitting } from '../sitting.ts';
import type { CommonWords } from '../words.ts';
import { disclosure } from '../disclosure.ts';
import { idOf, isAuthor } from '../known-attributes.ts';
import type { QuestionnaireElement } from './questionnaire-element.ts';

/** What the host says about a record: on the widget, else on the session around it. */
export function recordDetails(widget: QuestionnaireElement, sitting: Sitting | undefined, words: CommonWords): RecordDetails {
  const slotted = widget.querySelector(':scope > [slot="who-sees"]')?.textContent?.trim();
  return {
    disclosure: slotted || disclosure(widget, words),
    subject: idOf(widget.subject) ?? sitting?.subject,
    encounter: idOf(widget.encounter) ?? sitting?.encounter,
    // An unknown word is reported; in the record it would have every reader refuse the answers.
    author: [widget.author, sitting?.author].find((one) => one && isAuthor(one)),
  };
}
