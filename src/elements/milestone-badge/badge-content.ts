import type { Item } from '../../core/instrument/instrument.ts';
import type { HostChange } from '../../ui/handoff/host-change.ts';
import { type BadgeState, type ButtonName, offersSharing } from './badge-state.ts';
import type { BadgeWords, Word } from './badge-messages.ts';

// Decides which words are shown and which buttons work. Pure. It knows words by their keys only.

/** The state of the last change that was offered to the host. */
export type Progress = Pick<HostChange<object>, 'state' | 'isAgain' | 'isOpen'>;

/** Everything that the templates read. */
export interface TemplateData {
  item: Item;
  state: BadgeState;
  progress: Progress;
  t: BadgeWords;
  /** The milestone's id in events. */
  id: string;
  /** The element, for its settings and the language around it. */
  host: Element & { kept?: string | undefined; size: number; headingLevel: number };
}

/** The host has confirmed all that is shown. */
const isCertain = ({ isConfirmed, isSharedKnown }: BadgeState): boolean => isConfirmed && isSharedKnown;

/** The milestone is shared, and that is certain. */
export const isShared = ({ values, isSharedKnown }: BadgeState): boolean => !!values.shared && isSharedKnown;

/** The key of the message about the last change. */
export function statusWord(state: BadgeState, progress: Progress): Word | '' {
  if (!progress.state) return isCertain(state) ? '' : 'unconfirmed';
  return state.values.removed ? '' : progress.state;
}

/**
 * The key of the sentence about where the milestone is stored, or that it is shared. Empty while that is unknown, and before
 * it is marked.
 */
export function storageWord(state: BadgeState, progress: Progress, kept: string | undefined): Word | '' {
  const { shared, date } = state.values;
  if (progress.isOpen && offersSharing(state)) return '';
  // If there is no progress, the status already shows this word.
  if (!isCertain(state)) return progress.state && 'unconfirmed';
  if (shared) return 'shared';
  if (!date) return '';
  return kept === 'device' || kept === 'clinic' ? kept : 'keptMissing';
}

/**
 * Whether there is a button to try again, because the button that began the change may be gone. It stays during the next
 * try, to keep the focus.
 */
export function hasRetry({ panel }: BadgeState, { state, isAgain }: Progress): boolean {
  const isWaiting = state === 'stillSaving' || (state === 'saving' && isAgain);
  return panel === 'actions' && (isWaiting || state === 'notSaved');
}

/** While a change is on its way, only a button that offers the same change again works, and only after a long wait. */
export function isDisabled({ panel }: BadgeState, { state, isOpen }: Progress, button: ButtonName): boolean {
  const isSameChange = button === 'retry' || (panel !== 'actions' && button !== 'cancel');
  return isSameChange ? state === 'saving' : isOpen;
}
