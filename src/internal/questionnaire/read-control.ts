import type { AbsentReason, Item, Value } from '../../core/instrument.ts';
import type { Option } from './options.ts';

/** What a native control of an item says: values, none where it was emptied, or a reason to leave the item out. */
export function readControl(control: HTMLInputElement, item: Item, options: readonly Option[]): Value[] | AbsentReason {
  const list = control.closest('[part~=options]');
  if (!list) return [control.validity.badInput ? '?' : typedValue(item, control.value)];
  const controls = [...list.querySelectorAll('input')];
  const { absent } = options[controls.indexOf(control)]!;
  if (absent && control.checked) return absent;
  return options.filter((option, i) => !option.absent && controls[i]!.checked).map(({ value }) => value!);
}

/** A number where one was typed, else the text as it is: it is kept and shown, never guessed. */
function typedValue({ type }: Item, typed: string): Value {
  const number = Number(typed.replace(',', '.'));
  return (type === 'integer' || type === 'decimal') && typed.trim() && Number.isFinite(number) ? number : typed;
}
