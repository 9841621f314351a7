import type { AbsentReason, Item, Value } from '../../../core/instrument/instrument.ts';
import type { ItemContext } from './item-type-view.ts';
import { optionsFor } from './options.ts';
import { typeViewOf } from './item-support.ts';

/** Reads a native control of an item: its values, or a reason to leave the item out. */
export function readControl(control: HTMLInputElement, item: Item, context: ItemContext): Value[] | AbsentReason {
  const list = control.closest('[part~=options]');
  if (!list) {
    const { read } = typeViewOf(item, context.itemSupport)!;
    const { value, validity } = control;
    return [validity.badInput ? '?' : read ? read(control, item, context.instrument.language) : value];
  }
  const options = optionsFor(item, context);
  const controls = [...list.querySelectorAll('input')];
  const { absent } = options[controls.indexOf(control)]!;
  if (absent && control.checked) return absent;
  return options.filter((option, i) => !option.absent && controls[i]!.checked).map(({ value }) => value!);
}
