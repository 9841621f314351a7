import type { RecordDetails } from '../../core/answering/session.ts';
import type { Sitting } from '../handoff/sitting.ts';
import type { CommonWords } from '../text/words.ts';
import { disclosureText, type Disclosure } from '../safety/disclosure.ts';

type Described = HTMLElement & Disclosure & Pick<RecordDetails, 'subject' | 'encounter' | 'author'>;

/** What the host says about a record: on the widget, else on the session around it. */
export function recordDetails(widget: Described, sitting: Sitting | undefined, words: CommonWords): RecordDetails {
  const slotted = widget.querySelector(':scope > [slot="who-sees"]')?.textContent?.trim();
  return {
    disclosure: slotted || disclosureText(widget, words),
    subject: widget.subject || sitting?.subject,
    encounter: widget.encounter || sitting?.encounter,
    author: widget.author || sitting?.author,
  };
}
