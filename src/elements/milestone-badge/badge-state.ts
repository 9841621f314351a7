import type { MilestoneDetail } from '../../events/milestone-event.ts';
import { CHANGES } from '../../ui/handoff/milestone-changes.ts';

// Owns the values of the milestone and which panel is open. Pure. It does not render and does not talk to the host.

/** What the host sets and the person can change. */
export interface BadgeValues {
  date: string | undefined;
  text: string | undefined;
  note: string | undefined;
  motif: number;
  shared: boolean;
  putAway: boolean;
  removed: boolean;
}

/** The content of the editor. Only a milestone of the person's own has a title and a choice of drawings. */
export type Edit = Partial<Pick<BadgeValues, 'text' | 'note' | 'motif'>>;

/** The panel below the milestone: the actions, the fields for the person's own words, or the question before removing. */
export type Panel = 'actions' | 'editor' | 'question';

export type Action = MilestoneDetail['action'];
export type ButtonName = Action | 'save' | 'cancel' | 'retry';

export interface BadgeState {
  /** The values that the host or the person changed last. */
  readonly values: Partial<BadgeValues>;
  /** The change that was offered to the host, without values that the host has set since. */
  readonly offered: Partial<BadgeValues>;
  /** The host has confirmed the last change. */
  readonly isConfirmed: boolean;
  /** It is certain whether the milestone is shared. An unconfirmed change never makes it certain. */
  readonly isSharedKnown: boolean;
  readonly panel: Panel;
  /** The field of the editor that has too many characters. */
  readonly tooLong: 'text' | 'note' | undefined;
}

/** The greatest number of characters in each field. */
export const LONGEST = { text: 60, note: 280 } as const;

export const initialState: BadgeState = {
  values: {},
  offered: {},
  isConfirmed: true,
  isSharedKnown: true,
  panel: 'actions',
  tooLong: undefined,
};

export const isMotif = (motif: unknown): motif is 1 | 2 | 3 => motif === 1 || motif === 2 || motif === 3;

/** The host sets values. They are newer than a change that is on its way. */
export function setValues(state: BadgeState, values: Partial<BadgeValues>): BadgeState {
  const offered = Object.entries(state.offered).filter(([name]) => !(name in values));
  return {
    ...state,
    values: { ...state.values, ...values },
    offered: Object.fromEntries(offered),
    isConfirmed: true,
    isSharedKnown: state.isSharedKnown || 'shared' in values,
  };
}

export const openPanel = (state: BadgeState, panel: Panel): BadgeState => ({ ...state, panel, tooLong: undefined });

/** The panel that a button opens; `undefined` if the button offers a change to the host. */
export function panelFor({ panel }: BadgeState, button: ButtonName, isCustom: boolean): Panel | undefined {
  if (button === 'cancel') return 'actions';
  if (button === 'word' || (button === 'mark' && isCustom)) return 'editor';
  return button === 'remove' && panel === 'actions' ? 'question' : undefined;
}

/** Checks the length of what was typed. Text that is too long is never cut. */
export function checkEdit(state: BadgeState, edit: Edit): BadgeState {
  const isTooLong = (name: 'text' | 'note'): boolean => (edit[name] ?? '').length > LONGEST[name];
  return { ...state, tooLong: (['text', 'note'] as const).find(isTooLong) };
}

/** Whether the editor contains the current values of the milestone. */
export const isUnchanged = ({ values }: BadgeState, edit: Edit): boolean =>
  Object.entries(edit).every(([name, value]) => value === (values[name as keyof Edit] ?? ''));

/** A change is offered to the host. Nothing is shown as changed yet. */
export const offer = (state: BadgeState, action: Action, edit: Edit & Pick<BadgeValues, 'date'>): BadgeState => ({
  ...state,
  offered: CHANGES[action] ?? edit,
});

/**
 * Whether the offered change shares the milestone or stops sharing. Until the host confirms it, it is unknown whether it is
 * shared.
 */
export const offersSharing = ({ offered }: BadgeState): boolean => 'shared' in offered;

/**
 * The host has received the offered change. If it did not confirm the change, the badge does not show the milestone as shared,
 * as no longer shared, or as removed while it was shared.
 */
export function settle(state: BadgeState, isConfirmed: boolean): BadgeState {
  const { values, offered, isSharedKnown } = state;
  const next: BadgeState = { ...state, panel: 'actions' };
  if (!isConfirmed && (offersSharing(state) || (offered.removed && values.shared))) return { ...next, isSharedKnown: false };
  return {
    ...next,
    values: { ...values, ...offered },
    isConfirmed: isConfirmed,
    isSharedKnown: isSharedKnown || offersSharing(state),
  };
}

/** The change as the host receives it, without blank text. */
export function detailOf(
  change: Partial<BadgeValues> & Pick<MilestoneDetail, 'id' | 'milestone' | 'date' | 'action'>,
): MilestoneDetail {
  const { id, milestone, date, text, note, motif, action } = change;
  const isCustom = milestone === 'custom';
  return {
    id,
    milestone,
    date,
    ...(isCustom && text?.trim() && { text }),
    ...(note?.trim() && { note }),
    ...(isCustom && isMotif(motif) && { motif }),
    action,
  };
}
