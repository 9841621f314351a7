import { nothing } from '../../lit/lit.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import { button } from '../../templates/button.ts';
import type { ItemContext } from './item-type-view.ts';

/** The button that removes a repetition, if the person may. */
export const removeButton = ({ at, canRemove }: Instance, { t, readonly }: ItemContext): unknown =>
  canRemove && !readonly ? button('remove', t('remove', { number: at.at(-1)! + 1 }), 'quiet') : nothing;

/** The button after the last repetition that adds one, if the person may. */
export const addButton = ({ item, canAdd }: Instance, { t, readonly }: ItemContext, isLast: boolean): unknown =>
  isLast && canAdd && !readonly ? button('add', item.repeats?.add || t('add'), 'quiet') : nothing;
