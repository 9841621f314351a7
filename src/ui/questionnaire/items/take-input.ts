import type { Session } from '../../../core/answering/session.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import type { ItemContext } from './item-type-view.ts';
import { typeViewOf } from './item-support.ts';
import { readControl } from './read-control.ts';

/**
 * Takes what the person did in a native control to the session; false where there is nothing to take yet. The view of
 * the item says when an edit counts: at each `input`, or when it is finished.
 */
export function takeInput(event: Pick<Event, 'type' | 'target'>, instance: Instance, { context, session }: { context: ItemContext; session: Session }): boolean {
  const control = event.target as HTMLInputElement;
  const { item, at, rejected } = instance;
  const { commitsLate, isSegmented } = typeViewOf(item, context.itemSupport) ?? {};
  if (event.type === 'focusout') {
    // A date that was begun and taken back fires no other event than this one.
    const isTakenBack = isSegmented && rejected && !control.value && !control.validity.badInput;
    if (!isTakenBack) return false;
  } else if (event.type !== (commitsLate ? 'change' : 'input')) return false;
  const given = readControl(control, item, context);
  if (typeof given === 'string') session.leaveOut(item.id, given, at);
  else session.answer(item.id, given, at);
  return true;
}
