import type { Session } from '../../../core/answering/session.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import type { ItemContext } from './item-type-view.ts';
import { typeViewOf } from './item-support.ts';
import { readControl } from './read-control.ts';

/**
 * Passes the value of a native control to the filling session. Returns `false` if the edit does not count yet: the view of
 * the item type says whether each `input` event counts, or only `change`.
 */
export function takeInput(event: Pick<Event, 'type' | 'target'>, instance: Instance, { context, session }: { context: ItemContext; session: Session }): boolean {
  const control = event.target as HTMLInputElement;
  const { item, at, rejected } = instance;
  const { commitsLate, isSegmented } = typeViewOf(item, context.itemSupport) ?? {};
  if (event.type === 'focusout') {
    // No other event is fired when the person empties a half-filled date.
    const isEmptied = isSegmented && rejected && !control.value && !control.validity.badInput;
    if (!isEmptied) return false;
  } else if (event.type !== (commitsLate ? 'change' : 'input')) return false;
  const given = readControl(control, item, context);
  if (typeof given === 'string') session.leaveOut(item.id, given, at);
  else session.answer(item.id, given, at);
  return true;
}
