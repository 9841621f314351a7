import type { AbsentReason, Item, Value } from '../../../core/instrument/instrument.ts';
import type { ItemContext, Option } from './item-type-view.ts';
import { optionsFor } from './options.ts';
import { typeViewOf } from './item-support.ts';

/** Reads a native control of an item: its values, or a reason to leave the item out. */
export function readControl(control: HTMLInputElement, item: Item, context: ItemContext): readonly Value[] | AbsentReason {
  const { read, readItem } = typeViewOf(item, context.itemSupport) ?? {};
  if (readItem) return readItem(control, item, context);
  if (control.closest('[part~=options]')) return readOptions(control, optionsFor(item, context));
  const { value, validity } = control;
  return [validity.badInput ? '?' : read ? read(control, item, context.instrument.language) : value];
}

/** Reads the radios or checkboxes of these options, after a change of one of them. */
export function readOptions(control: HTMLInputElement, options: readonly Option[]): Value[] | AbsentReason {
  const controls = [...control.closest('[part~=options]')!.querySelectorAll('input')];
  const { absent } = options[controls.indexOf(control)]!;
  if (absent && control.checked) return absent;
  return options.filter((option, i) => !option.absent && controls[i]!.checked).map(({ value }) => value!);
}
