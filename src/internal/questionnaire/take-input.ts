import type { Session } from '../../core/session.ts';
import type { Instance } from '../../core/snapshot.ts';
import type { Option } from './options.ts';
import { readControl } from './read-control.ts';

/**
 * Takes what the person did in a native control to the session; false where there is nothing to take yet. Numbers and
 * dates are taken when they are settled, everything else at once: at `input` the value stands.
 */
export function takeInput(event: Event, instance: Instance, options: readonly Option[], session: Session): boolean {
  const control = event.target as HTMLInputElement;
  const { item, at, rejected } = instance;
  const isLate = /^(integer|decimal|date)$/.test(item.type) === (event.type === 'input');
  // A date that was begun and taken back tells it by leaving alone.
  const isTakenBack = !!rejected && control.type === 'date' && !control.value && !control.validity.badInput;
  if (event.type === 'focusout' ? !isTakenBack : isLate) return false;
  const given = readControl(control, item, options, session.instrument.language);
  if (typeof given === 'string') session.leaveOut(item.id, given, at);
  else session.answer(item.id, given, at);
  return true;
}
