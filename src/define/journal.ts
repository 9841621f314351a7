import { AttuneJournal } from '../elements/journal/journal.ts';
import { defineElement } from '../ui/host/define-element.ts';

defineElement('attune-journal', AttuneJournal);

declare global {
  interface HTMLElementTagNameMap {
    'attune-journal': AttuneJournal;
  }
}
