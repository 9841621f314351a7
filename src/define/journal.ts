import { AttuneJournal } from '../elements/journal/journal.ts';
import { defineElement } from '../internal/define-element.ts';

defineElement('attune-journal', AttuneJournal);

declare global {
  interface HTMLElementTagNameMap {
    'attune-journal': AttuneJournal;
  }
}
