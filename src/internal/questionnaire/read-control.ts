import type { AbsentReason, Item, Value } from '../../core/instrument.ts';
import type { Option } from './options.ts';

/** What a native control of an item says: values, none where it was emptied, or a reason to leave the item out. */
export function readControl(
  control: HTMLInputElement,
  item: Item,
  options: readonly Option[],
  language: string,
): Value[] | AbsentReason {
  const list = control.closest('[part~=options]');
  if (!list) return [control.validity.badInput ? '?' : typedValue(item, control.value, language)];
  const controls = [...list.querySelectorAll('input')];
  const { absent } = options[controls.indexOf(control)]!;
  if (absent && control.checked) return absent;
  return options.filter((option, i) => !option.absent && controls[i]!.checked).map(({ value }) => value!);
}

/** A number where one was typed without doubt, else the text as it is: it is kept and shown, never guessed. */
function typedValue({ type }: Item, typed: string, language: string): Value {
  const number = typed.trim();
  const shape = { integer: /^[+-]?\d+$/, decimal: /^[+-]?\d+([.,]\d+)?$/ }[type as string];
  if (!shape?.test(number)) return typed;
  // 1,000 is a thousand in one language and one in another.
  const [, mark] = /^[+-]?[1-9]\d{0,2}([.,])\d{3}$/.exec(number) ?? [];
  return mark && mark !== decimalMark(language) ? typed : Number(number.replace(',', '.'));
}

function decimalMark(language: string): string | undefined {
  try {
    return new Intl.NumberFormat(language).format(1.5)[1];
  } catch {
    return '.'; // no language that the browser knows
  }
}
