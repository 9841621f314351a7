import { render } from '../../lit/lit.ts';
import type { ChoiceItem } from '../../../core/instrument/instrument.ts';
import type { ItemView, MakeItem } from './item-type-view.ts';
import { isChosen, optionsFor } from './options.ts';
import { createOwnWords } from './own-words.ts';

/** Radios or checkboxes with an answer "Other", and a field for own words below them. */
export const makeOpenList =
  (makeList: MakeItem): MakeItem =>
  (instance, id, context) => {
    const item = instance.item as ChoiceItem;
    const list = makeList(instance, id, context);
    const { root } = list;
    const words = createOwnWords(item, id, id);
    const place = document.createElement('div');
    let other: HTMLInputElement | undefined;
    let showAgain = (): void => {};
    root.addEventListener('input', ({ target }) => {
      // Whoever writes own words has chosen to.
      if (target === words.control && words.control.value) other!.checked = true;
      if (target !== other || (!other.checked && words.control.value)) return;
      // The session finds no change as long as there are no words.
      showAgain();
      if (other.checked) words.choose();
    });
    const view: ItemView = {
      root,
      show(instance, page, isLast) {
        const { context } = page;
        const options = optionsFor(item, context);
        const isOther = !!other?.checked && !options.some((option) => option.isAlone && isChosen(instance, option));
        list.show(instance, page, isLast);
        const at = options.findIndex(({ isOpen }) => isOpen);
        other = root.querySelectorAll<HTMLInputElement>('[part~=options] input')[at]!;
        render(words.show(instance, context, isOther), place);
        other.checked = words.isOpen;
        other.parentElement!.className = words.isOpen ? 'chosen' : '';
        // The list may have been made again. A group of radios has no other fields in it.
        const group = root.firstElementChild!;
        if (group.nextSibling !== place) group.after(place);
        showAgain = () => view.show(instance, page, isLast);
      },
    };
    return view;
  };
