import { html, nothing } from '../../lit/lit.ts';
import type { ChoiceItem, Value } from '../../../core/instrument/instrument.ts';
import { isSameValue } from '../../../core/item-types/compare-values.ts';
import { isOwnWords } from '../../../core/item-types/object-value.ts';
import type { ItemContext, Option } from './item-type-view.ts';
import { matchesOf, optionNamed } from './matches.ts';
import { optionsFor } from './options.ts';
import { givenValues } from './own-words.ts';
import { makeSuggestions } from './suggestions.ts';
import { inputOf, makeTyped } from './typed-field.ts';

/** The most options that the list shows at once. */
const MOST = 50;

const readers = new WeakMap<Element, () => Value[]>();

/** What the person has chosen and typed in a field with suggestions. */
export const readCombobox = (control: Element): Value[] => readers.get(control)!();

const sameValues = (a: readonly Value[], b: readonly Value[]): boolean =>
  a.length === b.length && a.every((one) => b.some((other) => isSameValue(one, other)));

/**
 * Calls `act`, which moves the page, when a field loses the focus: at once, or after the press of a pointer that is going on. Else the
 * button that the person presses would move away before they let go. `:active` does not say it: Firefox sets it after the focus has moved.
 */
function onLeaving(field: Element, act: () => void): void {
  let isPressed = false;
  let focus = new AbortController();
  field.addEventListener('focus', () => {
    isPressed = false;
    focus = new AbortController();
    window.addEventListener('pointerdown', () => (isPressed = true), { signal: focus.signal, capture: true });
    for (const type of ['pointerup', 'pointercancel']) window.addEventListener(type, () => (isPressed = false), { signal: focus.signal, capture: true });
  });
  field.addEventListener('blur', () => {
    focus.abort();
    if (!isPressed) return act();
    const press = new AbortController();
    for (const type of ['pointerup', 'pointercancel']) {
      window.addEventListener(type, () => (press.abort(), void setTimeout(act)), { signal: press.signal, capture: true });
    }
  });
}

/**
 * A choice from a long list: what is typed filters it. A text that is no choice is kept as own words. If the item takes none, the
 * words are a rejected answer. With several answers, those that were chosen are listed below.
 */
export const makeCombobox = makeTyped<ChoiceItem>((item, id, showAgain) => {
  const { multiple, open } = item;
  const control = inputOf({
    type: 'text', role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': false, 'aria-controls': `${id}-list`, dir: 'auto',
    autocapitalize: 'off', spellcheck: false,
  });
  let context: ItemContext;
  let all: readonly Option[] = [];
  let choices: readonly Option[] = [];
  /** The chosen options; with a single answer, the one that the text names. */
  let chosen: Option[] = [];
  let hasLeft = false;

  const optionOf = (value: Value): Option => (isOwnWords(value) ? { text: value.words, value } : choices.find((option) => option.value === value)!);
  const isNamed = (): boolean => chosen[0]?.text === control.value;
  const read = (): Value[] => {
    const { value: words } = control;
    const typed: Value[] = words.trim() ? [{ words }] : [];
    if (multiple) return [...chosen.map(({ value }) => value!), ...typed.filter((one) => !chosen.some(({ value }) => isSameValue(value!, one)))];
    const option = isNamed() ? chosen[0] : typed[0] && optionNamed(words, choices);
    return option ? [option.value!] : typed;
  };
  readers.set(control, read);

  const tell = (): void => {
    for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
  };
  const pick = (option: Option): void => {
    chosen = multiple ? [...chosen.filter((one) => one !== option), option] : [option];
    control.value = multiple ? '' : option.text;
    tell();
  };
  /** The person has finished the text. If it names an option, it is written as that option is. */
  const settle = (): void => {
    const words = control.value;
    if (!words.trim() || (isNamed() && !multiple)) return;
    const option = optionNamed(words, choices);
    if (multiple && (option || open)) pick(option ?? optionOf({ words }));
    else if (option) {
      chosen = [option];
      control.value = option.text;
    }
  };
  const remove = (option: Option): void => {
    chosen = chosen.filter((one) => one !== option);
    control.focus();
    tell();
  };

  const popup = makeSuggestions(control, id, {
    context: () => context,
    find: () => matchesOf(isNamed() && !multiple ? '' : control.value, choices, MOST),
    pick,
    enter: settle,
  });
  onLeaving(control, () => {
    hasLeft = true;
    settle();
    showAgain();
  });

  return {
    control,
    put: () => {},
    describedBy: () => (open ? `${id}-note` : undefined),
    isWrong: ({ rejected }) => {
      if (!rejected) hasLeft = false;
      return hasLeft;
    },
    show: (instance, now) => {
      context = now;
      const options = optionsFor(item, context);
      if (options !== all) {
        all = options;
        choices = options.filter(({ absent }) => !absent);
      }
      const values = givenValues(instance);
      if (sameValues(read(), values)) return;
      chosen = values.map(optionOf);
      const [only] = chosen;
      control.value = multiple || !only ? '' : only.text;
    },
    under: (_, { t, readonly }) => html`${popup}
      ${multiple && chosen.length
        ? html`<ul part="chosen">
            ${chosen.map((option) => {
              const { text } = option;
              return html`<li>
                <span>${text}</span>
                ${readonly
                  ? nothing
                  : html`<button type="button" class="quiet" @click=${() => remove(option)}>
                      <span aria-hidden="true">×</span><span class="sr">${t('fhir.removeChosen', { text })}</span>
                    </button>`}
              </li>`;
            })}
          </ul>`
        : nothing}
      ${open ? html`<p class="help" id="${id}-note">${typeof open === 'string' ? open : t('fhir.orOwnWords')} ${t('underText')}</p>` : nothing}`,
  };
});
