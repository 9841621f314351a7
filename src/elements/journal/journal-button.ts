import type { TemplateResult } from 'lit';
import { button as anyButton } from '../../ui/templates/button.ts';
import type { Action } from './journal-view.ts';
import type { ShownWords } from './journal-words.ts';

/** A button for one of the actions of a journal. */
export const labelled: (action: Action, label: string, kind?: string) => TemplateResult = anyButton;

/** The same, with the word that has the name of the action. */
export const button = (words: ShownWords, action: Action & keyof ShownWords, kind?: string): TemplateResult =>
  labelled(action, words[action], kind);
