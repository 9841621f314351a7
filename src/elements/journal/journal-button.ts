import type { TemplateResult } from '../../ui/lit/lit.ts';
import { button as anyButton } from '../../ui/templates/button.ts';
import type { Action } from './journal-view.ts';
import type { Shown as Text } from '../../ui/text/messages.ts';
import { keyOf, type JournalWords, type Word } from './journal-messages.ts';

/** A button for one of the actions of a journal. */
export const labelled: (action: Action, label: Text, kind?: string) => TemplateResult = anyButton;

/** The same, with the word that has the name of the action. */
export const button = (t: JournalWords, action: Action & Word, kind?: string): TemplateResult =>
  labelled(action, t(keyOf(action)), kind);
