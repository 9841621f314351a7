import type { RecordDetails } from '../../core/answering/session.ts';
import type { Sitting } from '../handoff/sitting.ts';
import { disclosureText, keptUnsent, type Disclosure } from '../safety/disclosure.ts';
import type { CommonKey } from '../text/keys.ts';
import type { Messages } from '../text/messages.ts';

type DescribedWidget = HTMLElement & Disclosure & { form?: unknown; privacy: string } & Pick<RecordDetails, 'subject' | 'encounter' | 'author'>;

/** The host's details of a record: from the widget, else from the session around it. The disclosure is the widget's own. */
export function recordDetails(widget: DescribedWidget, sitting: Sitting | undefined, t: Messages<CommonKey>): RecordDetails {
  const slotted = widget.querySelector(':scope > [slot="who-sees"]')?.textContent?.trim();
  const given = slotted || disclosureText(widget, t);
  return {
    disclosure: given && [given, keptUnsent(widget, sitting?.element, t)].join(' ').trim(),
    subject: widget.subject || sitting?.subject,
    encounter: widget.encounter || sitting?.encounter,
    author: widget.author || sitting?.author,
  };
}
