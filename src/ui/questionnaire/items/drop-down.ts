import { nothing } from '../../lit/lit.ts';
import type { ChoiceItem } from '../../../core/instrument/instrument.ts';
import { directionOf } from '../../text/direction.ts';
import { setAttributes, setText } from '../attributes.ts';
import type { Option } from './item-type-view.ts';
import { optionsFor } from './options.ts';
import { createOwnWords, givenValues } from './own-words.ts';
import { makeTyped } from './typed-field.ts';

/**
 * One choice from a native list that opens. Its first entry is no answer, so that the person can take an answer back. An entry has
 * no value, so that a page script cannot read an answer from it.
 */
export const makeDropDown = makeTyped<ChoiceItem>((item, id, showAgain) => {
  const control = document.createElement('select');
  const words = item.open ? createOwnWords(item, id, `${id}-text`) : undefined;
  let choices: readonly Option[] = [];
  let below: unknown = nothing;
  const otherAt = (): number => choices.findIndex(({ isOpen }) => isOpen) + 1;
  control.addEventListener('input', () => {
    if (!words || control.selectedIndex !== otherAt()) return;
    // The session finds no change as long as there are no words.
    showAgain();
    words.choose();
  });
  words?.control.addEventListener('input', () => {
    words.choose();
    control.selectedIndex = otherAt();
  });
  return {
    control,
    put: () => {},
    show: (instance, context) => {
      const { readonly, t } = context;
      const options = optionsFor(item, context);
      const isChosen = control.selectedIndex > 0 && control.selectedIndex === otherAt();
      if (options !== choices) {
        choices = options;
        control.replaceChildren(...[{ text: '' }, ...options.filter(({ absent }) => !absent)].map(entryOf));
      }
      setText(control.options[0]!, t('fhir.chooseOne'));
      // A native list cannot be read-only.
      setAttributes(control, { class: 'long', readonly: undefined, disabled: readonly ? '' : undefined });
      below = words?.show(instance, context, isChosen) ?? nothing;
      const [value] = givenValues(instance);
      const at = choices.findIndex((option) => !option.isOpen && !option.absent && option.value === value) + 1;
      control.selectedIndex = words?.isOpen ? otherAt() : at;
    },
    under: () => below,
  };
});

function entryOf({ text, lang }: Pick<Option, 'text' | 'lang'>): HTMLOptionElement {
  const entry = document.createElement('option');
  setAttributes(entry, { value: '', lang, dir: lang && directionOf(lang) });
  entry.append(text);
  return entry;
}

/** The choice in a list that opens. */
export const chosenIn = ({ selectedIndex }: HTMLSelectElement, options: readonly Option[]): Option | undefined => options[selectedIndex - 1];
