import { plain, type Messages, type Shown } from '../../text/messages.ts';
import type { FormKey } from '../../text/keys.ts';
import { setAttributes } from '../attributes.ts';
import type { Option } from './item-type-view.ts';
import type { Matches } from './matches.ts';
import { inLanguage } from './option-list.ts';

/** In milliseconds. Screen readers announce what was found after a pause in typing, not at each key. */
const PAUSE = 700;

interface Suggested {
  /** The words and settings of the page now. */
  context(): { t: Messages<FormKey>; readonly: boolean };
  find(): Matches;
  /** The person has chosen an option. */
  pick(option: Option): void;
  /** The person has pressed Enter and chosen nothing. */
  enter(): void;
}

/**
 * The list that opens below a field and follows what is typed: the listbox of an editable combobox with manual selection, as in the
 * ARIA Authoring Practices Guide. The focus stays in the field.
 */
export function makeSuggestions(control: HTMLInputElement, id: string, { context, find, pick, enter }: Suggested): Element[] {
  const popup = document.createElement('div');
  const list = document.createElement('ul');
  const count = document.createElement('p');
  const spoken = document.createElement('span');
  setAttributes(popup, { class: 'suggestions', part: 'suggestions', hidden: '' });
  setAttributes(list, { role: 'listbox', id: `${id}-list`, 'aria-labelledby': `${id}-text`, tabindex: -1 });
  setAttributes(count, { class: 'help', 'aria-hidden': true });
  setAttributes(spoken, { class: 'sr', 'aria-live': 'polite' });
  popup.append(list, count);

  let found: readonly Option[] = [];
  let active = -1;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const activate = (to: number): void => {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = to;
    const entry = list.children[to];
    entry?.setAttribute('aria-selected', 'true');
    entry?.scrollIntoView({ block: 'nearest' });
    setAttributes(control, { 'aria-activedescendant': entry?.id });
  };
  const setOpen = (isOpen: boolean): void => {
    clearTimeout(pause);
    popup.hidden = !isOpen;
    if (!isOpen) spoken.textContent = '';
    setAttributes(control, { 'aria-expanded': isOpen });
  };
  const close = (): void => {
    activate(-1);
    setOpen(false);
  };
  const open = (): void => {
    const { t, readonly } = context();
    if (readonly) return;
    const matches = find();
    found = matches.first;
    activate(-1);
    list.replaceChildren(...found.map(({ text, lang }, i) => {
      const entry = document.createElement('li');
      setAttributes(entry, { role: 'option', part: 'suggestion', id: `${id}-${i}`, 'aria-selected': false });
      entry.append(inLanguage(text, lang));
      return entry;
    }));
    const text = plain(countText(matches, t));
    count.textContent = text;
    setOpen(true);
    pause = setTimeout(() => {
      spoken.textContent = text;
    }, PAUSE);
  };
  const move = (by: 1 | -1): void => {
    const { length } = found;
    if (length) activate(by > 0 ? (active + 1) % length : (active > 0 ? active : length) - 1);
  };
  const choose = (at: number): void => {
    pick(found[at]!);
    close();
  };

  control.addEventListener('input', (event) => {
    // A script reports a choice by a plain event.
    if (event instanceof InputEvent) open();
  });
  control.addEventListener('click', () => {
    if (popup.hidden) open();
  });
  control.addEventListener('blur', close);
  control.addEventListener('keydown', (event) => {
    const { key } = event;
    const isOpen = !popup.hidden;
    // The keys of an input method choose letters.
    if (event.isComposing) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (!isOpen) open();
      if (!event.altKey) move(key === 'ArrowDown' ? 1 : -1);
    } else if (key === 'Enter') {
      if (active < 0) enter();
      else choose(active);
      close();
    } else if (key === 'Escape' && isOpen) {
      // It closes the list, and not a dialog around the widget.
      event.stopPropagation();
      close();
    } else {
      // They move in the text.
      if (key === 'Home' || key === 'End') activate(-1);
      return;
    }
    event.preventDefault();
  });
  // A press on the list does not take the focus from the field.
  popup.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const at = [...list.children].findIndex((entry) => entry.contains(target as Node));
    if (at >= 0) choose(at);
  });
  return [popup, spoken];
}

function countText({ first, count }: Matches, t: Messages<FormKey>): Shown {
  if (!count) return t('fhir.foundNone');
  return count > first.length ? t('fhir.foundFirst', { shown: first.length, count }) : t('fhir.found', { count });
}
