import type { CommonKey } from '../text/keys.ts';
import type { Messages } from '../text/messages.ts';
import { OUTBOX, outboxHere } from './outbox-here.ts';
import { isSharedAround } from './shared-device.ts';

/** Who will see the record, when, and where it is stored, by the host. */
export interface Disclosure {
  who: string | undefined;
  when: string | undefined;
  kept: string | undefined;
}

/** Who will see it and when, as plain text; empty if the host does not say who. */
export const seenBy = ({ who, when }: Pick<Disclosure, 'who' | 'when'>, t: Messages<'whoSees' | 'whoSeesWhen'>): string =>
  !who ? '' : when ? t.text('whoSeesWhen', { who, when }) : t.text('whoSees', { who });

/** The disclosure as plain text for the person and the record; empty if the host gives none. */
export const disclosureText = (given: Disclosure, t: Messages<CommonKey>): string =>
  [seenBy(given, t), given.kept && t.text('whereKept', { kept: given.kept })].filter(Boolean).join(' ');

/** What an outbox on this page does with a record that it cannot send, as plain text; empty if the widget does not send to one. */
export const keptUnsent = (widget: { form?: unknown; privacy: string }, session: object | undefined, t: Messages<'keptUnsent'>): string =>
  outboxHere[OUTBOX] && !widget.form && !isSharedAround(widget, session) ? t.text('keptUnsent') : '';
