import type { HostChange } from '../../ui/handoff/host-change.ts';
import { isSharedDevice } from '../../ui/safety/shared-device.ts';
import type { EntryStorage } from './entry-storage.ts';
import type { JournalEntry } from './journal-entries.ts';
import type { JournalHost } from './journal-host.ts';
import { hasText, type JournalState, type Question } from './journal-state.ts';
import type { JournalWords, Word } from './journal-messages.ts';

// Owns which words are shown and which actions are offered. It knows words by their names only and does not render.

/** What is known about shared entries. */
export interface Sharing {
  /** By entry id: the text that the host has confirmed as shared, or `undefined` if the host did not say. */
  readonly answers: ReadonlyMap<string, string | undefined>;
  /** The entry that was offered last, and how far it is on its way to the host. */
  readonly lastId: string;
  readonly progress: Pick<HostChange<object>, 'state'>;
}

export type StorageFacts = Pick<EntryStorage, 'entries' | 'mode' | 'isStored' | 'allowedMode' | 'needsConsent' | 'problem'>;

/** What a journal is rendered from. */
export interface Shown {
  state: JournalState;
  storage: StorageFacts;
  sharing: Sharing;
  t: JournalWords;
  /** The warning before the journal is locked or erased, or nothing. */
  warning: unknown;
  host: JournalHost;
}

/** What a button does. */
export type Action =
  | Question['kind']
  | 'prompt' | 'no-prompt' | 'put' | 'leave' | 'edit' | 'cancel'
  | 'keep-now' | 'lock-now' | 'decline' | 'share-now' | 'remove-now' | 'wipe-now'
  | 'lock' | 'unlock' | 'save' | 'file' | 'bring' | 'print' | 'hide' | 'show';

/** What the tools depend on. */
export type ToolFacts = Pick<Shown, 'state' | 'storage'> & { host: Pick<JournalHost, 'privacy'> };

export type Tool = 'save' | 'file' | 'print' | 'bring' | 'keep' | 'wipe';

/** Where the entries are stored. */
export function storageWord({ mode, needsConsent }: StorageFacts): Word {
  if (mode === 'locked') return 'passphrase';
  return mode === 'memory' && needsConsent ? 'notYet' : mode;
}

/** Whether and how an entry was shared. */
export function shareWord({ id, text, shared }: JournalEntry, { answers, lastId, progress }: Sharing): Word | '' {
  const { state } = progress;
  if (id === lastId && state && state !== 'savedPlain') return state;
  const confirmed = answers.has(id) ? answers.get(id) : shared;
  if (confirmed !== undefined) return confirmed === text ? 'isShared' : 'wasShared';
  return answers.has(id) ? 'unconfirmed' : '';
}

/** Whether the host may have one of these entries. */
export const mayBeShared = (entries: readonly JournalEntry[], { answers }: Sharing): boolean =>
  entries.some(({ id, shared }) => shared !== undefined || answers.has(id));

/** What can be done with the whole journal now, in the order of the buttons. */
export function toolsOf({ state, storage, host }: ToolFacts): Record<Tool, boolean> {
  const { entries, mode } = storage;
  const canCopy = !isSharedDevice(host.privacy) && mode !== 'locked';
  const hasCopy = canCopy && (entries.length > 0 || hasText(state));
  return { save: hasCopy, file: hasCopy, print: hasCopy, bring: canCopy, keep: mode === 'passphrase', wipe: true };
}
