import type { Item } from '../../core/instrument/instrument.ts';
import type { HostChange } from '../../ui/handoff/host-change.ts';
import { type BadgeState, type ButtonName, offersSharing } from './badge-state.ts';
import type { BadgeWords } from './milestone-words.ts';

// Owns which words are shown and which buttons work. It knows words by their names only.

/** How far the last change is on its way to the host. */
export type Progress = Pick<HostChange<object>, 'state' | 'isAgain' | 'isOpen'>;

/** What a badge is rendered from. */
export interface TemplateData {
  item: Item;
  state: BadgeState;
  progress: Progress;
  words: BadgeWords;
  /** The milestone's id in events. */
  id: string;
  /** The element: its settings, and the language around it. */
  host: Element & { kept?: string | undefined; size: number; headingLevel: number };
}

type Word = keyof BadgeWords | '';

/** The host has confirmed all that is shown. */
const isCertain = ({ isConfirmed: isKept, isSharedKnown }: BadgeState): boolean => isKept && isSharedKnown;

/** The milestone is shared, and that is certain. */
export const isShared = ({ values, isSharedKnown }: BadgeState): boolean => !!values.shared && isSharedKnown;

/** The result of the last change. */
export function statusWord(state: BadgeState, progress: Progress): Word {
  if (!progress.state) return isCertain(state) ? '' : 'unconfirmed';
  return state.values.removed ? '' : progress.state;
}

/** Where the milestone is kept, or that it is shared. Nothing while that is unknown, or before the milestone is marked. */
export function storageWord(state: BadgeState, progress: Progress, kept: string | undefined): Word {
  const { shared, date } = state.values;
  if (progress.isOpen && offersSharing(state)) return '';
  // The status says it where there is no progress to tell.
  if (!isCertain(state)) return progress.state && 'unconfirmed';
  if (shared) return 'shared';
  if (!date) return '';
  return kept === 'device' || kept === 'clinic' ? kept : 'keptMissing';
}

/** The button that began the change may be gone. This one stays while the change is offered again, and keeps the focus. */
export function hasRetry({ panel }: BadgeState, { state, isAgain }: Progress): boolean {
  const isWaiting = state === 'stillSaving' || (state === 'saving' && isAgain);
  return panel === 'actions' && (isWaiting || state === 'notSaved');
}

/** While a change is on its way, only a button that offers the same change again works, and only after a long wait. */
export function isDisabled({ panel }: BadgeState, { state, isOpen }: Progress, button: ButtonName): boolean {
  const isSameChange = button === 'retry' || (panel !== 'actions' && button !== 'cancel');
  return isSameChange ? state === 'saving' : isOpen;
}
