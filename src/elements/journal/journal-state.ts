import type { JournalEntry } from './journal-entries.ts';
import { normalPassphrase } from './passphrase-lock.ts';

// Owns what the person is doing: the text they write, the question that is open, and the result of their last action. It
// does not know the DOM, the clock, where entries are stored, or the host.

/** The text in the box. It is an entry only after the person has added it. */
export interface Draft {
  readonly text: string;
  readonly prompt: string | undefined;
  /** The entry that is being changed, as it was when the change began. */
  readonly before: JournalEntry | undefined;
}

/** A question before something is done. */
export interface Question {
  readonly kind: 'keep' | 'share' | 'remove' | 'wipe';
  /** The entry that it is about. Empty: the whole journal. */
  readonly id: string;
}

export type PassphraseField = 'now' | 'fresh' | 'again';

// The messages are named by their keys in the interface words.
type Success = 'added' | 'changed' | 'erased' | 'erasedHere' | 'savedPlain';
type Problem = 'badKeep' | 'badDraft' | 'badLength' | 'badAgain' | 'badWords' | 'badLock' | 'badFile';

export interface Failure {
  readonly kind: 'problem';
  readonly message: Problem;
  readonly field?: PassphraseField | undefined;
}

/** What the status line reports. `busy`: an action takes time, and no other one can begin. */
export type Status =
  | { readonly kind: 'none'; readonly message: '' }
  | { readonly kind: 'busy'; readonly message: 'wait' }
  | { readonly kind: 'done'; readonly message: Success }
  | Failure;

export interface JournalState extends Draft {
  readonly question: Question | undefined;
  readonly status: Status;
  /** Blanked for people who are not alone. Only the person ends it. */
  readonly isHidden: boolean;
}

export const none: Status = { kind: 'none', message: '' };
export const busy: Status = { kind: 'busy', message: 'wait' };
export const done = (message: Success): Status => ({ kind: 'done', message });
export const problem = (message: Problem, field?: PassphraseField): Failure => ({ kind: 'problem', message, field });

export const emptyDraft: Draft = { text: '', prompt: undefined, before: undefined };
export const initialState: JournalState = { ...emptyDraft, question: undefined, status: none, isHidden: false };

export const hasText = ({ text }: Draft): boolean => !!text.trim();

/** The prompt after this one. The first prompt of a draft depends on the number of entries: a new one for each. */
export const promptAfter = (prompt: string | undefined, prompts: readonly string[], entryCount: number): string =>
  prompts[(prompt ? prompts.indexOf(prompt) + 1 : entryCount) % prompts.length]!;

/** The state with the prompt of a new entry in another language. An earlier entry keeps the prompt that the person answered. */
export const translatePrompt = (state: JournalState, from: readonly string[], to: readonly string[]): JournalState => ({
  ...state,
  prompt: state.before ? state.prompt : (to[from.indexOf(state.prompt ?? '')] ?? state.prompt),
});

/** The draft as an entry: a new one with this id and date, or the changed version of an earlier one. */
export const entryOf = ({ text, prompt, before }: Draft, fresh: { id: string; date: string }): JournalEntry => ({
  ...fresh,
  ...before,
  text,
  prompt,
});

/** Opens a question, or closes the one that is open. The wait for a busy action goes on. */
export const ask = (state: JournalState, question?: Question): JournalState => ({
  ...state,
  question,
  status: state.status.kind === 'busy' ? state.status : none,
});

/** Starts to change an entry, if that loses nothing that the person has written. */
export function edit(state: JournalState, entry: JournalEntry): JournalState {
  const { text, before } = state;
  const asked = ask(state);
  if (text === (before?.text ?? '')) return { ...asked, text: entry.text, prompt: entry.prompt, before: entry };
  return before === entry ? asked : { ...asked, status: problem('badDraft') };
}

/** The action has ended. After a problem the question stays open, for another try. */
export const end = (state: JournalState, status: Status): JournalState => ({
  ...state,
  status,
  question: status.kind === 'problem' ? state.question : undefined,
});

const LEAST_LETTERS = 12;

/** What is wrong with a new passphrase, which the person types twice. */
export function checkPassphrase(fresh: string, again: string): Failure | undefined {
  const passphrase = normalPassphrase(fresh);
  if (passphrase.length < LEAST_LETTERS) return problem('badLength', 'fresh');
  return passphrase === normalPassphrase(again) ? undefined : problem('badAgain', 'again');
}
